import { RECEIVED_LABELS } from "#lib/internships/applications/labels";
import type { ReceivedLine } from "#lib/internships/applications/review/queries";
import { isAnswerable } from "#lib/internships/applications/rules";
import { dayOf, formatDayShort } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

type Props = { offer: string; items: ReceivedLine[] };

/** The applications to an offer; those that wait for an answer can be ticked, to answer several at once. */
export function TickRows({ offer, items }: Props) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that an unmarked list is one
    <ul className="tick-rows" role="list">
      {items.map(({ id, state, sentAt, nudgedAt, student, _count }) => {
        const name = student ? `${student.person.firstName} ${student.person.lastName}` : "";
        const school = student?.school?.name ?? student?.schoolName;
        return (
          <li key={id}>
            {isAnswerable(state) && <input type="checkbox" name="c" value={id} aria-label={`Cocher ${name}`} />}
            <div>
              <a href={paths.receivedApplication(offer, id)}>{name}</a>{" "}
              <span className={`application-state application-${state}`}>{RECEIVED_LABELS[state]}</span>
              <p>
                {[
                  student?.diploma,
                  school,
                  sentAt && `envoyée le ${formatDayShort(dayOf(sentAt))}`,
                  nudgedAt && "vous a relancés",
                  _count.notes > 0 && count(_count.notes, "note"),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
