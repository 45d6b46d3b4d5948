import { ButtonForm } from "#components/forms/button-form";
import { settleActionAction, settleLedActionAction } from "#lib/meetings/follow-up/actions";
import type { ActionView } from "#lib/meetings/follow-up/queries";
import { dayOf, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

type Props = {
  actions: ActionView[];
  today: string;
  /** `lead`: everybody's of a commission, each with its owner. */
  seenBy: "owner" | "lead";
};

/** What is to do, until when, from which meeting; a button says that it is done. */
export function ActionList({ actions, today, seenBy }: Props) {
  return (
    <ul className="action-items">
      {actions.map(({ id, text, dueOn, doneAt, owner, event }) => (
        <li key={id} className="action-item">
          <div>
            <p className="action-text">{doneAt ? <del>{text}</del> : text}</p>
            <p className="text-ardoise">
              {seenBy === "lead" && `${owner}, `}
              {!doneAt && dueOn < today ? <strong className="text-brique">en retard, </strong> : null}
              avant le {formatDay(dueOn)},{" "}
              <a href={paths.minutes(event.slug)}>réunion du {formatDay(dayOf(event.startsAt))}</a>
            </p>
          </div>
          <ButtonForm
            action={seenBy === "lead" ? settleLedActionAction : settleActionAction}
            id={`action-${id}`}
            fields={{ actionId: id, isDone: doneAt ? "false" : "true" }}
            kind={doneAt ? "quiet" : "secondary"}
          >
            {doneAt ? "Finalement non" : "C’est fait"}
            <span className="sr-only"> : {text}</span>
          </ButtonForm>
        </li>
      ))}
    </ul>
  );
}
