import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { AnswerForm } from "#components/membership/answer-form";
import { ApplicationFacts } from "#components/membership/application-facts";
import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { confirmApplicationAction, withdrawApplicationAction } from "#lib/membership/applications/following/actions";
import { findOwnApplication, type OwnApplication } from "#lib/membership/applications/queries";
import { answerBefore, usualName } from "#lib/membership/applications/rules";
import { dayOfColumn, formatDay, formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = {
  title: "Votre demande d’adhésion",
  robots: { index: false },
  // The address is the key: no other site is told where people come from.
};

export default async function ApplicationStatusPage({ params }: PageProps<"/adherer/suivi/[token]">) {
  const { token } = await params;
  const application = await findOwnApplication(token);
  if (!application) notFound();
  const { closure, state } = application;
  return (
    <>
      <PageHeader
        kicker={`Demande d’adhésion n° ${application.number}`}
        title={usualName(application)}
        lead={inWords(application)}
      >
        {state === "unconfirmed" && (
          <ButtonForm
            action={confirmApplicationAction}
            id="confirmer"
            fields={{ token }}
            kind="primary"
            failure="La demande n’est pas confirmée"
          >
            Confirmer ma demande
          </ButtonForm>
        )}
        {closure?.outcome === "accepted" && closure.structure && (
          <ButtonLink href={paths.member(closure.structure.slug)}>Voir votre fiche</ButtonLink>
        )}
      </PageHeader>
      {closure?.outcome === "refused" && closure.reason && (
        <Section title="La raison">
          <Paragraphs text={closure.reason} />
        </Section>
      )}
      <Questions token={token} application={application} />
      <Section title="Où elle en est">
        <Stages application={application} />
        {closure && (
          <p className="field-hint mt-6">Cette demande sera effacée le {formatDay(dayOfColumn(closure.erasesOn))}.</p>
        )}
      </Section>
      <Section title="Ce que vous avez écrit">
        <ApplicationFacts application={application} />
        {!closure && (
          <div className="actions">
            <ButtonLink kind="secondary" href={paths.applicationCorrection(token)}>
              Corriger
            </ButtonLink>
          </div>
        )}
      </Section>
      {!closure && (
        <Section title="Changer d’avis">
          <details className="fold">
            <summary>Retirer la demande</summary>
            <p>Le comité directeur ne l’examinera plus, et elle sera effacée dans trente jours. C’est définitif.</p>
            <ButtonForm
              action={withdrawApplicationAction}
              id="retirer"
              fields={{ token }}
              failure="La demande n’est pas retirée"
            >
              Retirer la demande
            </ButtonForm>
          </details>
        </Section>
      )}
    </>
  );
}

function inWords({ state, confirmedAt, closure }: OwnApplication): string {
  if (state === "to_complete")
    return "Le comité directeur vous a posé une question. Il se prononcera quand vous aurez répondu.";
  if (state === "accepted") return "Votre demande est acceptée\u202f: bienvenue au club.";
  if (state === "refused") return "Le comité directeur n’a pas donné suite à votre demande.";
  if (closure) return `Vous avez retiré cette demande le ${formatInstant(closure.closedAt)}.`;
  if (confirmedAt) {
    return `Le comité directeur l’examine. Vous aurez sa réponse avant le ${formatDay(answerBefore(confirmedAt))}.`;
  }
  return "Pressez ce bouton pour confirmer que cette adresse est la vôtre\u202f: le comité directeur ne lira la demande qu’ensuite.";
}

function Questions({ token, application }: { token: string; application: OwnApplication }) {
  if (application.questions.length === 0) return null;
  return (
    <Section title="Questions du comité directeur">
      {application.questions.map(({ id, text, askedAt, answer, answeredAt }) => (
        <div key={id} className="mb-6">
          <p className="field-hint">{formatInstant(askedAt)}</p>
          <blockquote className="letter">{text}</blockquote>
          {answer && answeredAt && (
            <>
              <p className="field-hint mt-6">Votre réponse, {formatInstant(answeredAt)}</p>
              <Paragraphs text={answer} />
            </>
          )}
          {!answer && !application.closure && (
            <div className="mt-6">
              <AnswerForm token={token} questionId={id} />
            </div>
          )}
        </div>
      ))}
      {application.state === "to_review" && (
        <Notice kind="success" title="Toutes les questions ont leur réponse">
          <p>Le comité directeur en est prévenu.</p>
        </Notice>
      )}
    </Section>
  );
}

function Stages({ application: { submittedAt, confirmedAt, closure, state } }: { application: OwnApplication }) {
  const stages = [
    { words: `Demande déposée, ${formatInstant(submittedAt)}`, is: "done" },
    confirmedAt
      ? { words: `Adresse confirmée, ${formatInstant(confirmedAt)}`, is: "done" }
      : { words: "Adresse à confirmer", is: closure ? "none" : "here" },
    {
      words:
        confirmedAt && !closure
          ? `Examen par le comité directeur\u202f: réponse avant le ${formatDay(answerBefore(confirmedAt))}`
          : "Examen par le comité directeur",
      is: closure && state !== "withdrawn" ? "done" : confirmedAt && !closure ? "here" : "none",
    },
    closure
      ? { words: `${OUTCOMES[closure.outcome]}, ${formatInstant(closure.closedAt)}`, is: "done" }
      : { words: "Réponse", is: "none" },
  ];
  return (
    <ol className="stages">
      {stages.map(({ words, is }) => (
        <li key={words} className={`stage-${is}`} aria-current={is === "here" ? "step" : undefined}>
          {words}
        </li>
      ))}
    </ol>
  );
}

const OUTCOMES = { accepted: "Demande acceptée", refused: "Demande refusée", withdrawn: "Demande retirée" };
