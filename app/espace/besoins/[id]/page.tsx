import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerForm } from "#components/needs/answer-form";
import { NeedTalk } from "#components/needs/need-talk";
import { WordForm } from "#components/needs/word-form";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { writeToBuyerAction } from "#lib/needs/answer/actions";
import { findNeedForMe } from "#lib/needs/answer/queries";
import { BUDGET_LABELS, DELAY_LABELS, HEADCOUNT_LABELS, STATE_LABELS } from "#lib/needs/labels";
import { requestTime } from "#lib/platform/clock";
import { dayOfColumn, formatDay, formatInstant } from "#lib/platform/dates";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Un besoin" };

export default async function MemberNeedPage({ params }: PageProps<"/espace/besoins/[id]">) {
  const actor = await requireActor();
  const { id } = await params;
  const found = await findNeedForMe(actor, id, requestTime());
  if (!found) notFound();
  const { need, contact, state, dueAt, promisedOn, messages, structure } = found;
  const canWrite = !need.closedAt && (state === "interested" || state === "asking");
  return (
    <>
      <PageHeader
        kicker={`Besoin reçu par ${structure.name}`}
        title={need.closedAt && state !== "won" ? "Besoin clos" : STATE_LABELS[state]}
        lead={
          state === "waiting" && dueAt && !need.closedAt
            ? `L’acheteur attend votre mot avant le ${formatInstant(dueAt)}.`
            : undefined
        }
      />
      <Section title="Le besoin">
        <p className="need-quote">{need.text}</p>
        <DefinitionList
          items={[
            { term: "Commune", value: need.city },
            { term: "Pour quand", value: DELAY_LABELS[need.delay] },
            { term: "Budget", value: BUDGET_LABELS[need.budget] },
            { term: "Effectif", value: need.headcount && HEADCOUNT_LABELS[need.headcount] },
            { term: "Vous avez promis une offre pour le", value: promisedOn && formatDay(dayOfColumn(promisedOn)) },
          ]}
        />
      </Section>
      <Section title="L’acheteur">
        {contact ? (
          <DefinitionList
            items={[
              { term: "Nom", value: contact.name },
              { term: "Pour", value: contact.organization },
              { term: "E-mail", value: <a href={`mailto:${contact.email}`}>{contact.email}</a> },
              {
                term: "Téléphone",
                value: contact.phone && <a href={`tel:${contact.phone.replaceAll(" ", "")}`}>{contact.phone}</a>,
              },
            ]}
          />
        ) : (
          <Notice>
            <p>Ses coordonnées vous sont données dès que vous vous dites intéressé.</p>
          </Notice>
        )}
        <NeedTalk messages={messages} mine="member" otherName="L’acheteur" />
        {canWrite && (
          <WordForm action={writeToBuyerAction} id="ecrire" fields={{ needId: need.id }} label="Écrire à l’acheteur" />
        )}
      </Section>
      {!need.closedAt && state !== "won" && (
        <Section
          title={state === "waiting" || state === "silent" ? "Votre réponse" : "Changer votre réponse"}
          intro="Elle part aussitôt à l’acheteur."
        >
          <AnswerForm needId={need.id} current={state} />
        </Section>
      )}
    </>
  );
}
