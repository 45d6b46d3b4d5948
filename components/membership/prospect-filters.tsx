import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { Button } from "#components/ui/button";
import { PROSPECT_STATE_LABELS } from "#lib/membership/prospects/labels";
import type { countProspects } from "#lib/membership/prospects/queries";
import type { ProspectFilter } from "#lib/membership/prospects/schema";
import { paths } from "#lib/platform/paths";
import { KIND_LABELS } from "#lib/structures/labels";

type Props = { filter: ProspectFilter; counts: Awaited<ReturnType<typeof countProspects>> };

/** A plain form whose result has an address. */
export function ProspectFilters({ filter, counts }: Props) {
  return (
    <search>
      <form method="get" action={paths.boardProspects} className="filter-form">
        <TextField name="q" label="Nom ou métier" defaultValue={filter.q} required={false} />
        <SelectField
          name="etat"
          label="État"
          emptyLabel="Tous"
          defaultValue={filter.state}
          options={Object.entries(PROSPECT_STATE_LABELS).map(([value, label]) => ({
            value,
            label: `${label} (${stateCount(counts, value)})`,
          }))}
        />
        <SelectField
          name="ville"
          label="Ville"
          emptyLabel="Toutes"
          defaultValue={filter.city}
          options={counts.cities.map(({ slug, name, count }) => ({ value: slug, label: `${name} (${count})` }))}
        />
        <SelectField
          name="type"
          label="Type"
          emptyLabel="Tous"
          defaultValue={filter.kind}
          options={Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="connu"
          label="Connue d’un adhérent"
          emptyLabel="Indifférent"
          defaultValue={filter.known}
          options={[
            { value: "oui", label: "Oui" },
            { value: "non", label: "Non" },
          ]}
        />
        <Button kind="secondary">Filtrer</Button>
      </form>
    </search>
  );
}

function stateCount({ byState }: Props["counts"], state: string): number {
  return [...byState].find(([known]) => known === state)?.[1] ?? 0;
}
