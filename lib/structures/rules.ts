import { slugify } from "#lib/platform/slug";

/** The longest summary, in characters. */
const SUMMARY_LENGTH = 180;

/**
 * What a list says of a member: the first sentence of its description, cut between two words when
 * it is too long.
 */
export function summaryOf(description: string): string {
  const sentence = /^[\s\S]*?[.!?](?=\s|$)/.exec(description.trim())?.[0] ?? description.trim();
  const flat = sentence.replace(/\s+/g, " ").trim();
  if (flat.length <= SUMMARY_LENGTH) return flat;
  return `${flat.slice(0, SUMMARY_LENGTH - 1).replace(/\s+\S*$/, "")}…`;
}

/**
 * Whether a SIRET's key is right: Luhn on its 14 digits, or, for La Poste (SIREN 356000000), a sum of
 * digits that is a multiple of five. Says nothing of whether the establishment exists.
 *
 * Source: INSEE, règle de contrôle du numéro SIRET et exception de La Poste.
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  if (text.startsWith("356000000") && digitSum(text) % 5 === 0) return true;
  return luhnSum(text) % 10 === 0;
}

/** "+33 3 53 01 00 00", "0353010000" → "03 53 01 00 00"; undefined when it is no French number. */
export function readPhone(text: string): string | undefined {
  const digits = text.replace(/[\s.()-]/g, "").replace(/^(\+|00)33/, "0");
  if (!/^0[1-9]\d{8}$/.test(digits)) return undefined;
  return digits.replace(/(\d{2})(?=\d)/g, "$1 ");
}

/** An address for this name that none of `taken` has. */
export function freeSlug(taken: ReadonlySet<string>, name: string): string {
  const base = slugify(name) || "adherent";
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
}

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
}
