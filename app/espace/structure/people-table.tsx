import { ButtonForm } from "#components/forms/button-form";
import { DataTable } from "#components/ui/data-table";
import { Reveal } from "#components/ui/reveal";
import { changeRoleAction, handOverAction, removePersonAction } from "#lib/people/affiliations/actions";
import type { ColleagueView } from "#lib/people/affiliations/queries";
import { ROLE_LABELS } from "#lib/people/labels";
import { dayOfColumn, formatDayShort } from "#lib/platform/dates";
import type { PersonActor } from "#lib/policy/actor";

type Props = { people: ColleagueView[]; actor: PersonActor; isReferent: boolean };

/** Who speaks for the structure; a référent decides, row by row. */
export function PeopleTable({ people, actor, isReferent }: Props) {
  return (
    <DataTable
      caption="Les personnes qui la représentent, référents d’abord"
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          label: "Personne",
          cell: ({ person, position }) => (
            <>
              <strong>
                {person.firstName} {person.lastName}
              </strong>
              {person.id === actor.personId && " (vous)"}
              {position && <span className="block">{position}</span>}
            </>
          ),
        },
        { label: "Adresse", cell: ({ person }) => <span className="break-words">{person.email}</span> },
        {
          label: "Rôle",
          cell: ({ role, startsOn }) => (
            <>
              {ROLE_LABELS[role]}
              <span className="field-hint block">depuis le {formatDayShort(dayOfColumn(startsOn))}</span>
            </>
          ),
        },
        ...(isReferent
          ? [
              {
                label: "Décider",
                cell: (row: ColleagueView) => <Decisions row={row} isSelf={row.person.id === actor.personId} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Decisions({ row: { id, role, person }, isSelf }: { row: ColleagueView; isSelf: boolean }) {
  const name = `${person.firstName} ${person.lastName}`;
  if (isSelf) return <a href="#quitter">Votre place</a>;
  const isReferent = role === "primary_contact";
  return (
    <Reveal
      label={
        <>
          Changer<span className="sr-only"> la place de {name}</span>
        </>
      }
    >
      <ButtonForm
        action={changeRoleAction}
        id={`role-${id}`}
        fields={{ id, role: isReferent ? "colleague" : "primary_contact" }}
      >
        {isReferent ? `Ne plus nommer ${name} référent` : `Nommer ${name} référent`}
      </ButtonForm>
      {!isReferent && (
        <ButtonForm action={handOverAction} id={`relais-${id}`} fields={{ id }}>
          Passer le relais à {name}
        </ButtonForm>
      )}
      <ButtonForm action={removePersonAction} id={`retrait-${id}`} fields={{ id }}>
        Retirer {name} de la structure
      </ButtonForm>
    </Reveal>
  );
}
