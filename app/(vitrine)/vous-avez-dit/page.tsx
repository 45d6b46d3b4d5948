import type { Metadata } from "next";
import { JsonLd } from "#components/seo/json-ld";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { CommissionLabel } from "#components/ui/commission-label";
import { DateBlock } from "#components/ui/date-block";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { listPublishedResults } from "#lib/expectations/study/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { breadcrumbStatement } from "#lib/seo/json-ld";

export const metadata: Metadata = {
  title: "Vous avez dit, nous avons fait",
  description: "Ce que les adhérents de TacTic ont demandé dans leurs commissions, et ce que le club en a fait.",
  alternates: { canonical: absolute(paths.publicResults) },
};

export default async function PublicResultsPage() {
  const results = await listPublishedResults(requestTime());
  return (
    <>
      <JsonLd statements={[breadcrumbStatement([{ name: "Vous avez dit", path: paths.publicResults }])]} />
      <PageHeader
        kicker="Le club de ses membres"
        title="Vous avez dit, nous avons fait"
        lead="Les adhérents disent en commission ce qu’ils attendent. Voici ce que le comité directeur en a fait."
      />
      <Section title={results.length > 0 ? count(results.length, "réponse") : "Réponses"}>
        {results.length === 0 ? (
          <EmptyState
            title="Les premières réponses viendront ici"
            actions={<ButtonLink href={paths.commissions}>Voir les commissions</ButtonLink>}
          />
        ) : (
          <BrickList>
            {results.map(({ expectationId, asked, done, publishedAt, commission }) => (
              <BrickRow
                key={expectationId}
                title={asked}
                lead={<DateBlock day={dayOf(publishedAt)} />}
                kicker={
                  <CommissionLabel
                    slug={commission.slug}
                    name={commission.name}
                    href={paths.commission(commission.slug)}
                  />
                }
              >
                <Paragraphs text={done} />
              </BrickRow>
            ))}
          </BrickList>
        )}
      </Section>
    </>
  );
}
