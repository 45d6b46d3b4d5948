import { RemovableFilters } from "#components/ui/removable-filters";
import { filterInWords } from "#lib/internships/search/labels";
import type { OfferFacets } from "#lib/internships/search/queries";
import { type OfferFilter, offersHref } from "#lib/internships/search/schema";

type Props = { filter: OfferFilter; facets: OfferFacets };

/** What narrows the list of offers. */
export function ActiveOfferFilters({ filter, facets }: Props) {
  const active = filterInWords(filter, facets.commission).map(({ name, words }) => ({
    name,
    words,
    href: offersHref({ ...filter, [name]: undefined }),
  }));
  return <RemovableFilters active={active} allHref={offersHref({})} />;
}
