import { ButtonForm } from "#components/forms/button-form";
import { DataTable } from "#components/ui/data-table";
import { dayOf, formatDayShort } from "#lib/platform/dates";
import { noteElsewhereAction } from "#lib/schools/actions";
import type { CohortLine } from "#lib/schools/cohort/queries";
import { STAGE_LABELS } from "#lib/schools/labels";

const STATES = { searching: "withdrawn", applied: "received", talking: "offered", placed: "accepted" } as const;

/** The school's students, those who wait most first. */
export function CohortTable({ students }: { students: CohortLine[] }) {
  return (
    <DataTable
      caption="Les étudiants qui ont accepté d’être suivis"
      rows={students}
      rowKey={({ personId }) => personId}
      columns={[
        {
          label: "Étudiant",
          cell: ({ firstName, lastName, email }) => (
            <a href={`mailto:${email}`}>
              {firstName} {lastName}
            </a>
          ),
        },
        { label: "Diplôme", cell: ({ diploma }) => diploma },
        {
          label: "État",
          cell: ({ stage }) => (
            <span className={`application-state application-${STATES[stage]}`}>{STAGE_LABELS[stage]}</span>
          ),
        },
        {
          label: "Candidatures",
          cell: ({ sent, lastSentAt }) =>
            lastSentAt ? `${sent}, la dernière le ${formatDayShort(dayOf(lastSentAt))}` : sent,
        },
        {
          label: "Suite",
          cell: (student) => <Next student={student} />,
        },
      ]}
    />
  );
}

/** Where the student goes, or what was done; and whether they found outside the club. */
function Next({ student: { personId, firstName, host, wokenAt, foundElsewhereAt } }: { student: CohortLine }) {
  if (host) return host;
  return (
    <>
      {foundElsewhereAt ? "hors du club" : wokenAt && `relancé le ${formatDayShort(dayOf(wokenAt))}`}
      <ButtonForm
        action={noteElsewhereAction}
        id={`ailleurs-${personId}`}
        fields={{ studentId: personId, isElsewhere: String(!foundElsewhereAt) }}
        kind="quiet"
      >
        {foundElsewhereAt ? "Cherche encore" : "Placé ailleurs"}
        <span className="sr-only">{`\u202f: ${firstName}`}</span>
      </ButtonForm>
    </>
  );
}
