import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PollLeadPage } from "#components/meetings/poll-lead-page";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { findPollAsLead } from "#lib/meetings/polls/queries";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Sondage" };

type Props = PageProps<"/espace/commissions/[slug]/reunions/sondages/[id]">;

export default async function PollPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const poll = (await findPollAsLead(await requireActor(), id, requestTime())) ?? notFound();
  if (poll.commission.slug !== slug) notFound();
  return (
    <PollLeadPage
      poll={poll}
      query={await searchParams}
      breadcrumb={
        <Breadcrumb steps={[{ label: poll.commission.name, href: paths.commissionDesk(slug) }]} here="Sondage" />
      }
    />
  );
}
