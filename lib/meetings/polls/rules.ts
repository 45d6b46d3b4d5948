import type { PollChoice } from "#lib/generated/prisma/enums";
import { formatRange, fromParis } from "#lib/platform/dates";
import { Refusal } from "#lib/platform/errors";
import { count, formatList } from "#lib/platform/french";
import type { RoomState } from "#lib/rooms/rules";

/** Where whoever leads finds a poll. */
export interface PollAddress {
  /** Null: the board's. */
  commission: string | null;
  id: string;
}

/** Somebody whose answer counts. */
export interface Voter {
  id: string;
  name: string;
  /** Each speaks once in the quorum, however many of its people come. */
  structureIds: string[];
  isKey: boolean;
}

export interface Choosable {
  id: string;
  startsAt: Date;
  isWithdrawn: boolean;
  room: RoomState | null;
  choices: { personId: string; choice: PollChoice }[];
}

/** What a date brings together. */
export interface Tally {
  id: string;
  startsAt: Date;
  isWithdrawn: boolean;
  yes: number;
  ifNeedBe: number;
  no: number;
  /** Structures of which somebody would come. */
  structures: number;
  hasQuorum: boolean;
  /** Key people who cannot come, or said nothing. */
  missing: string[];
  hasRoom: boolean;
}

/** How many structures make the quorum: a share of those of the commission, one at least. */
export function quorumOf(structures: number, percent: number): number {
  return Math.max(1, Math.ceil((structures * percent) / 100));
}

/** What separates two dates, the first criterion first. */
const CRITERIA: { of: (tally: Tally) => number; words: (tally: Tally) => string }[] = [
  { of: (t) => (t.hasQuorum ? 1 : 0), words: (t) => `le quorum y est (${count(t.structures, "structure")})` },
  { of: (t) => -t.missing.length, words: () => "les personnes clés peuvent venir, ou plus d’entre elles" },
  { of: (t) => (t.hasRoom ? 1 : 0), words: () => "une salle est libre ou déjà retenue" },
  { of: (t) => t.yes + t.ifNeedBe, words: (t) => `${count(t.yes + t.ifNeedBe, "personne")} viendraient` },
  { of: (t) => t.yes, words: (t) => `${count(t.yes, "oui", "oui")} sans réserve` },
  { of: (t) => t.structures, words: (t) => `${count(t.structures, "structure")} seraient présentes` },
  { of: (t) => -t.startsAt.getTime(), words: () => "à égalité, la date la plus proche l’emporte" },
];

/** The dates that can still be chosen, the best first. Answers of whoever is no voter any more do not count. */
export function rankSlots(slots: Choosable[], voters: Voter[], quorum: number): Tally[] {
  return slots
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map((slot) => tallyOf(slot, voters, quorum))
    .sort(compare);
}

/**
 * What the voters said of one date: how many come, of how many structures, whether these make the quorum, which
 * key people are missing. Answers of whoever is no voter any more do not count.
 */
export function tallyOf(
  { id, startsAt, isWithdrawn, room, choices }: Choosable,
  voters: Voter[],
  quorum: number,
): Tally {
  const byPerson = new Map(choices.map(({ personId, choice }) => [personId, choice]));
  const said = (choice: PollChoice) => voters.filter((voter) => byPerson.get(voter.id) === choice);
  const [yes, ifNeedBe, no] = [said("yes"), said("if_need_be"), said("no")];
  const coming = new Set([...yes, ...ifNeedBe]);
  const structures = new Set([...coming].flatMap(({ structureIds }) => structureIds)).size;
  return {
    id,
    startsAt,
    isWithdrawn,
    yes: yes.length,
    ifNeedBe: ifNeedBe.length,
    no: no.length,
    structures,
    hasQuorum: structures >= quorum,
    missing: voters.filter((voter) => voter.isKey && !coming.has(voter)).map(({ name }) => name),
    hasRoom: room !== "taken",
  };
}

/** Why the first of these dates stands before the second, and what it lacks: sentences, in French. */
export function explainBest([best, second]: Tally[], quorum: number): string[] {
  if (!best) return [];
  const separates = second && CRITERIA.find(({ of }) => of(best) !== of(second));
  return [
    ...(separates ? [`Elle devance la suivante parce que ${asReason(separates.words(best))}.`] : []),
    best.hasQuorum
      ? `Le quorum est atteint\u202f: ${count(best.structures, "structure")} pour ${quorum} demandées.`
      : `Le quorum n’est pas atteint\u202f: ${count(best.structures, "structure")} pour ${quorum} demandées.`,
    ...(best.missing.length > 0 ? [`Sans ${formatList(best.missing)}, dont la présence est importante.`] : []),
  ];
}

function asReason(words: string): string {
  return words.replace(/^à égalité, /, "tout le reste est égal et ");
}

function compare(a: Tally, b: Tally): number {
  for (const { of } of CRITERIA) {
    const difference = of(b) - of(a);
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : 1;
}

/**
 * The span of a date written as the wall shows it.
 *
 * @throws Refusal `in_the_past`
 */
export function spanAt(wall: string, minutes: number, now: Date): { startsAt: Date; endsAt: Date } {
  const [day = "", time = ""] = wall.split("T");
  const startsAt = fromParis(day, time);
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  if (startsAt <= now) {
    throw new Refusal("in_the_past", `Cette date est passée\u202f: ${formatRange(startsAt, endsAt)}.`, "slots");
  }
  return { startsAt, endsAt };
}

/** What is refused once the answers are over. */
export function pollOver(): Refusal {
  return new Refusal("poll_over", "Ce sondage est clos.");
}

/** What somebody hears who does not lead the commission, or no longer does: an attempt only of whoever leads none. */
export function notYourPoll(isLead: boolean): Refusal {
  return new Refusal(isLead ? "not_found" : "forbidden", "Ce sondage n’est pas, ou n’est plus, de votre ressort.");
}
