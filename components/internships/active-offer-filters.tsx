import { filterInWords } from "#lib/internships/search/labels";
import type { OfferFacets } from "#lib/internships/search/queries";
import { type OfferFilter, offersHref } from "#lib/internships/search/schema";

type Props = { filter: OfferFilter; facets: OfferFacets };

/** What narrows the list, each removable by its own link. */
export function ActiveOfferFilters({ filter, facets }: Props) {
  const active = filterInWords(filter, facets.commission);
  if (active.length === 0) return null;
  return (
    <ul className="tags mb-6" aria-label="Filtres actifs">
      {active.map(({ name, words }) => (
        <li key={name}>
          <a className="tag" href={offersHref({ ...filter, [name]: undefined })} rel="nofollow">
            <span className="sr-only">Retirer le filtre </span>
            {words} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <a className="tag" href={offersHref({})}>
            Tout retirer
          </a>
        </li>
      )}
    </ul>
  );
}
