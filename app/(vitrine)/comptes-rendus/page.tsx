import type { Metadata } from "next";
import { JsonLd } from "#components/seo/json-ld";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { CommissionLabel } from "#components/ui/commission-label";
import { DateBlock } from "#components/ui/date-block";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listPublicMinutes } from "#lib/meetings/minutes/archive/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { breadcrumbStatement } from "#lib/seo/json-ld";

export const metadata: Metadata = {
  title: "Comptes rendus",
  description: "Ce que les commissions du club rendent public de leurs réunions.",
  alternates: { canonical: absolute(paths.allPublicMinutes) },
};

export default async function PublicMinutesListPage() {
  const minutes = await listPublicMinutes(requestTime());
  return (
    <>
      <JsonLd statements={[breadcrumbStatement([{ name: "Comptes rendus", path: paths.allPublicMinutes }])]} />
      <PageHeader
        title="Comptes rendus"
        lead="Ce que les commissions rendent public de leurs réunions. Le reste se lit entre adhérents."
      />
      <Section title={count(minutes.length, "réunion")}>
        {minutes.length === 0 ? (
          <EmptyState title="Rien de public pour l’instant">
            <p>
              Les prochaines réunions sont dans l’<a href={paths.agenda}>agenda</a>.
            </p>
          </EmptyState>
        ) : (
          <BrickList>
            {minutes.map(({ slug, title, startsAt, commission }) => (
              <BrickRow
                key={slug}
                title={title}
                href={paths.publicMinutes(slug)}
                lead={<DateBlock day={dayOf(startsAt)} />}
                kicker={commission && <CommissionLabel slug={commission.slug} name={commission.name} />}
              />
            ))}
          </BrickList>
        )}
      </Section>
    </>
  );
}
