import type { Metadata } from "next";
import { AssemblyRows } from "#components/assemblies/assembly-rows";
import { ButtonForm } from "#components/forms/button-form";
import { HolidayForm } from "#components/meetings/holiday-form";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { CommissionLabel } from "#components/ui/commission-label";
import { DataTable } from "#components/ui/data-table";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listAssemblies } from "#lib/assemblies/queries";
import { removeSchoolHolidayAction } from "#lib/meetings/holidays/actions";
import { listSchoolHolidays } from "#lib/meetings/holidays/queries";
import { listLedPolls } from "#lib/meetings/polls/waiting/queries";
import { listRhythms } from "#lib/meetings/queries";
import { daysLate, RHYTHM, type Rhythm } from "#lib/meetings/rules";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { type Day, dayOf, formatDayShort, formatDays, formatInstant } from "#lib/platform/dates";
import { count, plural } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

export const metadata: Metadata = { title: "Réunions" };

export default async function BoardMeetingsPage({ searchParams }: PageProps<"/comite/reunions">) {
  const actor = await requireActor();
  const now = requestTime();
  const [rhythms, holidays, assemblies, polls] = await Promise.all([
    listRhythms(now),
    listSchoolHolidays(actor, now),
    listAssemblies(actor, now),
    listLedPolls(actor, null, now),
  ]);
  const late = rhythms.filter(({ rhythm }) => rhythm.state === "late").length;
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Les réunions"
        lead="Celles du comité, les assemblées générales, et le rythme des commissions."
        figures={[{ value: late, words: plural(late, "commission en retard", "commissions en retard") }]}
      />
      <Sessions actor={actor} assemblies={assemblies} polls={polls} now={now} />
      <Section
        title="Le rythme des commissions"
        id="rythme"
        layout="stacked"
        intro={`Chacune se réunit tous les un à deux mois\u202f: ${RHYTHM.earliest} à ${RHYTHM.latest} jours après la réunion précédente.`}
      >
        <DataTable
          caption="Les commissions et leur rythme"
          rows={rhythms}
          rowKey={({ slug }) => slug}
          columns={[
            { label: "Commission", cell: ({ slug, name }) => <CommissionLabel slug={slug} name={name} /> },
            {
              label: "Dernière réunion",
              cell: ({ rhythm: { lastOn } }) => (lastOn ? formatDayShort(lastOn) : "aucune encore"),
            },
            {
              label: "Attendue",
              cell: ({ rhythm: { window } }) => (window ? formatDays(window.from, window.to) : "dès que possible"),
            },
            {
              label: "Prochaine",
              cell: ({ rhythm: { nextOn } }) => (nextOn ? formatDayShort(nextOn) : "pas encore fixée"),
            },
            { label: "Rythme", cell: ({ rhythm }) => stateInWords(rhythm, dayOf(now)) },
          ]}
        />
      </Section>
      <Holidays holidays={holidays} isDone={Boolean(readParameter(await searchParams, "fait"))} />
    </>
  );
}

function stateInWords(rhythm: Rhythm, today: Day) {
  if (rhythm.state === "late") return <strong>en retard de {count(daysLate(rhythm, today), "jour")}</strong>;
  if (rhythm.state === "planned_late") return <strong>fixée {count(daysLate(rhythm, today), "jour")} trop tard</strong>;
  return rhythm.state === "planned" ? "date fixée" : "à temps";
}

type SessionsProps = {
  actor: Actor;
  assemblies: Awaited<ReturnType<typeof listAssemblies>>;
  polls: Awaited<ReturnType<typeof listLedPolls>>;
  now: Date;
};

function Sessions({ actor, assemblies, polls, now }: SessionsProps) {
  return (
    <Section title="Comité et assemblées" id="assemblees">
      {can(actor, "preside", "Assembly", now) && (
        <div className="intentions mb-6">
          <ButtonLink href={paths.newBoardPoll}>Chercher une date pour le comité</ButtonLink>
          <ButtonLink href={paths.newAssembly("board")} kind="secondary">
            Convoquer le comité
          </ButtonLink>
          <ButtonLink href={paths.newAssembly("ordinary")} kind="secondary">
            Convoquer une assemblée générale
          </ButtonLink>
          <ButtonLink href={paths.newAssembly("extraordinary")} kind="quiet">
            Assemblée extraordinaire
          </ButtonLink>
          <ButtonLink href={paths.assemblyRules} kind="quiet">
            Règles des statuts
          </ButtonLink>
        </div>
      )}
      {polls.length > 0 && (
        <BrickList label="Dates cherchées pour le comité">
          {polls.map(({ id, title, deadline, closing }) => (
            <BrickRow
              key={id}
              title={title}
              href={paths.poll(null, id)}
              aside={<p>{closing || deadline <= now ? "Une date à retenir" : "Réponses en cours"}</p>}
            >
              <p>Dernier jour pour répondre : {formatInstant(deadline)}.</p>
            </BrickRow>
          ))}
        </BrickList>
      )}
      {assemblies.length === 0 ? (
        <p>Aucune séance n’a encore été convoquée ici.</p>
      ) : (
        <AssemblyRows
          assemblies={assemblies}
          label="Réunions du comité et assemblées"
          href={(slug) => (can(actor, "preside", "Assembly", now) ? paths.meeting(null, slug) : paths.assembly(slug))}
        />
      )}
    </Section>
  );
}

function Holidays({ holidays, isDone }: { holidays: Awaited<ReturnType<typeof listSchoolHolidays>>; isDone: boolean }) {
  return (
    <Section
      title="Vacances scolaires"
      layout="stacked"
      intro="Celles de la zone B (académie de Lille). Les dates proposées les évitent autant que possible."
    >
      {isDone && (
        <Notice kind="success" isLive>
          <p>Les vacances sont à jour.</p>
        </Notice>
      )}
      <DataTable
        caption="Vacances à venir"
        rows={holidays}
        rowKey={({ id }) => id}
        columns={[
          { label: "Nom", cell: ({ name }) => name },
          { label: "Jours", cell: ({ firstDay, lastDay }) => formatDays(firstDay, lastDay) },
          {
            label: "Retirer",
            cell: ({ id, name }) => (
              <ButtonForm
                action={removeSchoolHolidayAction}
                id={`retirer-${id}`}
                fields={{ id }}
                failure="Les vacances ne sont pas retirées"
                kind="quiet"
              >
                Retirer<span className="sr-only"> {name}</span>
              </ButtonForm>
            ),
          },
        ]}
      />
      <HolidayForm />
    </Section>
  );
}
