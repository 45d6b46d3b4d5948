import type { ConsortiumState, MultipleCandidacyRule } from "#lib/generated/prisma/enums";
import { of } from "#lib/platform/french";
import type { OwnConsortium, PersonActor } from "#lib/policy/actor";

/** The whole of a lot, in hundredths of a percent. */
export const WHOLE = 10_000;

/** Settled: nothing of it changes any more but its lesson. */
export function isSettled(state: ConsortiumState): boolean {
  return state !== "building" && state !== "submitted";
}

/** In which seat somebody sits: the one of the structure they act for, if it sits there. */
export function seatOf(actor: PersonActor, consortiumId: string): OwnConsortium | null {
  const seats = actor.consortia.filter(({ id }) => id === consortiumId);
  return seats.find(({ structureId }) => structureId === actor.actingFor?.id) ?? seats[0] ?? null;
}

/** "33,33\u00a0%". */
export function formatShare(basisPoints: number): string {
  return `${typedShare(basisPoints)}\u00a0%`;
}

/** "33,33": a share for a field. */
export function typedShare(basisPoints: number): string {
  const decimals = String(basisPoints % 100).padStart(2, "0");
  return `${Math.floor(basisPoints / 100)}${decimals === "00" ? "" : `,${decimals}`}`;
}

/** Hundredths of a percent from "33,33" or "50 %"; null when it is no share between 0 and 100. */
export function parseShare(typed: string): number | null {
  const [, whole, decimals = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed.replace(/[\s\u00a0\u202f%]/g, "")) ?? [];
  if (whole === undefined) return null;
  const basisPoints = Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
  return basisPoints <= WHOLE ? basisPoints : null;
}

interface RuledLot {
  multipleCandidacyRule: MultipleCandidacyRule | null;
  /** The one it stands for since its notice was merged: what is kept up to date. */
  standsFor?: (RuledLot & { tender: { multipleCandidacyRule: MultipleCandidacyRule } }) | null;
}

/** What is said of several bids for a lot: its own words, else the tender's. */
export function ruleOfLot(
  { multipleCandidacyRule, standsFor }: RuledLot,
  tender: { multipleCandidacyRule: MultipleCandidacyRule },
): MultipleCandidacyRule {
  if (standsFor) return ruleOfLot({ multipleCandidacyRule: standsFor.multipleCandidacyRule }, standsFor.tender);
  return multipleCandidacyRule ?? tender.multipleCandidacyRule;
}

/** What is missing before the answer can be declared submitted, in words; the database refuses the same. */
export function missingBeforeSubmission({
  lots,
  seats,
}: {
  lots: { number: number; taken: number; isWithdrawn: boolean }[];
  seats: { name: string; hasAgreed: boolean; hasPart: boolean }[];
}): string[] {
  const standing = lots.filter(({ isWithdrawn }) => !isWithdrawn);
  return [
    ...(standing.length === 0 ? ["Un lot au moins que l’acheteur n’a pas retiré."] : []),
    ...(seats.length < 2 ? ["Un deuxième membre au moins."] : []),
    ...standing
      .filter(({ taken }) => taken !== WHOLE)
      .map(({ number, taken }) => `Lot ${number}\u202f: il reste ${formatShare(WHOLE - taken)} à répartir.`),
    ...seats.filter(({ hasPart }) => !hasPart).map(({ name }) => `${name} n’a encore aucune part.`),
    ...seats
      .filter(({ hasPart, hasAgreed }) => hasPart && !hasAgreed)
      .map(({ name }) => `L’accord ${of(name)} sur ses parts.`),
  ];
}
