import type { Metadata } from "next";
import { PollForm } from "#components/meetings/poll-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listBoardPeople } from "#lib/meetings/circle/queries";
import { requestTime } from "#lib/platform/clock";
import { addDays, dayOf } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Chercher une date" };

const DAYS_TO_ANSWER = 7;
const MINUTES = 120;

export default async function NewBoardPollPage() {
  const actor = await requireRight("preside", "Assembly");
  const now = requestTime();
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Réunions", href: paths.boardMeetings }]} here="Sondage" />}
        title="Chercher une date pour le comité"
        lead="Chacun répondra d’un clic depuis son e-mail. Le délai de convocation des statuts court du jour où vous retenez la date."
      />
      <Section title="Le sondage" layout="stacked">
        <PollForm
          commission={null}
          people={await listBoardPeople(actor, now)}
          proposals={[]}
          durationMinutes={MINUTES}
          deadline={addDays(dayOf(now), DAYS_TO_ANSWER)}
        />
      </Section>
    </>
  );
}
