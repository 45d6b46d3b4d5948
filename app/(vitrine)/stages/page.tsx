import type { Metadata } from "next";
import { ActiveOfferFilters } from "#components/internships/active-offer-filters";
import { OfferResults } from "#components/internships/offer-results";
import { OfferSearch } from "#components/internships/offer-search";
import { JsonLd } from "#components/seo/json-ld";
import { TerritoryMap } from "#components/structures/territory-map";
import { Enhancements } from "#components/ui/enhancements";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { LEVEL_LABELS } from "#lib/internships/labels";
import { browseInternships, type OfferFacets } from "#lib/internships/search/queries";
import { type OfferFilter, offersHref, readOfferAddress } from "#lib/internships/search/schema";
import { requestTime } from "#lib/platform/clock";
import { absolute, paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";
import { breadcrumbStatement } from "#lib/seo/json-ld";

const PER_PAGE = 24;

export async function generateMetadata({ searchParams }: PageProps<"/stages">): Promise<Metadata> {
  const { filter, after } = readOfferAddress(await searchParams);
  const isWhole = offersHref(filter) === paths.internships && !after;
  return {
    title: "Stages",
    description:
      "Les offres de stage des entreprises informatiques de l’Artois\u202f: BTS, BUT, licence, master, écoles d’ingénieurs.",
    alternates: { canonical: absolute(paths.internships) },
    // Searches are without number: their offers are in the site map, each with its page.
    ...(isWhole ? {} : { robots: { index: false, follow: true } }),
  };
}

export default async function InternshipsPage({ searchParams }: PageProps<"/stages">) {
  const { filter, after } = readOfferAddress(await searchParams);
  const { facets, ...found } = await browseInternships(visitor, filter, { limit: PER_PAGE, after }, requestTime());
  return (
    <>
      <Enhancements names={["live-results", "map-and-list"]} />
      <JsonLd statements={[breadcrumbStatement([{ name: "Stages", path: paths.internships }])]} />
      <PageHeader
        kicker="Étudiantes, étudiants, écoles"
        title="Se former à côté de chez soi"
        lead="Les stages que proposent les adhérents du club, du BTS à l’école d’ingénieurs. Dites ce que vous cherchez : ce qui vous convient le mieux vient d’abord."
      >
        <OfferSearch filter={filter} facets={facets} />
      </PageHeader>
      <div className="sheet grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 py-10 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <aside className="order-2 lg:order-1" aria-label="Carte et filtres" data-part="filters">
          <h2 className="sr-only">Affiner</h2>
          <TerritoryMap
            dots={facets.city.map(({ value, count }) => ({ communeSlug: value, count, commissions: [] }))}
            selected={filter.city}
            hrefFor={(city) => offersHref({ ...filter, city })}
            counted="offre"
            label="Carte des stages : chaque ville filtre la liste"
          />
          <div className="mt-8 grid gap-8 sm:grid-cols-2 lg:grid-cols-1">
            <Choices title="Diplôme" {...levelFilter(filter, facets)} />
            <Choices title="Métier" {...tradeFilter(filter, facets)} />
          </div>
        </aside>
        <div className="order-1 min-w-0 lg:order-2">
          <div data-part="active-filters">
            <ActiveOfferFilters filter={filter} facets={facets} />
          </div>
          <OfferResults found={found} filter={filter} isFirst={!after} />
        </div>
      </div>
    </>
  );
}

function Choices(props: React.ComponentProps<typeof FilterList>) {
  return props.options.length > 0 && <FilterList {...props} />;
}

function levelFilter(filter: OfferFilter, { level }: OfferFacets) {
  const counts = new Map(level.map(({ value, count }) => [value, count]));
  return {
    clearHref: filter.level ? offersHref({ ...filter, level: undefined }) : undefined,
    options: Object.entries(LEVEL_LABELS)
      .filter(([value]) => counts.has(value) || value === filter.level)
      .map(([value, label]) => ({
        key: value,
        label,
        count: counts.get(value) ?? 0,
        href: offersHref({ ...filter, level: value }),
        isCurrent: filter.level === value,
      })),
  };
}

function tradeFilter(filter: OfferFilter, { commission }: OfferFacets) {
  return {
    clearHref: filter.commission ? offersHref({ ...filter, commission: undefined }) : undefined,
    options: commission
      .filter(({ value, count }) => count > 0 || value === filter.commission)
      .map(({ value, label, count }) => ({
        key: value,
        label,
        count,
        href: offersHref({ ...filter, commission: value }),
        isCurrent: filter.commission === value,
      })),
  };
}
