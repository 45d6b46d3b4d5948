import { type Day, fromParis } from "#lib/platform/dates";
import { Refusal } from "#lib/platform/errors";

/**
 * From the wall's hours to instants.
 *
 * @throws Refusal `ends_before_start`, `in_the_past`
 */
export function spanOf({ day, from, to }: { day: Day; from: string; to: string }, now: Date) {
  const [startsAt, endsAt] = [fromParis(day, from), fromParis(day, to)];
  if (endsAt <= startsAt) throw new Refusal("ends_before_start", "La fin doit venir après le début.", "to");
  if (startsAt <= now) throw new Refusal("in_the_past", "Cette date est passée. Choisissez-en une à venir.", "day");
  return { startsAt, endsAt };
}
