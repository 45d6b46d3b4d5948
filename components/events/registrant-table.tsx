import { ButtonForm } from "#components/forms/button-form";
import { DataTable } from "#components/ui/data-table";
import { Reveal } from "#components/ui/reveal";
import { notePresenceAction, releasePlaceAction } from "#lib/events/registrations/desk/actions";
import type { Registrant } from "#lib/events/registrations/desk/queries";
import { STATE_LABELS } from "#lib/events/registrations/labels";
import { formatTime } from "#lib/platform/dates";

type Props = {
  rows: Registrant[];
  questions: { id: string; label: string }[];
  /** Where to come back to after a button. */
  next: string;
  canRelease: boolean;
};

/** Who comes, what they answered, who is there. */
export function RegistrantTable({ rows, questions, next, canRelease }: Props) {
  return (
    <DataTable
      caption="Les personnes inscrites"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Nom",
          cell: ({ firstName, lastName, guests }) => `${lastName} ${firstName}${guests > 0 ? `, + ${guests}` : ""}`,
        },
        {
          label: "Structure",
          cell: ({ organization, structureId }) => `${organization ?? "—"}${structureId ? " (adhérent)" : ""}`,
        },
        { label: "Adresse", cell: ({ email }) => <a href={`mailto:${email}`}>{email}</a> },
        ...questions.map((question) => ({
          label: question.label,
          cell: ({ answers }: Registrant) => answers.find(({ questionId }) => questionId === question.id)?.value ?? "—",
        })),
        { label: "État", cell: ({ state }) => STATE_LABELS[state] },
        {
          label: "À l’accueil",
          cell: ({ id, state, presentAt, firstName, lastName }) =>
            state === "registered" ? (
              <>
                {presentAt && <span>{`Présent à ${formatTime(presentAt)} `}</span>}
                <ButtonForm
                  action={notePresenceAction}
                  id={`presence-${id}`}
                  fields={{ registrationId: id, present: presentAt ? "0" : "1", next }}
                  kind={presentAt ? "quiet" : "secondary"}
                >
                  {presentAt ? "Annuler" : "Présent"}
                  <span className="sr-only">{` : ${firstName} ${lastName}`}</span>
                </ButtonForm>
                {canRelease && !presentAt && (
                  <Reveal label="Ne vient plus">
                    <ButtonForm action={releasePlaceAction} id={`liberer-${id}`} fields={{ registrationId: id }}>
                      {`Laisser la place de ${firstName} ${lastName}`}
                    </ButtonForm>
                  </Reveal>
                )}
              </>
            ) : (
              "—"
            ),
        },
      ]}
    />
  );
}
