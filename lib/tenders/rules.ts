import { dayOf, daysBetween, formatTime, formatWeekday } from "#lib/platform/dates";
import { count } from "#lib/platform/french";

const HOUR_MS = 3_600_000;

/** How long is left: a number set large, and the words that go with it. */
export interface Countdown {
  value: number;
  words: string;
  /** The same in one sentence: "il reste 12 jours", "demain à 12 h". */
  sentence: string;
  state: "open" | "urgent" | "over";
}

/** Days are those of the wall in the Artois; on the last one, hours and minutes count. */
export function countdownOf(respondBefore: Date, now: Date): Countdown {
  const left = respondBefore.getTime() - now.getTime();
  const days = daysBetween(dayOf(now), dayOf(respondBefore));
  if (left <= 0) {
    const ago = -days;
    return {
      value: ago,
      words: ago > 1 ? "jours depuis l’échéance" : "jour depuis l’échéance",
      sentence: ago === 0 ? "l’échéance est passée aujourd’hui" : `l’échéance est passée depuis ${count(ago, "jour")}`,
      state: "over",
    };
  }
  const at = `à ${formatTime(respondBefore)}`;
  if (days === 0) {
    const hours = Math.floor(left / HOUR_MS);
    const value = hours > 0 ? hours : Math.max(1, Math.floor(left / 60_000));
    const unit = hours > 0 ? "heure" : "minute";
    return {
      value,
      words: `${value > 1 ? `${unit}s` : unit} pour répondre`,
      sentence: `aujourd’hui ${at}, dans ${count(value, unit)}`,
      state: "urgent",
    };
  }
  const sentence = sentenceOf(days, respondBefore, at);
  return {
    value: days,
    words: `${days > 1 ? "jours" : "jour"} pour répondre`,
    sentence,
    state: days <= URGENT_DAYS ? "urgent" : "open",
  };
}

/** Below, an answer that is not begun will hardly be a good one. */
export const URGENT_DAYS = 7;

function sentenceOf(days: number, respondBefore: Date, at: string): string {
  if (days === 1) return `demain ${at}`;
  return days < 7
    ? `${formatWeekday(dayOf(respondBefore))} ${at}, dans ${count(days, "jour")}`
    : `il reste ${count(days, "jour")}`;
}

/** What a notice must be for its deadline to be news to nobody: any other is refused. */
export function isToCome(respondBefore: Date, now: Date): boolean {
  return respondBefore.getTime() > now.getTime();
}

/** Whether one may still raise a hand or think it over. */
export function isOpen(
  tender: { respondBefore: Date; withdrawnAt: Date | null; mergedIntoId: string | null },
  now: Date,
): boolean {
  return isToCome(tender.respondBefore, now) && !tender.withdrawnAt && !tender.mergedIntoId;
}
