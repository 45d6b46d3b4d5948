import { ButtonForm } from "#components/forms/button-form";
import { DataTable, NOTHING } from "#components/ui/data-table";
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
          label: "Personne",
          cell: ({ firstName, lastName, guests, email }) => (
            <>
              <strong>{`${lastName} ${firstName}`}</strong>
              {guests > 0 && ` + ${guests}`}
              <br />
              <a href={`mailto:${email}`}>{email}</a>
            </>
          ),
        },
        {
          label: "Structure",
          cell: ({ organization, structureId }) => `${organization ?? NOTHING}${structureId ? " (adhérent)" : ""}`,
        },
        ...(questions.length > 0
          ? [
              {
                label: "Réponses",
                cell: ({ answers }: Registrant) => <Answers answers={answers} questions={questions} />,
              },
            ]
          : []),
        { label: "État", cell: ({ state }) => STATE_LABELS[state] },
        {
          label: "À l’accueil",
          cell: (row) =>
            row.state === "registered" ? <Welcome row={row} next={next} canRelease={canRelease} /> : NOTHING,
        },
      ]}
    />
  );
}

function Answers({ answers, questions }: Pick<Registrant, "answers"> & Pick<Props, "questions">) {
  return (
    <ul>
      {questions.map(({ id, label }) => {
        const value = answers.find(({ questionId }) => questionId === id)?.value;
        return value && <li key={id}>{`${label} ${value}`}</li>;
      })}
    </ul>
  );
}

function Welcome({ row, next, canRelease }: { row: Registrant } & Pick<Props, "next" | "canRelease">) {
  const { id, presentAt } = row;
  const name = `${row.firstName} ${row.lastName}`;
  return (
    <div>
      {presentAt && <p>{`Présent à ${formatTime(presentAt)}`}</p>}
      <ButtonForm
        action={notePresenceAction}
        id={`presence-${id}`}
        fields={{ registrationId: id, present: presentAt ? "0" : "1", next }}
        kind={presentAt ? "quiet" : "secondary"}
      >
        {presentAt ? "Annuler" : "Présent"}
        <span className="sr-only">{`\u202f: ${name}`}</span>
      </ButtonForm>
      {canRelease && !presentAt && (
        <Reveal label="Ne vient plus">
          <ButtonForm action={releasePlaceAction} id={`liberer-${id}`} fields={{ registrationId: id }}>
            {`Laisser la place de ${name}`}
          </ButtonForm>
        </Reveal>
      )}
    </div>
  );
}
