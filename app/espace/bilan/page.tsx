import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "#components/ui/button-link";
import { Figure } from "#components/ui/figure";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findReport } from "#lib/dues/report/queries";
import { reportInWords, reportLines } from "#lib/dues/report/rules";
import { yearInWords } from "#lib/dues/rules";
import { readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatDays } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Ce que le club vous a apporté" };

/** A year of the club for one member, in true numbers. */
export default async function YearReportPage({ searchParams }: PageProps<"/espace/bilan">) {
  const actor = await requireActor();
  if (!actor.actingFor) notFound();
  const asked = readParameter(await searchParams, "annee");
  const which = { structureId: actor.actingFor.id, ...(asked ? { year: Number(asked) } : {}) };
  const report = await findReport(actor, which, requestTime());
  if (!report) notFound();
  const { structure, year, years, period, firstMonth, facts } = report;
  return (
    <>
      <PageHeader
        kicker={structure.name}
        title={`Ce que le club vous a apporté, ${yearInWords(year, firstMonth)}`}
        lead={reportInWords(facts)}
      >
        <div className="actions">
          <ButtonLink kind="secondary" href={writeAddress(paths.yearReportPdf, { annee: String(year) })}>
            Garder ce bilan (PDF)
          </ButtonLink>
        </div>
      </PageHeader>
      <Section title="En chiffres" intro={<p>{formatDays(period.first, period.last)}.</p>} layout="stacked">
        <ul className="figure-wall">
          {reportLines(facts).map(({ value, words }) => (
            <li key={words}>
              <Figure value={value} words={words} />
            </li>
          ))}
        </ul>
        {years.length > 1 && (
          <div className="filter-columns">
            <FilterList
              title="Autres années"
              options={years.map((known) => ({
                key: String(known),
                label: yearInWords(known, firstMonth),
                href: writeAddress(paths.yearReport, { annee: String(known) }),
                isCurrent: known === year,
              }))}
            />
          </div>
        )}
      </Section>
    </>
  );
}
