import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { Button } from "#components/ui/button";
import { ACTION_LABELS, SUBJECT_LABELS } from "#lib/audit/labels";
import type { AuditFilter } from "#lib/audit/schema";
import { paths } from "#lib/platform/paths";

type Props = { filter: AuditFilter; actions: string[] };

/** A plain GET form: what it finds has an address. */
export function AuditFilters({ filter, actions }: Props) {
  return (
    <search>
      <form action={paths.auditLog} method="get" className="filter-form">
        <TextField name="qui" label="Fait par" defaultValue={filter.person} maxLength={100} required={false} />
        <SelectField
          name="acte"
          label="Acte"
          defaultValue={filter.action ?? ""}
          emptyLabel="Tous"
          options={actions.map((action) => ({ value: action, label: ACTION_LABELS[action] ?? action }))}
        />
        <SelectField
          name="sur"
          label="Au sujet de"
          defaultValue={filter.subjectKind ?? ""}
          emptyLabel="Tout"
          options={Object.entries(SUBJECT_LABELS).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="du" label="Du" type="date" defaultValue={filter.from} required={false} />
        <TextField name="au" label="Au" type="date" defaultValue={filter.to} required={false} />
        {filter.subjectId && <input type="hidden" name="objet" value={filter.subjectId} />}
        <Button kind="secondary">Filtrer</Button>
      </form>
    </search>
  );
}
