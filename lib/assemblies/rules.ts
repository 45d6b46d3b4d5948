import type { AssemblyKind, ChoiceStance, Majority } from "#lib/generated/prisma/enums";
import { addDays, type Day, formatDay } from "#lib/platform/dates";
import { Refusal } from "#lib/platform/errors";
import { count } from "#lib/platform/french";

/** What the statutes ask of a kind of assembly. */
export interface Statutes {
  noticeDays: number;
  quorumPercent: number;
  secondNoticeDays: number;
  secondQuorumPercent: number;
}

/** The notice and the quorum of a first call, or of the second after one that lacked its quorum. */
export function termsOf(statutes: Statutes, isSecondCall: boolean) {
  return isSecondCall
    ? { noticeDays: statutes.secondNoticeDays, quorumPercent: statutes.secondQuorumPercent }
    : { noticeDays: statutes.noticeDays, quorumPercent: statutes.quorumPercent };
}

/** The first day on which what is convened on `today` may be held. */
export function earliestDay(today: Day, noticeDays: number): Day {
  return addDays(today, noticeDays);
}

/** Whether the statutes find `day` too near to be convened on `today`. */
export function isShortNotice({ day, today, noticeDays }: { day: Day; today: Day; noticeDays: number }): boolean {
  return day < earliestDay(today, noticeDays);
}

/**
 * Refuses a day that the statutes find too near; for the board, only until whoever convenes says that they know.
 *
 * @throws Refusal `notice_too_short`
 */
export function checkNotice(
  kind: AssemblyKind,
  { day, today, noticeDays, isAccepted }: { day: Day; today: Day; noticeDays: number; isAccepted: boolean },
): void {
  const earliest = earliestDay(today, noticeDays);
  if (!isShortNotice({ day, today, noticeDays }) || (kind === "board" && isAccepted)) return;
  const rule = `Les statuts demandent ${count(noticeDays, "jour")} entre la convocation et la séance\u202f: au plus tôt le ${formatDay(earliest)}.`;
  if (kind !== "board") throw new Refusal("notice_too_short", rule, "day");
  throw new Refusal("notice_too_short", `${rule} Cochez la case pour convoquer malgré tout.`, "acceptsShortNotice");
}

/** How a voter counts: there, represented by another who is there, or neither. */
export type Presence = "present" | "represented" | "absent";

export interface Quorum {
  called: number;
  present: number;
  represented: number;
  needed: number;
  isReached: boolean;
}

/** How many of those called must be present or represented: a share rounded up. */
export function neededOf(called: number, percent: number): number {
  return Math.ceil((called * percent) / 100);
}

/** Whether a voter is there, or somebody who is there votes for them. A proxy held by an absent one represents nobody. */
export function presenceOf({ id, holderId }: { id: string; holderId: string | null }, present: Set<string>): Presence {
  if (present.has(id)) return "present";
  return holderId !== null && present.has(holderId) ? "represented" : "absent";
}

/** Whether enough of those called count as there, for a quorum of `percent` of them, with the figures it rests on. */
export function quorumAmong(presences: Presence[], percent: number): Quorum {
  const [present, represented] = [of(presences, "present"), of(presences, "represented")];
  const needed = neededOf(presences.length, percent);
  return { called: presences.length, present, represented, needed, isReached: present + represented >= needed };
}

/** Under this many ballots, the result of a secret vote would tell who gave which. */
const FEWEST_SECRET_BALLOTS = 3;

/**
 * Whether closing a secret vote now would tell what somebody voted. A chair who sees the ballots come one by one
 * could close after the first; once all who are there have voted, there is nothing more to wait for.
 */
export function wouldTellBallots({ cast, awaited }: { cast: number; awaited: number }): boolean {
  return cast > 0 && cast < FEWEST_SECRET_BALLOTS && awaited > 0;
}

/** What a decision gathered. */
export interface Tally {
  for: number;
  against: number;
  abstention: number;
}

/** The most common rules of associations' statutes; abstentions are no vote but for the absolute majority. */
const REACHED: Record<Majority, (tally: Tally) => boolean> = {
  simple: (tally) => tally.for > tally.against,
  absolute: (tally) => 2 * tally.for > tally.for + tally.against + tally.abstention,
  two_thirds: (tally) => tally.for > 0 && 3 * tally.for >= 2 * (tally.for + tally.against),
};

/** Whether a text is adopted; of as many for as against, the president's own vote decides, where the statutes say so. */
export function isAdopted(majority: Majority, tally: Tally, president: ChoiceStance | null = null): boolean {
  if (majority === "simple" && tally.for === tally.against && tally.for > 0) return president === "for";
  return REACHED[majority](tally);
}

export interface CandidateTally {
  id: string;
  votes: number;
}

/**
 * Who has a seat: those with the most votes, one at least, and with the absolute majority more than half of
 * those who voted. Candidates that the last seat cannot tell apart have none: they are voted on again.
 */
export function electedAmong(
  candidates: CandidateTally[],
  { seats, majority, cast }: { seats: number; majority: Majority; cast: number },
): Set<string> {
  const enough =
    majority === "simple" ? 1 : majority === "absolute" ? Math.floor(cast / 2) + 1 : Math.ceil((2 * cast) / 3);
  const able = candidates.filter(({ votes }) => votes >= Math.max(1, enough)).sort((a, b) => b.votes - a.votes);
  const [last, next] = [able[seats - 1], able[seats]];
  const isTied = last !== undefined && next !== undefined && last.votes === next.votes;
  const seated = able.slice(0, seats).filter(({ votes }) => !isTied || votes > last.votes);
  return new Set(seated.map(({ id }) => id));
}

/**
 * What is wrong with a ballot; null when it is one. An election wants names, no more than there are seats, or the
 * blank; a decision one answer.
 */
export function faultOf(chosen: { stance: ChoiceStance }[], seats: number): string | null {
  if (chosen.length === 0) return "Choisissez une réponse.";
  if (chosen.length > 1 && chosen.some(({ stance }) => stance !== "candidate")) {
    return "Un bulletin blanc ne porte aucun nom.";
  }
  return chosen.length > seats ? `${count(seats, "nom")} au plus.` : null;
}

function of(presences: Presence[], presence: Presence): number {
  return presences.filter((one) => one === presence).length;
}
