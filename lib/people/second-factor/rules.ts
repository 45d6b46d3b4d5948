import { randomBytes } from "node:crypto";

/** What a secret is sealed for. */
export const SEALED_FOR = "second-factor";

/** How many recovery codes are given at a time. */
export const RECOVERY_CODES = 10;

// No letter or digit that is taken for another when it is copied by hand.
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** "K7QM-2XPT-9RHC-V4NW": 80 bits, so that a fingerprint of it cannot be undone. */
export function newRecoveryCode(): string {
  const letters = [...randomBytes(16)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** What was typed where a code is asked: the application's six digits, or a recovery code. */
export type TypedCode = { kind: "digits" | "recovery"; code: string };

/** Spaces, dashes and case are the reader's own business. Null: neither of the two. */
export function readCode(typed: string): TypedCode | null {
  const code = typed.replace(/[\s-]/g, "").toUpperCase();
  if (/^\d{6}$/.test(code)) return { kind: "digits", code };
  return /^[A-Z2-9]{16}$/.test(code) ? { kind: "recovery", code } : null;
}

/** "JBSW Y3DP EHPK 3PXP": the key as it is typed into an application that cannot see the drawing. */
export function spacedKey(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, "$1 ");
}

/**
 * Whether the rights of the board and of the administration, if somebody has any, are theirs today: they wait for a
 * second factor, but for people of the demonstration.
 */
export function isSecured(person: {
  isFictional: boolean;
  secondFactor: { confirmedAt: Date | null } | null;
}): boolean {
  return person.isFictional || Boolean(person.secondFactor?.confirmedAt);
}
