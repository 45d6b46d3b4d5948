import type { PollChoice } from "#lib/generated/prisma/enums";
import { CHOICE_LABELS } from "#lib/meetings/labels";
import type { PollView } from "#lib/meetings/polls/queries";
import { dayOf, formatDayShort, formatRange, formatTime } from "#lib/platform/dates";

const MARKS: Record<PollChoice, string> = { yes: "Oui", if_need_be: "Si besoin", no: "–" };

/** Who can come when: a grid on a large screen, the same by date on a phone. Names, never addresses. */
export function PollResults({ poll }: { poll: PollView }) {
  const slots = poll.slots.filter(({ isWithdrawn }) => !isWithdrawn);
  const answered = poll.voters.filter(({ hasAnswered }) => hasAnswered);
  if (answered.length === 0) return <p>Personne n’a encore répondu.</p>;
  const choiceOf = (slot: (typeof slots)[number], personId: string) =>
    slot.choices.find((choice) => choice.personId === personId)?.choice;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="poll-grid" aria-label="Réponses, en tableau" tabIndex={0}>
        <table>
          <caption>Réponses reçues, une colonne par date</caption>
          <thead>
            <tr>
              <th scope="col">Nom</th>
              {slots.map(({ id, startsAt }) => (
                <th key={id} scope="col">
                  {formatDayShort(dayOf(startsAt))}
                  <br />
                  {formatTime(startsAt)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answered.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {slots.map((slot) => {
                  const choice = choiceOf(slot, id);
                  return (
                    <td key={slot.id} className={choice && `is-${choice.replaceAll("_", "-")}`}>
                      {choice ? MARKS[choice] : "?"}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Disponibles</th>
              {slots.map(({ id, tally }) => (
                <td key={id}>
                  {tally.yes}
                  {tally.ifNeedBe > 0 && ` + ${tally.ifNeedBe}`}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      <ul className="poll-list" aria-label="Réponses, date par date">
        {slots.map((slot) => (
          <li key={slot.id}>
            <strong>{formatRange(slot.startsAt, slot.endsAt)}</strong>
            <dl>
              {(["yes", "if_need_be", "no"] as const).map((choice) => {
                const names = answered.filter(({ id }) => choiceOf(slot, id) === choice).map(({ name }) => name);
                return names.length === 0 ? null : (
                  <div key={choice}>
                    <dt>
                      {CHOICE_LABELS[choice]} ({names.length})
                    </dt>
                    <dd>{names.join(", ")}</dd>
                  </div>
                );
              })}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}
