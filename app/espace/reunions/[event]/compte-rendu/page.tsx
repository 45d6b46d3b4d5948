import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CorrectionAnswerForm } from "#components/meetings/correction-answer-form";
import { CorrectionForm } from "#components/meetings/correction-form";
import { MinutesText } from "#components/meetings/minutes-text";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DataTable } from "#components/ui/data-table";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { findMinutes, type MinutesView } from "#lib/meetings/minutes/queries";
import { CORRECTION_DAYS } from "#lib/meetings/minutes/rules";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay, formatInstant, formatRange } from "#lib/platform/dates";
import { formatList } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Compte rendu" };

const DONE = {
  approuve: `Le compte rendu est approuvé\u202f: les personnes présentes sont prévenues et ont ${CORRECTION_DAYS} jours pour demander une correction. Il sera ensuite publié tout seul.`,
  corrige: "La version corrigée est enregistrée\u202f: décisions et actions suivent le texte.",
  correction: "Votre demande est transmise. La réponse paraîtra ici.",
  reponse: "Votre réponse est enregistrée. Si vous acceptez, corrigez le texte.",
};

type Props = PageProps<"/espace/reunions/[event]/compte-rendu">;

export default async function MinutesPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const minutes = (await findMinutes(await requireActor(), slug, requestTime())) ?? notFound();
  const { event, state, until, blocks, decisions, actions, isRunner, publication } = minutes;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Comptes rendus", href: paths.minutesArchive }]} here={event.title} />}
        kicker="Compte rendu"
        title={event.title}
        lead={`${formatRange(event.startsAt, event.endsAt)}${event.place ? `, ${event.place}` : ""}.`}
      >
        <div className="intentions no-print">
          {isRunner && state === "approved" && (
            <ButtonLink href={paths.minutesDesk(slug)}>Corriger le texte</ButtonLink>
          )}
          <ButtonLink href={paths.minutesPdf(slug)} kind="secondary">
            Le compte rendu (PDF)
          </ButtonLink>
        </div>
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      {state === "approved" && until && (
        <div className="sheet">
          <Notice title="Approuvé, ouvert aux corrections">
            <p>
              Les personnes présentes peuvent demander une correction jusqu’au {formatInstant(until)}. Il sera ensuite
              publié aux adhérents et ne changera plus.
            </p>
          </Notice>
        </div>
      )}
      <Section title="Qui était là">
        <Attendance minutes={minutes} />
      </Section>
      <Section title="Ce qui s’est dit" id="texte" layout="stacked">
        <MinutesText blocks={blocks} />
        {publication && (
          <p className="no-print">
            Une partie en est <a href={paths.publicMinutes(slug)}>publique</a>.
          </p>
        )}
      </Section>
      {decisions.length > 0 && (
        <Section title="Décisions" id="decisions" layout="stacked">
          <DataTable
            caption="Ce qui a été décidé"
            rows={decisions}
            rowKey={({ number }) => number}
            columns={[
              { label: "Numéro", cell: ({ number }) => number },
              { label: "Décision", cell: ({ title }) => title },
              { label: "Lisible par", cell: ({ visibility }) => READERS[visibility] },
            ]}
          />
        </Section>
      )}
      {actions.length > 0 && (
        <Section title="Actions" id="actions" layout="stacked">
          <DataTable
            caption="Ce qui est à faire"
            rows={actions}
            rowKey={({ id }) => id}
            columns={[
              { label: "Action", cell: ({ text }) => text },
              { label: "Qui", cell: ({ owner }) => owner },
              {
                label: "État",
                cell: ({ doneAt, dueOn }) =>
                  doneAt ? `faite le ${formatDay(dayOf(doneAt))}` : `avant le ${formatDay(dueOn)}`,
              },
            ]}
          />
        </Section>
      )}
      <Corrections minutes={minutes} />
    </>
  );
}

const READERS = { public: "tous", members: "les adhérents", body: "le comité" };

function Attendance({ minutes: { attendance, approvedBy, approvedAt } }: { minutes: MinutesView }) {
  const { present, excused, represented } = attendance;
  return (
    <DefinitionList
      items={[
        { term: `Présents (${present.length})`, value: listed(present) },
        { term: "Excusés", value: listed(excused) },
        { term: "Représentés", value: listed(represented) },
        {
          term: "Approuvé",
          value: approvedAt && `le ${formatDay(dayOf(approvedAt))}${approvedBy ? ` par ${approvedBy}` : ""}`,
        },
      ]}
    />
  );
}

/** Empty: the line is not shown. */
function listed(names: string[]): string | null {
  return names.length > 0 ? formatList(names) : null;
}

/** What those who were there asked for, and what they were answered: between them and whoever runs the meeting. */
function Corrections({ minutes }: { minutes: MinutesView }) {
  const { corrections, mayCorrect, isRunner, meetingId, publishedAt } = minutes;
  if (corrections.length === 0 && !mayCorrect) return null;
  return (
    <Section title="Corrections" id="corrections" layout="stacked">
      {corrections.length > 0 && (
        <ul className="corrections">
          {corrections.map(({ id, by, text, askedAt, answeredAt, isAccepted, answer }) => (
            <li key={id}>
              <p className="comment-head">
                {by}, le {formatDay(dayOf(askedAt))}
              </p>
              <Paragraphs text={text} />
              {answeredAt ? (
                <p>
                  <strong>{isAccepted ? "Acceptée" : "Refusée"}</strong>
                  {answer && ` : ${answer}`}
                </p>
              ) : isRunner && !publishedAt ? (
                <CorrectionAnswerForm correctionId={id} by={by} />
              ) : (
                <p className="text-ardoise">Sans réponse.</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayCorrect && <CorrectionForm meetingId={meetingId} />}
    </Section>
  );
}
