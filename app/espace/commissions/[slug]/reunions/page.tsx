import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RhythmNotice } from "#components/commissions/rhythm-notice";
import { ActionList } from "#components/meetings/action-list";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { DataTable } from "#components/ui/data-table";
import { DateBlock } from "#components/ui/date-block";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listAttendanceRates } from "#lib/meetings/attendance/queries";
import { rateOf } from "#lib/meetings/attendance/rules";
import { findLedCommission } from "#lib/meetings/circle/queries";
import { listOpenActions } from "#lib/meetings/follow-up/queries";
import { MINUTES_STATE_LABELS } from "#lib/meetings/minutes/labels";
import { stateOf } from "#lib/meetings/minutes/rules";
import { listLedPolls } from "#lib/meetings/polls/waiting/queries";
import { listRhythms } from "#lib/meetings/queries";
import { listLedMeetings } from "#lib/meetings/schedule/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatInstant, formatRange } from "#lib/platform/dates";
import { count, plural } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { BOOKING_STATE_LABELS } from "#lib/rooms/labels";

export const metadata: Metadata = { title: "Réunions de la commission" };

type Props = PageProps<"/espace/commissions/[slug]/reunions">;

const DONE = { "action-faite": "C’est noté." };

export default async function CommissionDeskPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const actor = await requireActor();
  const now = requestTime();
  const commission = (await findLedCommission(actor, slug, now)) ?? notFound();
  const [rhythms, polls, meetings, actions, rates] = await Promise.all([
    listRhythms(now),
    listLedPolls(actor, slug, now),
    listLedMeetings(actor, slug, now),
    listOpenActions(actor, slug, now),
    listAttendanceRates(actor, slug, now),
  ]);
  const rhythm = rhythms.find((one) => one.slug === slug)?.rhythm;
  const coming = meetings.filter(({ endsAt }) => endsAt > now).reverse();
  const past = meetings.filter(({ endsAt }) => endsAt <= now);
  return (
    <>
      <PageHeader
        kicker="Ma commission"
        title={commission.name}
        lead="De « il faudrait se voir » à une date dans l’agenda de chacun."
        figures={[
          {
            value: commission.people.length,
            words: plural(commission.people.length, "personne à inviter", "personnes à inviter"),
          },
        ]}
      >
        {rhythm && <RhythmNotice rhythm={rhythm} today={dayOf(now)} next={rhythm.nextOn} />}
        <div className="intentions">
          <ButtonLink href={paths.newPoll(slug)}>Proposer des dates</ButtonLink>
          <ButtonLink href={paths.newMeeting(slug)} kind="secondary">
            La date est connue
          </ButtonLink>
          <ButtonLink href={paths.mandateFile(slug)} kind="quiet">
            Dossier du mandat
          </ButtonLink>
        </div>
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      {polls.length > 0 && (
        <Section title="Sondages en cours">
          <BrickList>
            {polls.map(({ id, title, deadline, closing }) => (
              <BrickRow
                key={id}
                title={title}
                href={paths.poll(slug, id)}
                aside={<p>{closing || deadline <= now ? "Une date à retenir" : "Réponses en cours"}</p>}
              >
                <p>Dernier jour pour répondre : {formatInstant(deadline)}.</p>
              </BrickRow>
            ))}
          </BrickList>
        </Section>
      )}
      <Section title="Réunions à venir">
        {coming.length === 0 ? (
          <EmptyState title="Aucune date n’est fixée">
            <p>Proposez des dates : le portail évite les jours fériés, les vacances et les autres réunions.</p>
          </EmptyState>
        ) : (
          <MeetingList slug={slug} meetings={coming} label="Réunions à venir" />
        )}
      </Section>
      {past.length > 0 && (
        <Section title="Réunions passées">
          <MeetingList slug={slug} meetings={past} label="Réunions passées" isPast />
        </Section>
      )}
      {actions.length > 0 && (
        <Section title="Actions en cours" id="actions">
          <ActionList actions={actions} today={dayOf(now)} seenBy="lead" />
        </Section>
      )}
      {rates.length > 0 && (
        <Section title="Assiduité" id="assiduite" layout="stacked" intro="Sur les douze derniers mois.">
          <DataTable
            caption="Présences aux réunions de la commission"
            rows={rates}
            rowKey={({ id }) => id}
            columns={[
              { label: "Nom", cell: ({ name }) => name },
              { label: "Présences", cell: ({ present, held }) => `${present} sur ${held}`, isNumeric: true },
              { label: "Taux", cell: (row) => `${rateOf(row) ?? 0} %`, isNumeric: true },
              {
                label: "Excusé ou représenté",
                cell: ({ excused, represented }) => excused + represented,
                isNumeric: true,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function MeetingList({
  slug,
  meetings,
  label,
  isPast = false,
}: {
  slug: string;
  meetings: Awaited<ReturnType<typeof listLedMeetings>>;
  label: string;
  isPast?: boolean;
}) {
  return (
    <BrickList label={label}>
      {meetings.map(({ slug: event, title, startsAt, endsAt, place, cancellation, roomBookings, meeting }) => {
        const replies = meeting?.invitations ?? [];
        const coming = replies.filter(({ reply }) => reply === "coming").length;
        const [booking] = roomBookings;
        return (
          <BrickRow
            key={event}
            title={cancellation ? <del>{title}</del> : title}
            href={paths.meeting(slug, event)}
            lead={<DateBlock day={dayOf(startsAt)} />}
            aside={
              cancellation ? (
                <p className="font-bold text-brique">Annulée</p>
              ) : isPast ? (
                <p>
                  {meeting?.minutes
                    ? `Compte rendu ${MINUTES_STATE_LABELS[stateOf(meeting.minutes)]}`
                    : "Compte rendu à rédiger"}
                </p>
              ) : (
                <p>
                  {replies.length > 0 &&
                    `${count(coming, "personne vient", "personnes viennent")} sur ${replies.length}`}
                </p>
              )
            }
          >
            <p>
              {formatRange(startsAt, endsAt)}, {place ?? "lieu à préciser"}
              {booking && !cancellation && ` (${BOOKING_STATE_LABELS[booking.state]})`}
            </p>
          </BrickRow>
        );
      })}
    </BrickList>
  );
}
