import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ScheduleForm } from "#components/meetings/schedule-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findLedCommission } from "#lib/meetings/circle/queries";
import { proposeDates } from "#lib/meetings/proposals/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, toParis } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { roomOptions } from "#lib/rooms/labels";
import { listLentRooms } from "#lib/rooms/venues/queries";

export const metadata: Metadata = { title: "Convoquer une réunion" };

export default async function NewMeetingPage({ params }: PageProps<"/espace/commissions/[slug]/reunions/nouvelle">) {
  const { slug } = await params;
  const actor = await requireActor();
  const now = requestTime();
  const commission = (await findLedCommission(actor, slug, now)) ?? notFound();
  const [[proposed], rooms] = await Promise.all([
    proposeDates(actor, [slug], { needsRoom: true, now }),
    listLentRooms(actor, now),
  ]);
  const best = proposed?.proposals[0];
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: commission.name, href: paths.commissionDesk(slug) }]} here="Réunion" />
        }
        title="Convoquer une réunion"
        lead="La date est connue : l’invitation part aussitôt, et entre dans l’agenda de chacun."
      />
      <Section title="La réunion" layout="stacked">
        <ScheduleForm
          commission={{ slug, name: commission.name }}
          rooms={roomOptions(rooms)}
          proposed={
            best
              ? {
                  day: dayOf(best.startsAt),
                  from: wall(best.startsAt),
                  to: wall(best.endsAt),
                  roomId: best.room?.id ?? "",
                }
              : null
          }
        />
      </Section>
    </>
  );
}

function wall(instant: Date): string {
  return toParis(instant).toPlainTime().toString({ smallestUnit: "minute" });
}
