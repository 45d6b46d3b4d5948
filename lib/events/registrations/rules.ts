import type { RegistrationQuestionKind } from "#lib/generated/prisma/enums";
import { Refusal } from "#lib/platform/errors";

/** What the links of messages and of the sign-in list are signed for. */
export const LINKS = {
  /** Whoever holds it confirms or withdraws their own registration. */
  own: "event-registration",
  /** Shown at the door; only a host may use it. */
  presence: "event-presence",
  /** A visit that becomes an application. */
  visit: "event-visit",
};

/** The most questions of one form. */
export const MOST_QUESTIONS = 6;

export type Standing = "open" | "full" | "not_open" | "closed" | "over" | "cancelled";

/** Whether people may register now. A full event still takes names, for its waiting list. */
export function standingOf(
  event: {
    startsAt: Date;
    cancellation: unknown;
    registrationOpening: { capacity: number; taken: number; deadline: Date } | null;
  },
  now: Date,
): Standing {
  const { registrationOpening: opening } = event;
  if (event.cancellation) return "cancelled";
  if (event.startsAt <= now) return "over";
  if (!opening) return "not_open";
  if (opening.deadline <= now) return "closed";
  return opening.taken < opening.capacity ? "open" : "full";
}

interface Question {
  id: string;
  label: string;
  kind: RegistrationQuestionKind;
  options: string[];
  isRequired: boolean;
}

/**
 * The answers given, each to its question; an empty one is none.
 *
 * @throws Refusal `answer_missing`, `answer_unknown`, beside the field of the form
 */
export function readAnswers(
  questions: Question[],
  given: { question: string; value: string | null }[],
): { questionId: string; value: string }[] {
  return questions.flatMap(({ id, label, kind, options, isRequired }) => {
    const index = given.findIndex(({ question }) => question === id);
    const value = given[index]?.value ?? null;
    const field = `answers[${index >= 0 ? index : questions.findIndex((one) => one.id === id)}].value`;
    if (value === null) {
      if (isRequired) throw new Refusal("answer_missing", `Répondez à «\u202f${label}\u202f».`, field);
      return [];
    }
    const choices = kind === "yes_no" ? YES_NO : options;
    if (kind !== "short_text" && !choices.includes(value)) {
      throw new Refusal("answer_unknown", "Choisissez une des réponses proposées.", field);
    }
    return [{ questionId: id, value }];
  });
}

export const YES_NO = ["Oui", "Non"];

/** Of those who wait, in their order, who can be given a seat now: the first whose whole party fits, and so on. */
export function movingUp<Party extends { guests: number }>(waiting: Party[], free: number): Party[] {
  let left = free;
  return waiting.filter(({ guests }) => {
    if (1 + guests > left) return false;
    left -= 1 + guests;
    return true;
  });
}
