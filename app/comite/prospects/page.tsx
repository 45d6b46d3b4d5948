import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProspectFilters } from "#components/membership/prospect-filters";
import { ButtonLink } from "#components/ui/button-link";
import { DataTable, NOTHING } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { PROSPECT_STATE_LABELS } from "#lib/membership/prospects/labels";
import { countProspects, listProspects } from "#lib/membership/prospects/queries";
import { prospectsHref, readProspectAddress } from "#lib/membership/prospects/schema";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDayShort } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Prospects" };

const PER_PAGE = 50;

export default async function ProspectsPage({ searchParams }: PageProps<"/comite/prospects">) {
  const actor = await requireActor();
  const now = requestTime();
  if (!can(actor, "read", "Prospect", now)) notFound();
  const { filter, page } = readProspectAddress(await searchParams);
  const [{ items, total }, counts] = await Promise.all([
    listProspects(actor, filter, { page, perPage: PER_PAGE }, now),
    countProspects(actor, now),
  ]);
  const joined = counts.byState.get("member") ?? 0;
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Prospects"
        lead="Les entreprises de l’Artois qui ont le profil. La liste reste entre vous ; les adhérents n’en voient que le nom, le métier et la ville."
        figures={[
          { value: counts.total, words: counts.total >= 2 ? "entreprises" : "entreprise" },
          { value: counts.byState.get("to_contact") ?? 0, words: "à contacter" },
          { value: joined, words: joined >= 2 ? "devenues adhérentes" : "devenue adhérente" },
        ]}
      >
        <div className="actions">
          <ButtonLink href={paths.boardProspectImport}>Importer une liste</ButtonLink>
          <ButtonLink kind="secondary" href={paths.boardCoverage}>
            Couverture du territoire
          </ButtonLink>
        </div>
      </PageHeader>
      <Section
        title={count(total, "entreprise")}
        layout="stacked"
        more={{ href: prospectsHref(filter, 1, paths.boardProspectsCsv), label: "Cette liste en CSV" }}
      >
        <ProspectFilters filter={filter} counts={counts} />
        {items.length === 0 ? (
          <EmptyState
            title="Aucune entreprise ne correspond"
            actions={<a href={paths.boardProspects}>Tout afficher</a>}
          />
        ) : (
          <DataTable
            caption="Prospects, par nom"
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { label: "Entreprise", cell: ({ id, name }) => <a href={paths.boardProspect(id)}>{name}</a> },
              { label: "Métier", cell: ({ activity }) => activity ?? NOTHING },
              { label: "Ville", cell: ({ city }) => city ?? NOTHING },
              { label: "État", cell: ({ state }) => PROSPECT_STATE_LABELS[state] },
              { label: "Connue de", cell: ({ knownBy }) => knownBy.join(", ") || NOTHING },
              {
                label: "Dernier contact",
                cell: ({ lastEntry }) => (lastEntry ? formatDayShort(dayOf(lastEntry.writtenAt)) : NOTHING),
              },
            ]}
          />
        )}
        <Pages page={page} total={total} perPage={PER_PAGE} href={(number) => prospectsHref(filter, number)} />
      </Section>
    </>
  );
}
