import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActiveFilters } from "#components/structures/active-filters";
import { DirectoryFilters } from "#components/structures/directory-filters";
import { DirectoryResults } from "#components/structures/directory-results";
import { TerritoryMap } from "#components/structures/territory-map";
import { Enhancements } from "#components/ui/enhancements";
import { PageHeader } from "#components/ui/page-header";
import { SearchForm } from "#components/ui/search-form";
import { requestTime } from "#lib/platform/clock";
import { absolute, paths } from "#lib/platform/paths";
import { countFacets, listMembers } from "#lib/structures/directory/queries";
import { type DirectoryFilter, directoryHref, readDirectoryAddress } from "#lib/structures/directory/schema";

export async function generateMetadata({ searchParams }: PageProps<"/annuaire">): Promise<Metadata> {
  const { filter, page } = readDirectoryAddress(await searchParams);
  return {
    title: filter.q ? `${filter.q} – Annuaire` : "Annuaire",
    description:
      "Revendeurs, sociétés de services, éditeurs, agences web et écoles de l’Artois : cherchez une compétence, une ville, un métier.",
    alternates: { canonical: absolute(directoryHref({ ...filter, q: undefined }, page.page)) },
    ...(filter.q ? { robots: { index: false, follow: true } } : {}),
  };
}

export default async function DirectoryPage({ searchParams }: PageProps<"/annuaire">) {
  const { filter, page } = readDirectoryAddress(await searchParams);
  const [directory, facets] = await Promise.all([listMembers(filter, page, requestTime()), countFacets(filter)]);
  if (!directory) notFound();
  return (
    <>
      <Enhancements names={["live-results", "map-and-list"]} />
      <PageHeader
        kicker="Annuaire des adhérents"
        title="Le savoir-faire est à côté"
        lead="Cherchez avec vos mots : un problème, une marque, une ville. L’ordre change chaque jour, pour que chacun passe en tête à son tour."
      >
        <SearchForm
          action={paths.directory}
          label="De quoi avez-vous besoin ?"
          hint="Par exemple : sauvegarde Lens, site internet, imprimante en panne"
          defaultValue={filter.q}
          kept={keptFilters(filter)}
          size="hero"
          isLive
        />
      </PageHeader>
      <div className="sheet grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 py-10 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <aside className="order-2 lg:order-1" aria-label="Carte et filtres" data-part="filters">
          <h2 className="sr-only">Affiner</h2>
          <TerritoryMap
            dots={facets.city.map(({ value, count }) => ({ communeSlug: value, count, commissions: [] }))}
            selected={filter.city}
            hrefFor={(city) => directoryHref({ ...filter, city })}
            label="Carte des adhérents : chaque ville filtre la liste"
          />
          <div className="mt-8">
            <DirectoryFilters filter={filter} facets={facets} />
          </div>
        </aside>
        <div className="order-1 min-w-0 lg:order-2">
          <div data-part="active-filters">
            <ActiveFilters filter={filter} facets={facets} />
          </div>
          <DirectoryResults directory={directory} filter={filter} facets={facets} />
        </div>
      </div>
    </>
  );
}

function keptFilters({ commission, city, skill, kind }: DirectoryFilter): { name: string; value: string }[] {
  const kept = { commission, competence: skill, type: kind, ville: city };
  return Object.entries(kept).flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
