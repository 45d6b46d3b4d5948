import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { AgendaItemForm } from "#components/meetings/agenda-item-form";
import { AgendaList } from "#components/meetings/agenda-list";
import { PaperList } from "#components/meetings/paper-list";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { CommissionLabel } from "#components/ui/commission-label";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { withdrawItemAction } from "#lib/meetings/agenda/actions";
import { findMeetingSheet, type MeetingSheet } from "#lib/meetings/agenda/queries";
import { FORMAT_LABELS, REPLY_STATES } from "#lib/meetings/labels";
import { requestTime } from "#lib/platform/clock";
import { formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Réunion" };

const DONE = {
  propose: "Votre proposition est transmise\u202f: la personne qui anime la réunion la retiendra ou non.",
  retire: "Votre proposition est retirée.",
};

export default async function OwnMeetingPage({ params, searchParams }: PageProps<"/espace/reunions/[event]">) {
  const { event: slug } = await params;
  const meeting = (await findMeetingSheet(await requireActor(), slug, requestTime())) ?? notFound();
  const { event, items, proposals, papers, people, format, videoUrl, invitation, isOver, isRunner } = meeting;
  const own = proposals.filter(({ isOwn }) => isOwn);
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Mes réunions", href: paths.meetings }]} here="Réunion" />}
        title={event.title}
        lead={formatRange(event.startsAt, event.endsAt)}
      >
        {event.commission && <CommissionLabel slug={event.commission.slug} name={event.commission.name} />}
        <div className="intentions no-print">
          {(meeting.minutesState === "published" || meeting.minutesState === "approved") && (
            <ButtonLink href={paths.minutes(slug)}>Lire le compte rendu</ButtonLink>
          )}
          {!isOver && (
            <ButtonLink href={paths.convocationPdf(slug)} kind="secondary">
              La convocation (PDF)
            </ButtonLink>
          )}
        </div>
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      <Section title="En pratique">
        {event.cancellation && (
          <Notice kind="warning" title="Annulée">
            <p>{event.cancellation.reason}</p>
          </Notice>
        )}
        <DefinitionList
          items={[
            { term: "Où", value: event.place ?? "Lieu à préciser" },
            { term: "Comment", value: FORMAT_LABELS[format] },
            { term: "Visioconférence", value: videoUrl && <a href={videoUrl}>{videoUrl}</a> },
            {
              term: "Votre réponse",
              value: invitation && <a href={paths.meetings}>{REPLY_STATES[invitation.reply ?? "none"]}</a>,
            },
          ]}
        />
      </Section>
      <Section title="Ordre du jour" id="ordre-du-jour" layout="stacked">
        {items.length === 0 ? (
          <EmptyState title="L’ordre du jour n’est pas encore fixé">
            {!isOver && <p>Proposez ci-dessous ce dont vous voulez parler.</p>}
          </EmptyState>
        ) : (
          <AgendaList items={items} />
        )}
        {papers.length > 0 && (
          <>
            <h3>Documents de la réunion</h3>
            <PaperList papers={papers} />
          </>
        )}
      </Section>
      {isRunner && <Desk meeting={meeting} />}
      {!isRunner && own.length > 0 && (
        <Section title="Vos propositions">
          <ul className="papers">
            {own.map(({ id, title, durationMinutes }) => (
              <li key={id}>
                {title} ({durationMinutes} min)
                <ButtonForm action={withdrawItemAction} id={`retirer-${id}`} fields={{ itemId: id }} kind="quiet">
                  Retirer ma proposition<span className="sr-only"> : {title}</span>
                </ButtonForm>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {!isRunner && invitation && !isOver && (
        <Section title="Proposer un point" id="proposer">
          <AgendaItemForm target={{ meetingId: meeting.id }} people={people} label="Proposer ce point" />
        </Section>
      )}
    </>
  );
}

/** The way of whoever runs the meeting, in the order of the evening. */
function Desk({ meeting: { event, proposals, isOver, minutesState } }: { meeting: MeetingSheet }) {
  return (
    <Section title="Vous animez cette réunion" id="animer">
      <ol className="desk-steps">
        {!isOver && (
          <li>
            <a href={paths.agendaDesk(event.slug)}>Préparer l’ordre du jour</a>
            {proposals.length > 0 && ` (${proposals.length} à examiner)`}
          </li>
        )}
        <li>
          <a href={paths.attendanceDesk(event.slug)}>Faire l’appel</a>
        </li>
        <li>
          <a href={paths.minutesDesk(event.slug)}>
            {minutesState === null ? "Rédiger le compte rendu" : "Reprendre le compte rendu"}
          </a>
        </li>
      </ol>
    </Section>
  );
}
