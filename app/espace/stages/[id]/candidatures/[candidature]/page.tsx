import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { NoteForm } from "#components/internships/note-form";
import { ProposeInterviewForm } from "#components/internships/propose-interview-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { TagList } from "#components/ui/tag-list";
import { CAUSE_LABELS, RECEIVED_LABELS } from "#lib/internships/applications/labels";
import { existsApplication } from "#lib/internships/applications/queries";
import { offerPlaceAction } from "#lib/internships/applications/review/actions";
import { markRead } from "#lib/internships/applications/review/commands";
import { findReceived, type Received } from "#lib/internships/applications/review/queries";
import { isAnswerable } from "#lib/internships/applications/rules";
import { LEVEL_LABELS } from "#lib/internships/labels";
import { requestTime } from "#lib/platform/clock";
import { dayOf, dayOfColumn, formatDay, formatDays, formatInstant, formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { noteRefusal, requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Une candidature" };

const DONE = {
  entretien: "Les créneaux sont proposés. Vous recevrez une invitation quand l’étudiant aura choisi.",
  place: "La place est proposée. Elle est prise dès que l’étudiant l’accepte.",
  note: "La note est ajoutée.",
};

type Props = PageProps<"/espace/stages/[id]/candidatures/[candidature]">;

export default async function ReceivedApplicationPage({ params, searchParams }: Props) {
  const [actor, now] = [await requireActor(), requestTime()];
  const { id, candidature } = await params;
  const received = await findReceived(actor, candidature, now);
  if (received?.internship.id !== id) {
    if (await existsApplication(candidature)) await noteRefusal("forbidden");
    notFound();
  }
  // Reading is what the student is told of: it happens when the page is shown.
  await markRead(actor, candidature, now);
  const { state, internship, student, message, sentAt, refusedBecause } = received;
  const name = student ? `${student.person.firstName} ${student.person.lastName}` : "";
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Stages", href: paths.memberInternships },
              { label: "Candidatures", href: paths.receivedApplications(id) },
            ]}
            here={name}
          />
        }
        kicker={state === "received" ? RECEIVED_LABELS.read : RECEIVED_LABELS[state]}
        title={name}
        lead={`Pour «\u202f${internship.title}\u202f»${sentAt ? `, envoyée le ${formatDay(dayOf(sentAt))}` : ""}.`}
      />
      <DoneNotice query={await searchParams} words={DONE} />
      {state === "refused" && refusedBecause && (
        <div className="sheet">
          <Notice>
            <p>{refusedBecause === "company" ? "Vous avez répondu non." : CAUSE_LABELS[refusedBecause]}</p>
          </Notice>
        </div>
      )}
      <Candidate received={received} />
      {message && (
        <Section title="Son message" layout="stacked">
          <Paragraphs text={message} />
        </Section>
      )}
      {isAnswerable(state) && <Answers received={received} offer={id} />}
      {state === "offered" && <OfferedPlace received={received} offer={id} />}
      <Notes received={received} />
    </>
  );
}

function Candidate({ received: { id, student, cvId, nudgedAt } }: { received: Received }) {
  if (!student) return null;
  const { availableFrom, availableTo } = student;
  return (
    <Section title="Qui candidate" layout="stacked">
      <DefinitionList
        items={[
          { term: "Diplôme", value: student.diploma },
          { term: "Niveau", value: student.level && LEVEL_LABELS[student.level] },
          { term: "École", value: student.school?.name ?? student.schoolName },
          {
            term: "Libre",
            value: availableFrom && availableTo && formatDays(dayOfColumn(availableFrom), dayOfColumn(availableTo)),
          },
          { term: "Habite", value: student.commune?.name },
          { term: "E-mail", value: <a href={`mailto:${student.person.email}`}>{student.person.email}</a> },
          {
            term: "Liens",
            value: student.links.length > 0 && (
              <ul>
                {student.links.map((link) => (
                  <li key={link}>
                    <a href={link} rel="noreferrer nofollow">
                      {link}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
          { term: "Vous a relancés", value: nudgedAt && `le ${formatDay(dayOf(nudgedAt))}` },
        ]}
      />
      <TagList label="Ce qu’il ou elle sait faire" tags={student.skills.map((label) => ({ label }))} />
      {cvId && (
        <div className="actions">
          <ButtonLink href={paths.applicationCv(id)} kind="secondary">
            Télécharger le CV
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}

function Answers({ received: { id, slots, student }, offer }: { received: Received; offer: string }) {
  const firstName = student?.person.firstName ?? "";
  const chosen = slots.find(({ chosenAt }) => chosenAt);
  return (
    <Section title="Votre réponse" layout="stacked">
      {chosen && (
        <p>
          Entretien fixé : <strong>{formatRange(chosen.startsAt, chosen.endsAt)}</strong>, {chosen.place}.
        </p>
      )}
      {!chosen && slots.length > 0 && (
        <p>
          Créneaux proposés, {firstName} n’a pas encore choisi :{" "}
          {slots.map(({ startsAt }) => formatInstant(startsAt)).join(" ; ")}.
        </p>
      )}
      <div className="actions">
        <ButtonForm
          action={offerPlaceAction}
          id="place"
          fields={{ applicationId: id }}
          kind="primary"
          failure="La place n’est pas proposée"
        >
          Proposer la place à {firstName}
        </ButtonForm>
        <ButtonLink href={`${paths.refusal(offer)}?c=${id}`} kind="secondary">
          Répondre non…
        </ButtonLink>
      </div>
      <Reveal label={slots.length > 0 ? "Proposer d’autres créneaux d’entretien" : "Proposer un entretien"}>
        <ProposeInterviewForm applicationId={id} />
      </Reveal>
    </Section>
  );
}

/** Nobody holds a place for somebody who does not answer. */
function OfferedPlace({ received: { id, student }, offer }: { received: Received; offer: string }) {
  return (
    <Section title="Votre proposition" layout="stacked">
      <p>La place est proposée : {student?.person.firstName ?? "l’étudiant"} n’a pas encore répondu.</p>
      <div className="actions">
        <ButtonLink href={`${paths.refusal(offer)}?c=${id}`} kind="secondary">
          Reprendre la place proposée…
        </ButtonLink>
      </div>
    </Section>
  );
}

function Notes({ received: { id, notes } }: { received: Received }) {
  return (
    <Section
      title="Entre vous"
      layout="stacked"
      intro="Ces notes ne sont lues que dans votre structure, et effacées avec la candidature."
    >
      {notes.length > 0 && (
        <ul className="need-talk">
          {notes.map(({ id: noteId, text, writtenAt, author }) => (
            <li key={noteId}>
              <p>
                {author ? `${author.firstName} ${author.lastName}` : "Quelqu’un"}, le {formatInstant(writtenAt)}
              </p>
              {text}
            </li>
          ))}
        </ul>
      )}
      <NoteForm applicationId={id} />
    </Section>
  );
}
