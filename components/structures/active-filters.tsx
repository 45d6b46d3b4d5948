import { RemovableFilters } from "#components/ui/removable-filters";
import type { DirectoryFacets } from "#lib/structures/directory/queries";
import { type DirectoryFilter, directoryHref } from "#lib/structures/directory/schema";
import { KIND_LABELS } from "#lib/structures/labels";

type Props = { filter: DirectoryFilter; facets: DirectoryFacets };

const NAMES = ["q", "commission", "kind", "city", "skill"] as const;

/** What narrows the directory. */
export function ActiveFilters({ filter, facets }: Props) {
  const active = NAMES.flatMap((name) =>
    filter[name]
      ? [{ name, words: wordsOf(name, filter[name], facets), href: directoryHref({ ...filter, [name]: undefined }) }]
      : [],
  );
  return <RemovableFilters active={active} allHref={directoryHref({})} />;
}

function wordsOf(name: (typeof NAMES)[number], value: string, facets: DirectoryFacets): string {
  if (name === "q") return `«\u202f${value}\u202f»`;
  if (name === "kind") return Object.entries(KIND_LABELS).find(([kind]) => kind === value)?.[1] ?? value;
  return facets[name].find((option) => option.value === value)?.label ?? value;
}
