import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PollLeadPage } from "#components/meetings/poll-lead-page";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { findPollAsLead } from "#lib/meetings/polls/queries";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Sondage du comité" };

export default async function BoardPollPage({ params, searchParams }: PageProps<"/comite/reunions/sondages/[id]">) {
  const { id } = await params;
  const actor = await requireRight("preside", "Assembly");
  const poll = (await findPollAsLead(actor, id, requestTime())) ?? notFound();
  if (poll.commission.slug !== null) notFound();
  return (
    <PollLeadPage
      poll={poll}
      query={await searchParams}
      breadcrumb={<Breadcrumb steps={[{ label: "Réunions", href: paths.boardMeetings }]} here="Sondage" />}
    />
  );
}
