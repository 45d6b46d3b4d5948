import type { DirectoryFacets } from "#lib/structures/directory/queries";
import { type DirectoryFilter, directoryHref } from "#lib/structures/directory/schema";
import { KIND_LABELS } from "#lib/structures/labels";

type Props = { filter: DirectoryFilter; facets: DirectoryFacets };

const NAMES = ["q", "commission", "kind", "city", "skill"] as const;

/** What narrows the list, each removable by its own link. */
export function ActiveFilters({ filter, facets }: Props) {
  const active = NAMES.flatMap((name) => (filter[name] ? [{ name, words: wordsOf(name, filter[name], facets) }] : []));
  if (active.length === 0) return null;
  return (
    <ul className="tags mb-6" aria-label="Filtres actifs">
      {active.map(({ name, words }) => (
        <li key={name}>
          <a className="tag" href={directoryHref({ ...filter, [name]: undefined })} rel="nofollow">
            <span className="sr-only">Retirer le filtre </span>
            {words} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <a className="tag" href={directoryHref({})}>
            Tout retirer
          </a>
        </li>
      )}
    </ul>
  );
}

function wordsOf(name: (typeof NAMES)[number], value: string, facets: DirectoryFacets): string {
  if (name === "q") return `«\u202f${value}\u202f»`;
  if (name === "kind") return Object.entries(KIND_LABELS).find(([kind]) => kind === value)?.[1] ?? value;
  return facets[name].find((option) => option.value === value)?.label ?? value;
}
