import type { Metadata } from "next";
import { ButtonForm } from "#components/forms/button-form";
import { HolidayForm } from "#components/meetings/holiday-form";
import { CommissionLabel } from "#components/ui/commission-label";
import { DataTable } from "#components/ui/data-table";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { removeSchoolHolidayAction } from "#lib/meetings/holidays/actions";
import { listSchoolHolidays } from "#lib/meetings/holidays/queries";
import { listRhythms } from "#lib/meetings/queries";
import { daysLate, type Rhythm } from "#lib/meetings/rules";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { type Day, dayOf, formatDayShort, formatDays } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Réunions des commissions" };

export default async function BoardMeetingsPage({ searchParams }: PageProps<"/comite/reunions">) {
  const actor = await requireActor();
  const now = requestTime();
  const [rhythms, holidays] = await Promise.all([listRhythms(now), listSchoolHolidays(actor, now)]);
  const late = rhythms.filter(({ rhythm }) => rhythm.isLate).length;
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Le rythme des commissions"
        lead="Chacune se réunit tous les un à deux mois : 28 à 62 jours après la réunion précédente."
        figures={[{ value: late, words: late > 1 ? "en retard" : "en retard" }]}
      />
      <Section title="Où elles en sont" layout="stacked">
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
      <Section
        title="Vacances scolaires"
        layout="stacked"
        intro="Celles de la zone B (académie de Lille). Les dates proposées les évitent autant que possible."
      >
        {readParameter(await searchParams, "fait") && (
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
    </>
  );
}

function stateInWords(rhythm: Rhythm, today: Day) {
  if (rhythm.state === "late") return <strong>en retard de {count(daysLate(rhythm, today), "jour")}</strong>;
  if (rhythm.state === "planned_late") return <strong>fixée {count(daysLate(rhythm, today), "jour")} trop tard</strong>;
  return rhythm.state === "planned" ? "date fixée" : "à temps";
}
