import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerSurveyForm } from "#components/expectations/survey-forms";
import { SurveyResults } from "#components/expectations/survey-results";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { CommissionLabel } from "#components/ui/commission-label";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { SURVEY_METHODS } from "#lib/expectations/surveys/labels";
import { findSurvey } from "#lib/expectations/surveys/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { addDays, dayOf, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Question à la commission" };

const DONE: Record<string, string> = {
  posee: "La question est posée\u202f: les structures de la commission en sont prévenues.",
  repondu: "La réponse de votre structure est enregistrée. Vous pouvez la changer jusqu’à la clôture.",
};

export default async function SurveyPage({ params, searchParams }: PageProps<"/espace/sondages/[id]">) {
  const actor = await requireActor();
  const { id } = await params;
  const survey = await findSurvey(actor, id, requestTime());
  if (!survey) notFound();
  const done = DONE[readParameter(await searchParams, "fait") ?? ""];
  const { results, commission, expectation } = survey;
  // It closes at midnight: the day before is the last one.
  const lastDay = addDays(dayOf(survey.closesAt), -1);
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Attentes", href: paths.expectations }]} here={survey.question} />}
        kicker={<CommissionLabel slug={commission.slug} name={commission.name} />}
        title={survey.question}
        lead={`${survey.isOpen ? "À répondre jusqu’au" : "Close depuis le"} ${formatDay(lastDay)}, ${survey.isOpen ? "compris" : "au soir"}.`}
      >
        {expectation && (
          <p>
            Au sujet de l’attente <a href={paths.expectation(expectation.id)}>{expectation.title}</a>
          </p>
        )}
      </PageHeader>
      {done && (
        <div className="sheet">
          <Notice kind="success" isLive>
            <p>{done}</p>
          </Notice>
        </div>
      )}
      {survey.isOpen && (
        <Section
          title={actor.actingFor ? `La réponse de ${actor.actingFor.name}` : "Répondre"}
          intro={SURVEY_METHODS[survey.kind]}
        >
          <AnswerSurveyForm survey={survey} />
        </Section>
      )}
      {results && (
        <Section
          title={survey.isOpen ? "Où l’on en est" : "Résultats"}
          {...(survey.isOpen ? {} : { intro: SURVEY_METHODS[survey.kind] })}
        >
          <SurveyResults survey={{ ...survey, results }} />
        </Section>
      )}
    </>
  );
}
