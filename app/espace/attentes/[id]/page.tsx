import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ExpectationComments } from "#components/expectations/expectation-comments";
import { ExpectationHistory } from "#components/expectations/expectation-history";
import { ExpectationVoice } from "#components/expectations/expectation-voice";
import { PublishForm } from "#components/expectations/publish-form";
import { StepForm } from "#components/expectations/step-form";
import { StudyForms } from "#components/expectations/study-forms";
import { ButtonForm } from "#components/forms/button-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { CommissionLabel } from "#components/ui/commission-label";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { TagList } from "#components/ui/tag-list";
import { CATEGORY_LABELS, STATE_LABELS } from "#lib/expectations/labels";
import { type ExpectationView, findExpectation } from "#lib/expectations/queries";
import { withdrawPublicationAction } from "#lib/expectations/study/actions";
import { findStudy, listDecisionsToCite } from "#lib/expectations/study/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay, formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Attente" };

const DONE: Record<string, string> = {
  dite: "Votre attente est dite, avec la voix de votre structure. Vous serez prévenu de chaque suite.",
  voix: "La voix de votre structure est comptée. Vous serez prévenu de chaque suite.",
  reprise: "La voix de votre structure est reprise.",
  commentaire: "Votre commentaire est publié.",
  suite: "La réponse est enregistrée. Ceux qui suivent cette attente en seront prévenus.",
  reunie: "Les deux attentes n’en font plus qu’une, avec toutes leurs voix.",
  mots: "Les mots-clés sont enregistrés.",
  ordre: "L’attente est à l’ordre du jour.",
  publiee: "C’est publié sur le site.",
};

export default async function ExpectationPage({ params, searchParams }: PageProps<"/espace/attentes/[id]">) {
  const actor = await requireActor();
  const now = requestTime();
  const { id } = await params;
  const expectation = await findExpectation(actor, id, now);
  if (!expectation) notFound();
  const study = await findStudy(actor, id, now);
  const answers =
    study !== null || (can(actor, "publish", "Expectation", now) && can(actor, "answer", "Expectation", now));
  const decisions = study?.decisions ?? (answers ? await listDecisionsToCite(actor, now) : []);
  const done = DONE[readParameter(await searchParams, "fait") ?? ""];
  const { commission, mergedInto, publication } = expectation;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Attentes", href: paths.expectations }]} here={expectation.title} />}
        kicker={
          <CommissionLabel slug={commission.slug} name={commission.name} href={paths.commission(commission.slug)} />
        }
        title={expectation.title}
        figures={[
          {
            value: expectation.voiceCount,
            words: expectation.voiceCount > 1 ? "structures la portent" : "structure la porte",
          },
        ]}
      >
        {!mergedInto && (
          <ExpectationVoice expectation={expectation} mayVoice={can(actor, "voice", "Expectation", now)} />
        )}
      </PageHeader>
      {(done || mergedInto) && (
        <div className="sheet">
          {done && (
            <Notice kind="success" isLive>
              <p>{done}</p>
            </Notice>
          )}
          {mergedInto && (
            <Notice>
              <p>
                Cette attente a été réunie à <a href={paths.expectation(mergedInto.id)}>{mergedInto.title}</a>, avec ses
                voix.
              </p>
            </Notice>
          )}
        </div>
      )}
      <Asked expectation={expectation} now={now} />
      <Section title="Ce qui en a été fait" id="histoire" layout="stacked">
        <ExpectationHistory history={expectation.history} />
      </Section>
      {answers && !mergedInto && (
        <Section title="Répondre" id="reponse" layout="stacked">
          <StepForm id={id} state={expectation.state} steps={expectation.stepsTaken} decisions={decisions} />
        </Section>
      )}
      {study && !mergedInto && <Study expectation={expectation} study={study} />}
      {can(actor, "publish", "Expectation", now) && ["kept", "in_progress", "done"].includes(expectation.state) && (
        <Section title="Le dire à tous" id="publication" layout="stacked">
          <PublishForm id={id} publication={publication} title={expectation.title} />
          {publication && (
            <ButtonForm action={withdrawPublicationAction} id="retirer" fields={{ id }} kind="quiet">
              Retirer du site
            </ButtonForm>
          )}
        </Section>
      )}
      <Section title={count(expectation.comments.length, "commentaire")} id="commentaires" layout="stacked">
        <ExpectationComments expectationId={id} comments={expectation.comments} isOpen={!mergedInto} />
      </Section>
    </>
  );
}

function Asked({ expectation, now }: { expectation: ExpectationView; now: Date }) {
  const { author, category, isAnonymous } = expectation;
  return (
    <Section title="Ce qui est attendu" layout="stacked">
      <Paragraphs text={expectation.body} />
      <TagList tags={expectation.tags.map((label) => ({ label }))} label="Mots-clés" />
      <DefinitionList
        items={[
          {
            term: "État",
            value: `${STATE_LABELS[expectation.state]} depuis le ${formatDay(dayOf(expectation.stateSince))}`,
          },
          { term: "Dite le", value: formatInstant(expectation.voicedAt) },
          {
            term: "Par",
            value: isAnonymous
              ? "une structure qui a préféré ne pas se nommer"
              : `${author?.name ?? "un ancien membre"}, ${author?.structure}`,
          },
          { term: "Catégorie", value: category ? CATEGORY_LABELS[category] : null },
          { term: "Soutenue par", value: expectation.supporters.map(({ name }) => name).join(", ") },
          { term: "Réunies à elle", value: expectation.merged.join(", ") },
        ]}
      />
      {expectation.surveys.length > 0 && (
        <ul>
          {expectation.surveys.map(({ id: surveyId, question, closesAt }) => (
            <li key={surveyId}>
              <a href={paths.survey(surveyId)}>{question}</a>{" "}
              {closesAt > now ? `(à répondre avant le ${formatDay(dayOf(closesAt))})` : "(résultats)"}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type StudyProps = { expectation: ExpectationView; study: NonNullable<Awaited<ReturnType<typeof findStudy>>> };

function Study({ expectation: { id, commission }, study }: StudyProps) {
  return (
    <Section title="Étudier" id="etude" layout="stacked" intro="Réservé aux responsables de la commission.">
      <ButtonLink href={`${paths.newSurvey(commission.slug)}&attente=${id}`} kind="secondary">
        Poser une question à la commission
      </ButtonLink>
      <StudyForms
        id={id}
        tags={study.tags}
        others={study.others}
        meetings={study.meetings.map((meeting) => ({
          id: meeting.id,
          label: `${meeting.title}, ${formatInstant(meeting.startsAt)}`,
        }))}
      />
    </Section>
  );
}
