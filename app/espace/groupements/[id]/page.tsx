import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AmountForm } from "#components/consortia/amount-form";
import { BidWarnings } from "#components/consortia/bid-warnings";
import { PartsTable } from "#components/consortia/parts-table";
import { DropForm, ResumeForm, SettleForm, SubmitForm } from "#components/consortia/step-forms";
import { TermsForm } from "#components/consortia/terms-form";
import { WorkspaceHeader } from "#components/consortia/workspace-header";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { Paragraphs } from "#components/ui/paragraphs";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { FORM_LABELS, FORM_MEANINGS, STATE_LABELS } from "#lib/consortia/labels";
import { type ConsortiumView, findConsortium } from "#lib/consortia/queries";
import { isSettled } from "#lib/consortia/rules";
import { listTasks } from "#lib/consortia/tasks/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay, formatInstant } from "#lib/platform/dates";
import { typedEuros } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Réponse commune" };

const DONE = {
  ouvert: "Le groupement est ouvert. Invitez maintenant ses membres\u202f: les tâches vous attendent déjà.",
  rejoint: "Votre structure est membre du groupement. Vos tâches vous attendent.",
  termes: "La forme et les raisons sont enregistrées.",
  deposee: "La réponse est déclarée déposée. Ses membres en sont prévenus.",
  reprise: "La réponse est reprise\u202f: ses membres en sont prévenus.",
  abandonnee: "La réponse est abandonnée. Ses membres en sont prévenus.",
  montant: "Le choix de votre structure est enregistré.",
  resultat: "Le résultat est enregistré, avec ce que vous en retenez.",
};

export default async function ConsortiumPage({ params, searchParams }: PageProps<"/espace/groupements/[id]">) {
  const [actor, now] = [await requireActor(), requestTime()];
  const { id } = await params;
  const consortium = await findConsortium(actor, id, now);
  if (!consortium) notFound();
  const tasks = await listTasks(actor, id, now);
  const left = tasks.filter(({ doneAt }) => !doneAt);
  const { lots, members, own, state, justification, form } = consortium;
  const unread =
    state === "building" ? lots.filter(({ rule, isWithdrawn }) => rule === "not_read" && !isWithdrawn) : [];
  return (
    <>
      <WorkspaceHeader consortium={consortium} here="overview" now={now} />
      <DoneNotice query={await searchParams} words={DONE} />
      <div className="sheet">
        <BidWarnings
          unread={unread.map(({ number }) => number)}
          elsewhere={isSettled(state) ? [] : consortium.elsewhere}
        />
      </div>
      <Section
        title="Les lots et les parts"
        id="parts"
        more={{ href: paths.consortiumMembers(id), label: "Membres et parts" }}
      >
        <PartsTable lots={lots} members={members} />
      </Section>
      {state === "building" && (
        <Section
          title="Les prochaines tâches"
          id="taches"
          more={{ href: paths.consortiumTasks(id), label: "Toutes les tâches" }}
        >
          <ul className="prose">
            {left.slice(0, 5).map(({ id: taskId, title, due, structure, owner }) => (
              <li key={taskId}>
                {title}, pour le {formatDay(due)}
                {(owner ?? structure) && ` (${owner ?? structure})`}
              </li>
            ))}
            {left.length === 0 && <li>Tout est fait.</li>}
          </ul>
        </Section>
      )}
      <Section title="Les pièces à signer" id="pieces" intro="Remplies de ce que le portail sait déjà.">
        <ul className="prose">
          <li>
            <a href={paths.mandateLetterPdf(id)}>Lettre d’habilitation du mandataire (PDF)</a>
          </li>
          <li>
            <a href={paths.partsTablePdf(id)}>Tableau des parts (PDF)</a>
          </li>
          <li>
            <a href={paths.dc1Pdf(id)}>Brouillon de DC1 (PDF)</a>
          </li>
          {own && (
            <li>
              <a href={paths.dc2Pdf(id)}>Brouillon du DC2 de votre structure (PDF)</a>
            </li>
          )}
        </ul>
      </Section>
      <Section title="Ce que dit le groupement" id="termes">
        <DefinitionList items={[{ term: "Forme", value: `${FORM_LABELS[form]}. ${FORM_MEANINGS[form]}` }]} />
        <h3>Pourquoi répondre ensemble</h3>
        <Paragraphs text={justification} />
        {own?.isLead && state === "building" && (
          <Reveal label="Changer la forme ou les raisons">
            <TermsForm consortium={{ id, form, justification }} />
          </Reveal>
        )}
      </Section>
      <Course consortium={consortium} />
    </>
  );
}

/** Where the answer is on its way, and the mandatary's next step. */
function Course({ consortium }: { consortium: ConsortiumView }) {
  const { id, state, steps, own, missing, outcome, openedAt, members, tender } = consortium;
  const seat = members.find(({ structure }) => structure.id === own?.structureId);
  const position = steps.length + 1;
  const isLead = own?.isLead ?? false;
  return (
    <Section title="Le parcours de la réponse" id="parcours">
      <ul className="prose">
        <li>Ouverte le {formatDay(dayOf(openedAt))}</li>
        {steps.map((step) => (
          <li key={step.position}>
            Réponse {STATE_LABELS[step.state]}, le {formatInstant(step.takenAt)}
            {step.reason && `\u202f: ${step.reason}`}
          </li>
        ))}
      </ul>
      {outcome && (
        <>
          <h3>Ce que vous en retenez</h3>
          <Paragraphs text={outcome.lesson} />
        </>
      )}
      {state === "building" &&
        (missing.length > 0 ? (
          <>
            <h3>Avant de déposer</h3>
            <ul className="prose">
              {missing.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        ) : (
          isLead && <SubmitForm id={id} position={position} />
        ))}
      {isLead && (state === "submitted" || state === "won" || state === "lost") && (
        <Reveal label={outcome ? "Corriger le résultat" : "Enregistrer le résultat"}>
          <SettleForm
            id={id}
            position={position}
            known={{
              ...(state === "submitted" ? {} : { state, reason: steps.at(-1)?.reason ?? "" }),
              lesson: outcome?.lesson ?? "",
              amount: outcome?.amountCents ? typedEuros(outcome.amountCents) : "",
            }}
          />
        </Reveal>
      )}
      {seat && state !== "dropped" && (
        <Reveal label="Montrer ou non le montant au club">
          <AmountForm id={id} showsAmount={seat.showsAmount} />
        </Reveal>
      )}
      {isLead && state === "submitted" && tender.respondBefore > requestTime() && (
        <Reveal label="Reprendre la réponse">
          <ResumeForm id={id} position={position} />
        </Reveal>
      )}
      {isLead && !isSettled(state) && (
        <Reveal label="Abandonner la réponse">
          <DropForm id={id} position={position} />
        </Reveal>
      )}
    </Section>
  );
}
