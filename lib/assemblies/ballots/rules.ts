import { seal, unseal } from "#lib/platform/tokens";

/** Digits of a sum, always all of them: the length of the urn must tell nothing. */
const DIGITS = 5;

/** The sums of a secret vote, in the order of its choices, as nobody but the portal can read them. */
export function sealUrn(resolutionId: string, sums: number[]): string {
  return seal(purposeOf(resolutionId), sums.map((sum) => String(sum).padStart(DIGITS, "0")).join(""));
}

/** The sums again; null when they were sealed with a former `AUTH_SECRET`, or for another vote. */
export function unsealUrn(resolutionId: string, sealed: string): number[] | null {
  const text = unseal(purposeOf(resolutionId), sealed);
  return text === null ? null : (text.match(new RegExp(`.{${DIGITS}}`, "g")) ?? []).map(Number);
}

/** The sums with one more ballot, which may bear several names. */
export function addToUrn(sums: number[], chosen: number[]): number[] {
  return sums.map((sum, index) => (chosen.includes(index) ? sum + 1 : sum));
}

function purposeOf(resolutionId: string): string {
  return `secret-urn ${resolutionId}`;
}
