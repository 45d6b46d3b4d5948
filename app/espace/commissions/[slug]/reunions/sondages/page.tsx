import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PollForm } from "#components/meetings/poll-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findLedCommission } from "#lib/meetings/circle/queries";
import { proposeDates } from "#lib/meetings/proposals/queries";
import { requestTime } from "#lib/platform/clock";
import { addDays, dayOf, formatRange, toParis } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Proposer des dates" };

/** Days that people have to answer. */
const DAYS_TO_ANSWER = 7;

export default async function NewPollPage({ params }: PageProps<"/espace/commissions/[slug]/reunions/sondages">) {
  const { slug } = await params;
  const actor = await requireActor();
  const now = requestTime();
  const commission = (await findLedCommission(actor, slug, now)) ?? notFound();
  const [proposed] = await proposeDates(actor, [slug], { needsRoom: true, now });
  const proposals = proposed?.proposals ?? [];
  const [first] = proposals;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: commission.name, href: paths.commissionDesk(slug) }]} here="Sondage" />
        }
        title="Proposer des dates"
        lead="Gardez, retirez, ajoutez : chacun répondra d’un clic depuis son e-mail. Les jours fériés, les dates où l’on est attendu ailleurs et celles sans salle libre sont déjà écartés."
      />
      <Section title="Le sondage" layout="stacked">
        <PollForm
          commission={commission}
          people={commission.people}
          proposals={proposals.map(({ startsAt, endsAt, reasons }) => ({
            value: toParis(startsAt).toPlainDateTime().toString({ smallestUnit: "minute" }),
            label: formatRange(startsAt, endsAt),
            reasons,
          }))}
          durationMinutes={first ? (first.endsAt.getTime() - first.startsAt.getTime()) / 60_000 : 120}
          deadline={addDays(dayOf(now), DAYS_TO_ANSWER)}
        />
      </Section>
    </>
  );
}
