import { SelectField } from "#components/forms/select-field";
import { Button } from "#components/ui/button";
import { DIRECTION_VERBS, KIND_LABELS } from "#lib/exchange/labels";
import type { listFacets } from "#lib/exchange/queries";
import type { ExchangeFilter } from "#lib/exchange/schema";
import { paths } from "#lib/platform/paths";

type Props = { filter: ExchangeFilter; facets: Awaited<ReturnType<typeof listFacets>> };

/** A plain form whose result has an address. */
export function ExchangeFilters({ filter, facets }: Props) {
  return (
    <search>
      <form method="get" action={paths.exchanges} className="filter-form">
        <SelectField
          name="sens"
          label="Sens"
          emptyLabel="Tous"
          defaultValue={filter.direction}
          options={[
            { value: "offer", label: `On ${DIRECTION_VERBS.offer}` },
            { value: "request", label: `On ${DIRECTION_VERBS.request}` },
          ]}
        />
        <SelectField
          name="genre"
          label="Genre"
          emptyLabel="Tous"
          defaultValue={filter.kind}
          options={Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="competence"
          label="Compétence"
          emptyLabel="Toutes"
          defaultValue={filter.skill}
          options={facets.skills.map(({ slug, label }) => ({ value: slug, label }))}
        />
        <SelectField
          name="ville"
          label="Commune"
          emptyLabel="Toutes"
          defaultValue={filter.city}
          options={facets.cities.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <Button kind="secondary">Filtrer</Button>
      </form>
    </search>
  );
}
