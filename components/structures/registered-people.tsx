import { ButtonForm } from "#components/forms/button-form";
import { SuspendForm } from "#components/people/suspend-form";
import { ButtonLink } from "#components/ui/button-link";
import { FUNCTION_LABELS } from "#lib/mandates/labels";
import { liftSuspensionAction } from "#lib/people/accounts/actions";
import { writeAddress } from "#lib/platform/address";
import { type Day, dayOf, dayOfColumn, formatDayShort } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import type { PersonActor } from "#lib/policy/actor";
import type { RegisteredView } from "#lib/structures/register/queries";

type Props = { structure: RegisteredView; actor: PersonActor; today: Day };
type Affiliation = RegisteredView["affiliations"][number];

/** The people of a structure, those of today first, with their mandates and what the board can do for each. */
export function RegisteredPeople({ structure, actor, today }: Props) {
  if (structure.affiliations.length === 0) return <p>Personne n’est rattaché à cette structure.</p>;
  return (
    <ul>
      {structure.affiliations.map((affiliation) => (
        <li key={`${affiliation.person.id} ${affiliation.startsOn.getTime()}`} className="person-row">
          <Person affiliation={affiliation} today={today} />
          {isCurrent(affiliation, today) && (
            <Acts
              affiliation={affiliation}
              structure={structure}
              isOneself={affiliation.person.id === actor.personId}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Person({ affiliation, today }: { affiliation: Affiliation; today: Day }) {
  const { person, role, position, startsOn, endsOn } = affiliation;
  return (
    <>
      <h3>
        {person.firstName} {person.lastName}
      </h3>
      <p>
        {[position, role === "primary_contact" && "référent", isCurrent(affiliation, today) && person.email]
          .filter(Boolean)
          .join(", ")}
      </p>
      <p className="field-hint">
        Depuis le {formatDayShort(dayOfColumn(startsOn))}
        {endsOn && `, jusqu’au ${formatDayShort(dayOfColumn(endsOn))}`}
      </p>
      {person.mandates.length > 0 && (
        <ul className="person-mandates">
          {person.mandates.map(({ id, function: held, commission, startsOn: from, endsOn: to }) => (
            <li key={id}>
              <a href={paths.boardMandate(id)}>
                {FUNCTION_LABELS[held]}
                {commission && ` – ${commission.name}`}
              </a>
              , depuis le {formatDayShort(dayOfColumn(from))}
              {to && `, jusqu’au ${formatDayShort(dayOfColumn(to))}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type ActsProps = { affiliation: Affiliation; structure: RegisteredView; isOneself: boolean };

function Acts({ affiliation: { person }, structure, isOneself }: ActsProps) {
  const back = paths.registered(structure.slug);
  const name = `${person.firstName} ${person.lastName}`;
  if (person.suspension) {
    return (
      <>
        <p>
          Accès suspendu le {formatDayShort(dayOf(person.suspension.suspendedAt))} : {person.suspension.reason}
        </p>
        <ButtonForm
          action={liftSuspensionAction}
          id={`lever-${person.id}`}
          fields={{ personId: person.id, back }}
          failure="La suspension n’est pas levée"
        >
          Lever la suspension<span className="sr-only"> de {name}</span>
        </ButtonForm>
      </>
    );
  }
  return (
    <>
      {structure.status === "active" && (
        <ButtonLink kind="quiet" href={writeAddress(paths.boardAppointment, { personne: person.id })}>
          Confier un mandat<span className="sr-only"> à {name}</span>
        </ButtonLink>
      )}
      {!isOneself && <SuspendForm person={{ id: person.id, name }} back={back} />}
    </>
  );
}

function isCurrent({ startsOn, endsOn }: Affiliation, today: Day): boolean {
  return dayOfColumn(startsOn) <= today && (endsOn === null || dayOfColumn(endsOn) >= today);
}
