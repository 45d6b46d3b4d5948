import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { DataTable } from "#components/ui/data-table";
import { DefinitionList } from "#components/ui/definition-list";
import { Figure } from "#components/ui/figure";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { STATE_LABELS } from "#lib/expectations/labels";
import { findMandateFile, type MandateFile } from "#lib/mandates/file/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay, formatDayShort, formatDays, formatInstant } from "#lib/platform/dates";
import { count, plural } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Dossier du mandat" };

export default async function MandateFilePage({ params }: PageProps<"/espace/commissions/[slug]/mandat">) {
  const { slug } = await params;
  const file = (await findMandateFile(await requireActor(), slug, requestTime())) ?? notFound();
  const { commission, lead, successor, since, due, meetings, answered, syntheses, decisions } = file;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: commission.name, href: paths.commission(slug) }]} here="Mandat" />}
        kicker={commission.name}
        title="Dossier du mandat"
        lead={
          lead
            ? `${lead.name}, responsable depuis le ${formatDay(lead.startsOn)}.`
            : "Personne n’est responsable de cette commission aujourd’hui."
        }
        figures={
          lead?.daysLeft == null
            ? []
            : [
                {
                  value: lead.daysLeft,
                  words: plural(lead.daysLeft, "jour de mandat restant", "jours de mandat restants"),
                },
              ]
        }
      >
        <div className="intentions">
          <ButtonLink href={paths.mandateFilePdf(slug)}>Dossier de passation (PDF)</ButtonLink>
        </div>
      </PageHeader>
      <Section title="À faire" id="a-faire">
        {due.length === 0 ? (
          <p>Rien n’attend : la commission est à jour.</p>
        ) : (
          <ul className="prose">
            {due.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Ce qui a été fait" id="fait" intro={`Depuis le ${formatDay(since)}.`} layout="stacked">
        <ul className="figure-wall">
          {[
            { value: meetings.length, one: "réunion tenue", many: "réunions tenues" },
            {
              value: meetings.filter(({ hasMinutes }) => hasMinutes).length,
              one: "compte rendu publié",
              many: "comptes rendus publiés",
            },
            { value: answered, one: "attente qui a eu sa réponse", many: "attentes qui ont eu leur réponse" },
            { value: syntheses.length, one: "synthèse présentée", many: "synthèses présentées" },
          ].map(({ value, one, many }) => (
            <li key={many}>
              <Figure value={value} words={plural(value, one, many)} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="La fin du mandat" id="fin">
        <DefinitionList
          items={[
            { term: "Dernier jour", value: lead?.endsOn ? formatDay(lead.endsOn) : "non fixé" },
            { term: "Prévenu", value: lead?.remindedOn && `le ${formatDay(lead.remindedOn)}` },
            {
              term: "La suite",
              value: successor
                ? `${successor.name}, à partir du ${formatDay(successor.startsOn)}`
                : "à désigner par le comité",
            },
          ]}
        />
      </Section>
      <Open file={file} />
      <Section title="Dernières décisions" id="decisions">
        <ul className="prose">
          {decisions.map(({ number, title, decidedOn }) => (
            <li key={number}>
              {number}, {formatDayShort(decidedOn)} : {title}
            </li>
          ))}
          {decisions.length === 0 && <li>Aucune décision encore.</li>}
        </ul>
      </Section>
      <Section title="Documents" id="documents">
        <ul className="prose">
          {syntheses.map(({ id, presentedAt }) => (
            <li key={id}>
              <a href={paths.presentedSynthesis(id)}>Synthèse présentée le {formatDay(dayOf(presentedAt))}</a>
            </li>
          ))}
          {meetings.slice(0, 6).map(({ slug: event, title, day, hasMinutes, present }) => (
            <li key={event}>
              <a href={paths.event(event)}>
                {title}, {formatDay(day)}
              </a>{" "}
              ({count(present, "présent")}, {hasMinutes ? "compte rendu publié" : "compte rendu à publier"})
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title="Le groupe"
        id="groupe"
        layout="stacked"
        intro="Réservé au responsable, à son successeur et au comité."
      >
        <DataTable
          caption="Les personnes des structures membres"
          rows={file.contacts}
          rowKey={({ structure, email }) => `${structure} ${email}`}
          columns={[
            { label: "Structure", cell: ({ structure }) => structure },
            { label: "Nom", cell: ({ name, position }) => (position ? `${name}, ${position}` : name) },
            { label: "Adresse", cell: ({ email }) => <a href={`mailto:${email}`}>{email}</a> },
          ]}
        />
      </Section>
    </>
  );
}

/** What is open: expectations, a date looked for, the window of the next meeting. */
function Open({ file: { expectations, polls, rhythm } }: { file: MandateFile }) {
  return (
    <Section title="En cours" id="en-cours">
      <p>
        Prochaine réunion :{" "}
        {rhythm?.nextOn
          ? formatDay(rhythm.nextOn)
          : rhythm?.window
            ? `à fixer ${formatDays(rhythm.window.from, rhythm.window.to)}`
            : "à fixer"}
        .
      </p>
      {polls.map(({ id, title, deadline }) => (
        <p key={id}>
          Sondage « {title} », réponses jusqu’au {formatInstant(deadline)}.
        </p>
      ))}
      <BrickList label="Attentes en cours">
        {expectations.map(({ id, title, state, voices, voicedOn }) => (
          <BrickRow key={id} title={title} href={paths.expectation(id)} aside={<p>{STATE_LABELS[state]}</p>}>
            <p className="field-hint">
              {count(voices, "voix", "voix")}, exprimée le {formatDayShort(voicedOn)}
            </p>
          </BrickRow>
        ))}
      </BrickList>
      {expectations.length === 0 && <p>Aucune attente n’est ouverte.</p>}
    </Section>
  );
}
