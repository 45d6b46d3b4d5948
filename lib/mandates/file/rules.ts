import { PATIENCE } from "#lib/expectations/rules";
import { daysLate, type Rhythm } from "#lib/meetings/rules";
import { addDays, type Day, daysBetween, formatDay, formatDays } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { ENDING_SOON_DAYS } from "../rules.ts";

/** How long the board may wait for a synthesis of what a commission expects, in days. */
const SYNTHESIS_DAYS = 180;

/** What is known of a mandate on a day. */
export interface MandateFacts {
  startsOn: Day;
  endsOn: Day | null;
  hasSuccessor: boolean;
  rhythm: Rhythm | null;
  /** Days of the meetings held in the mandate, and whether their minutes are published. */
  meetings: { day: Day; hasMinutes: boolean }[];
  /** Days on which those that wait for an answer were voiced. */
  unanswered: Day[];
  /** Polls without a date kept. */
  polls: number;
  lastSynthesisOn: Day | null;
}

/** What the mandate asks for now, the most pressing first: whole sentences. */
export function dueIn(facts: MandateFacts, today: Day): string[] {
  const { rhythm, meetings, unanswered, polls } = facts;
  const silent = meetings.filter(({ hasMinutes }) => !hasMinutes).length;
  const old = unanswered.filter((day) => daysBetween(day, today) >= PATIENCE.lead).length;
  return [
    ...(rhythm ? meetingDue(rhythm, today) : []),
    ...(polls > 0 ? [`${count(polls, "sondage attend", "sondages attendent")} qu’une date soit retenue.`] : []),
    ...(silent > 0 ? [`${count(silent, "compte rendu", "comptes rendus")} à publier.`] : []),
    ...(unanswered.length > 0
      ? [
          `${count(unanswered.length, "attente")} à étudier${old > 0 ? `, dont ${old} depuis plus de ${PATIENCE.lead} jours` : ""}.`,
        ]
      : []),
    ...synthesisDue(facts, today),
    ...endDue(facts, today),
  ];
}

/** How many days are left, the last one included; null: no end is set. Never below zero. */
export function daysLeft(endsOn: Day | null, today: Day): number | null {
  return endsOn === null ? null : Math.max(0, daysBetween(today, endsOn) + 1);
}

function meetingDue(rhythm: Rhythm, today: Day): string[] {
  if (rhythm.nextOn !== null) return [];
  if (rhythm.state === "late")
    return [`La réunion est en retard de ${count(daysLate(rhythm, today), "jour")}\u202f: fixez-en la date.`];
  const { window } = rhythm;
  return [
    window
      ? `La prochaine réunion est à fixer ${formatDays(window.from, window.to)}.`
      : "La première réunion est à fixer.",
  ];
}

function synthesisDue({ startsOn, lastSynthesisOn }: MandateFacts, today: Day): string[] {
  const since = lastSynthesisOn !== null && lastSynthesisOn > startsOn ? lastSynthesisOn : startsOn;
  if (daysBetween(since, today) < SYNTHESIS_DAYS) return [];
  return ["La synthèse des attentes est à présenter au comité."];
}

function endDue({ endsOn, hasSuccessor }: MandateFacts, today: Day): string[] {
  if (endsOn === null || hasSuccessor || today < addDays(endsOn, -ENDING_SOON_DAYS)) return [];
  return [
    `Le mandat finit le ${formatDay(endsOn)}\u202f: dites au comité si vous continuez, ou qui prendrait la suite.`,
  ];
}
