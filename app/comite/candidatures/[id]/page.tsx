import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { ApplicationFacts } from "#components/membership/application-facts";
import { ResemblingList } from "#components/membership/resembling-list";
import { VoteForm } from "#components/membership/vote-form";
import { WriteForm } from "#components/membership/write-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { Figure } from "#components/ui/figure";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { APPLICATION_STATE_LABELS } from "#lib/membership/applications/labels";
import { acceptApplicationAction } from "#lib/membership/applications/review/actions";
import { findApplication, type ReviewedApplication } from "#lib/membership/applications/review/queries";
import { answerBefore } from "#lib/membership/applications/rules";
import { requestTime } from "#lib/platform/clock";
import { formatDay, formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Candidature" };

export default async function ApplicationPage({ params }: PageProps<"/comite/candidatures/[id]">) {
  const { id } = await params;
  const application = await findApplication(await requireActor(), id, requestTime());
  if (!application) notFound();
  const { closure, confirmedAt, invitation } = application;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: "Candidatures", href: paths.boardApplications }]} here={application.name} />
        }
        kicker={`Demande n° ${application.number}, ${APPLICATION_STATE_LABELS[application.state]}`}
        title={application.name}
        lead={
          closure || !confirmedAt
            ? undefined
            : `Reçue ${formatInstant(confirmedAt)}. La réponse est promise avant le ${formatDay(answerBefore(confirmedAt))}.`
        }
      />
      <ResemblingList found={application.resembling} />
      <Section title="La demande">
        <ApplicationFacts application={application} />
        {invitation && (
          <p className="mt-6">
            Venue par l’invitation de {nameOf(invitation.invitedBy)} :{" "}
            <a href={paths.boardProspect(invitation.prospect.id)}>{invitation.prospect.name}</a>.
          </p>
        )}
      </Section>
      <Questions application={application} />
      <Opinions application={application} />
      <Section title="Commentaires" intro="Entre membres du comité directeur.">
        {application.comments.map(({ id: commentId, author, writtenAt, text }) => (
          <div key={commentId} className="mb-6">
            <p className="field-hint">
              {nameOf(author)}, {formatInstant(writtenAt)}
            </p>
            <Paragraphs text={text} />
          </div>
        ))}
        <WriteForm id={id} act="comment" />
      </Section>
      <Decision application={application} />
    </>
  );
}

function Questions({ application: { id, questions, closure } }: { application: ReviewedApplication }) {
  if (closure && questions.length === 0) return null;
  return (
    <Section title="Questions au candidat">
      {questions.map(({ id: questionId, askedBy, askedAt, text, answer, answeredAt }) => (
        <div key={questionId} className="mb-6">
          <p className="field-hint">
            {nameOf(askedBy)}, {formatInstant(askedAt)}
          </p>
          <blockquote className="letter">{text}</blockquote>
          {answer && answeredAt ? (
            <>
              <p className="field-hint mt-6">Répondu {formatInstant(answeredAt)}</p>
              <Paragraphs text={answer} />
            </>
          ) : (
            <p className="field-hint">Pas encore de réponse.</p>
          )}
        </div>
      ))}
      {!closure && <WriteForm id={id} act="ask" />}
    </Section>
  );
}

const OPINION_WORDS = { favourable: "pour", opposed: "contre", abstains: "s’abstient" };

function Opinions({ application: { id, tally, votes, ownVote, closure } }: { application: ReviewedApplication }) {
  return (
    <Section title="Avis">
      <div className="vote-figures">
        <Figure value={tally.favourable} words="pour" />
        <Figure value={tally.opposed} words="contre" />
        <Figure value={tally.abstains} words={tally.abstains > 1 ? "abstentions" : "abstention"} />
      </div>
      {votes.length > 0 && (
        <ul className="mb-6">
          {votes.map(({ personId, person, opinion, castAt }) => (
            <li key={personId}>
              {nameOf(person)} : <strong>{OPINION_WORDS[opinion]}</strong>
              <span className="field-hint">, {formatInstant(castAt)}</span>
            </li>
          ))}
        </ul>
      )}
      {!closure && <VoteForm id={id} own={ownVote} />}
    </Section>
  );
}

function Decision({ application: { id, closure } }: { application: ReviewedApplication }) {
  if (!closure) {
    return (
      <Section title="Décision" intro="Qui la prend, et quand, est gardé.">
        <details className="fold">
          <summary>Accepter</summary>
          <p>
            La structure paraît dans l’annuaire, rejoint ses commissions, et sa première personne est invitée comme
            référente.
          </p>
          <ButtonForm
            action={acceptApplicationAction}
            id="accepter"
            fields={{ id }}
            kind="primary"
            failure="La demande n’est pas acceptée"
          >
            Accepter la demande
          </ButtonForm>
        </details>
        <details className="fold">
          <summary>Refuser</summary>
          <WriteForm id={id} act="refuse" />
        </details>
      </Section>
    );
  }
  const by = closure.outcome === "withdrawn" ? "par le candidat" : `par ${nameOf(closure.closedBy)}`;
  return (
    <Section title="Décision">
      <Notice
        kind={closure.outcome === "accepted" ? "success" : "info"}
        title={`Demande ${APPLICATION_STATE_LABELS[closure.outcome]}`}
      >
        <p>
          {formatInstant(closure.closedAt)}, {by}.
        </p>
        {closure.reason && <p>{closure.reason}</p>}
        {closure.structure && (
          <p>
            <a href={paths.member(closure.structure.slug)}>La fiche de {closure.structure.name}</a>
          </p>
        )}
      </Notice>
    </Section>
  );
}

function nameOf(person: { firstName: string; lastName: string } | null): string {
  return person ? `${person.firstName} ${person.lastName}` : "une personne partie depuis";
}
