import { DataTable } from "#components/ui/data-table";
import { FUNCTION_LABELS } from "#lib/mandates/labels";
import type { MandateView } from "#lib/mandates/queries";
import { formatDayShort } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

type Props = { caption: string; mandates: MandateView[] };

/** Who holds what, from when to when; each line leads to what can be done with it. */
export function MandateTable({ caption, mandates }: Props) {
  return (
    <DataTable
      caption={caption}
      rows={mandates}
      rowKey={({ id }) => id}
      columns={[
        { label: "Fonction", cell: (mandate) => FUNCTION_LABELS[mandate.function] },
        { label: "Personne", cell: ({ id, person }) => <a href={paths.boardMandate(id)}>{person.name}</a> },
        {
          label: "Depuis le",
          cell: ({ startsOn, state }) => (
            <>
              {formatDayShort(startsOn)}
              {state === "coming" && " (à venir)"}
            </>
          ),
        },
        { label: "Jusqu’au", cell: ({ endsOn }) => (endsOn ? formatDayShort(endsOn) : "remplacement") },
      ]}
    />
  );
}
