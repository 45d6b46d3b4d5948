import type { findAnswerHabit } from "#lib/internships/applications/promise/queries";
import { count } from "#lib/platform/french";

type Props = { name: string; habit: Awaited<ReturnType<typeof findAnswerHabit>> };

/** How a structure usually answers those who apply, and how often it did not; nothing where too little is known. */
export function AnswerHabit({ name, habit }: Props) {
  if (!habit) return null;
  const silences =
    habit.silences > 0
      ? ` ${habit.silences === 1 ? "Une fois" : `${habit.silences}\u00a0fois`} en deux ans, le portail a répondu à sa place.`
      : "";
  return `${name} répond aux candidatures ${habit.days < 1 ? "dans la journée" : `en ${count(habit.days, "jour")}`}.${silences}`;
}
