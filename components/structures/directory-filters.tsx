import { FilterList } from "#components/ui/filter-list";
import type { DirectoryFacets } from "#lib/structures/directory/queries";
import { type DirectoryFilter, directoryHref } from "#lib/structures/directory/schema";
import { KIND_LABELS } from "#lib/structures/labels";

type Props = { filter: DirectoryFilter; facets: DirectoryFacets };

const TITLES = { commission: "Commission", kind: "Métier", city: "Ville", skill: "Compétence" } as const;
/** Beyond that a list of links helps nobody: the map, the search box and the skills' own pages remain. */
const SHOWN = { commission: 5, kind: 5, city: 12, skill: 12 };

/** The four filters, each choice a link with the number of members it leaves. */
export function DirectoryFilters({ filter, facets }: Props) {
  return (
    <div className="grid gap-8 sm:grid-cols-2 lg:grid-cols-1">
      {(["commission", "kind", "city", "skill"] as const).map((name) => {
        const options = facets[name].filter((option) => option.count > 0 || option.value === filter[name]);
        if (options.length === 0) return null;
        return (
          <FilterList
            key={name}
            title={TITLES[name]}
            clearHref={filter[name] ? directoryHref({ ...filter, [name]: undefined }) : undefined}
            options={options.slice(0, SHOWN[name]).map(({ value, label, count }) => ({
              key: value,
              label: name === "kind" ? kindLabel(value) : label,
              count,
              href: directoryHref({ ...filter, [name]: value }),
              isCurrent: filter[name] === value,
              ...(name === "city" || name === "commission" ? { is: value } : {}),
            }))}
          />
        );
      })}
    </div>
  );
}

function kindLabel(value: string): string {
  return Object.entries(KIND_LABELS).find(([kind]) => kind === value)?.[1] ?? value;
}
