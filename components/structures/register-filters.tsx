import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { Button } from "#components/ui/button";
import { paths } from "#lib/platform/paths";
import { KIND_LABELS, STATUS_LABELS } from "#lib/structures/labels";
import type { RegisterFilter } from "#lib/structures/register/schema";

type Option = { slug: string; name: string };
type Props = { filter: RegisterFilter; sort: string; commissions: Option[]; towns: Option[] };

const SORTS = [
  { value: "nom", label: "Nom" },
  { value: "adhesion", label: "Adhésion, la dernière d’abord" },
  { value: "ville", label: "Ville" },
];

/** A plain GET form: what it finds has an address. */
export function RegisterFilters({ filter, sort, commissions, towns }: Props) {
  return (
    <search>
      <form action={paths.register} method="get" className="filter-form">
        <TextField
          name="q"
          label="Nom, compétence, adresse ou SIRET"
          defaultValue={filter.q}
          type="search"
          maxLength={200}
          required={false}
        />
        <SelectField
          name="statut"
          label="Statut"
          defaultValue={filter.status ?? ""}
          emptyLabel="Tous"
          options={optionsOf(STATUS_LABELS)}
        />
        <SelectField
          name="type"
          label="Genre"
          defaultValue={filter.kind ?? ""}
          emptyLabel="Tous"
          options={optionsOf(KIND_LABELS)}
        />
        <SelectField
          name="commission"
          label="Commission"
          defaultValue={filter.commission ?? ""}
          emptyLabel="Toutes"
          options={commissions.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <SelectField
          name="ville"
          label="Ville"
          defaultValue={filter.city ?? ""}
          emptyLabel="Toutes"
          options={towns.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <SelectField name="tri" label="Trier par" defaultValue={sort} options={SORTS} required />
        <Button kind="secondary">Filtrer</Button>
      </form>
    </search>
  );
}

function optionsOf(labels: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
