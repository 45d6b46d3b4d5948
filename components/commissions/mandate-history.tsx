import { DataTable } from "#components/ui/data-table";
import { Section } from "#components/ui/section";
import { dayOfColumn, formatDayShort } from "#lib/platform/dates";

type Mandate = { function: string; name: string; startsOn: Date; endsOn: Date | null; isCurrent: boolean };

/** Who runs the commission and who ran it: mandates are public. */
export function MandateHistory({ mandates }: { mandates: Mandate[] }) {
  if (mandates.length === 0) return null;
  return (
    <Section title="Mandats" id="mandats">
      <DataTable
        caption="Responsables et suppléants, du plus récent au plus ancien"
        rows={mandates}
        rowKey={({ name, startsOn }) => `${name} ${startsOn.getTime()}`}
        columns={[
          { label: "Nom", cell: ({ name }) => name },
          { label: "Fonction", cell: (mandate) => (mandate.function === "lead" ? "Responsable" : "Suppléant") },
          { label: "Depuis le", cell: ({ startsOn }) => formatDayShort(dayOfColumn(startsOn)) },
          {
            label: "Jusqu’au",
            cell: ({ endsOn, isCurrent }) =>
              endsOn ? formatDayShort(dayOfColumn(endsOn)) : isCurrent ? "en cours" : "",
          },
        ]}
      />
    </Section>
  );
}
