import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangeMeeting } from "#components/meetings/change-meeting";
import { RoomRequests } from "#components/rooms/room-requests";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DataTable } from "#components/ui/data-table";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { opensAt } from "#lib/meetings/attendance/rules";
import { FORMAT_LABELS, REPLY_STATES } from "#lib/meetings/labels";
import { findMeeting } from "#lib/meetings/schedule/queries";
import { requestTime } from "#lib/platform/clock";
import { formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { listLentRooms } from "#lib/rooms/venues/queries";

export const metadata: Metadata = { title: "Réunion" };

const DONE: Record<string, string> = {
  convoquee: "La réunion est convoquée\u202f: l’invitation est partie, avec de quoi entrer dans l’agenda de chacun.",
  deplacee: "Le changement est annoncé\u202f: les agendas suivront.",
  annulee: "La réunion est annulée\u202f: chacun est prévenu, la salle est rendue.",
};

type Props = PageProps<"/espace/commissions/[slug]/reunions/[event]">;

export default async function MeetingPage({ params, searchParams }: Props) {
  const { slug, event } = await params;
  const actor = await requireActor();
  const now = requestTime();
  const meeting = (await findMeeting(actor, event, now)) ?? notFound();
  if (meeting.commission?.slug !== slug) notFound();
  const isOver = meeting.endsAt <= now || meeting.cancellation !== null;
  const coming = meeting.replies.filter(({ reply }) => reply === "coming").length;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: meeting.commission.name, href: paths.commissionDesk(slug) }]} here="Réunion" />
        }
        title={meeting.title}
        lead={formatRange(meeting.startsAt, meeting.endsAt)}
        figures={[{ value: `${coming} / ${meeting.replies.length}`, words: "viennent" }]}
      >
        {!meeting.cancellation && (
          <div className="intentions">
            {!isOver && <ButtonLink href={paths.agendaDesk(event)}>Préparer l’ordre du jour</ButtonLink>}
            {opensAt(meeting.startsAt) <= now && <ButtonLink href={paths.minutesDesk(event)}>Compte rendu</ButtonLink>}
            <ButtonLink href={paths.attendanceDesk(event)} kind="secondary">
              Présences
            </ButtonLink>
            <ButtonLink href={paths.ownMeeting(event)} kind="quiet">
              Voir comme les convoqués
            </ButtonLink>
          </div>
        )}
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      <Section title="La réunion">
        {meeting.cancellation && (
          <Notice kind="warning" title="Annulée">
            <p>{meeting.cancellation.reason}</p>
          </Notice>
        )}
        {meeting.poll && !meeting.poll.closing && !meeting.cancellation && (
          <Notice kind="warning" title="La salle a été refusée">
            <p>
              Le sondage est rouvert :{" "}
              <a href={paths.poll(slug, meeting.poll.id)}>choisissez la deuxième meilleure date</a>, ou demandez une
              autre salle ci-dessous.
            </p>
          </Notice>
        )}
        <DefinitionList
          items={[
            { term: "Où", value: meeting.place ?? "Lieu à préciser" },
            { term: "Comment", value: FORMAT_LABELS[meeting.format] },
            { term: "Visioconférence", value: meeting.videoUrl && <a href={meeting.videoUrl}>{meeting.videoUrl}</a> },
            {
              term: "Inscriptions",
              value: !meeting.cancellation && <a href={paths.hostedEvent(meeting.slug)}>ouvrir la réunion au public</a>,
            },
            { term: "Page publique", value: <a href={paths.event(meeting.slug)}>dans l’agenda du club</a> },
          ]}
        />
        <RoomRequests bookings={meeting.roomBookings} />
      </Section>
      <Section title="Réponses" layout="stacked">
        <DataTable
          caption="Les personnes invitées"
          rows={meeting.replies}
          rowKey={({ id }) => id}
          columns={[
            { label: "Nom", cell: ({ name }) => name },
            {
              label: "Réponse",
              cell: ({ reply, representedBy }) =>
                `${REPLY_STATES[reply ?? "none"]}${representedBy ? ` par ${representedBy}` : ""}`,
            },
          ]}
        />
      </Section>
      {!isOver && <ChangeMeeting meeting={meeting} rooms={await listLentRooms(actor, now)} />}
    </>
  );
}
