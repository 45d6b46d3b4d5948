import type { Metadata } from "next";
import { JsonLd } from "#components/seo/json-ld";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { CommissionLabel } from "#components/ui/commission-label";
import { DateBlock } from "#components/ui/date-block";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { listNews } from "#lib/news/queries";
import { pageParameter, readPage, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOf } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";
import { breadcrumbStatement } from "#lib/seo/json-ld";

const PER_PAGE = 20;

export const metadata: Metadata = {
  title: "Actualités",
  description: "Les nouvelles du club TacTic et de ses adhérents dans l’Artois.",
  alternates: { canonical: absolute(paths.news) },
};

export default async function NewsPage({ searchParams }: PageProps<"/actualites">) {
  const page = readPage(await searchParams, 100);
  const { items, total } = await listNews(visitor, { skip: (page - 1) * PER_PAGE, limit: PER_PAGE }, requestTime());
  const pageHref = (number: number) => writeAddress(paths.news, { page: pageParameter(number) });
  return (
    <>
      <JsonLd statements={[breadcrumbStatement([{ name: "Actualités", path: paths.news }])]} />
      <PageHeader
        kicker="Le journal du club"
        title="Actualités"
        lead="Ce que les adhérents font, décident et apprennent ensemble."
      />
      <Section
        title={total > 0 ? count(total, "article") : "Articles"}
        id="resultats"
        intro={
          <>
            <a href={paths.newsAtom}>Suivre les actualités (Atom)</a>
            <br />
            <a href={paths.newsCsv}>Télécharger la liste (CSV)</a>
          </>
        }
      >
        {items.length === 0 ? (
          <EmptyState title="Aucun article ici" />
        ) : (
          <BrickList>
            {items.map(({ slug, title, lead, publishedAt, commission }) => (
              <BrickRow
                key={slug}
                title={title}
                href={paths.newsPost(slug)}
                lead={publishedAt && <DateBlock day={dayOf(publishedAt)} />}
                kicker={commission && <CommissionLabel slug={commission.slug} name={commission.name} />}
              >
                <p>{lead}</p>
              </BrickRow>
            ))}
          </BrickList>
        )}
        <Pages page={page} total={total} perPage={PER_PAGE} href={pageHref} />
      </Section>
    </>
  );
}
