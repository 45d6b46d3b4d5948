import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** A secret for one link: 256 bits, safe in an address. Only its fingerprint is kept. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret: who reads it there cannot use it. */
export function fingerprintOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/**
 * A link that needs no row of its own: `subject` (ids and dates joined by dots, no secret) signed for
 * one purpose. It is as revocable as what `subject` names: check that on use.
 */
export function signedToken(purpose: string, subject: string): string {
  return `${Buffer.from(subject).toString("base64url")}.${signatureOf(purpose, subject)}`;
}

/** The subject of a token signed for this purpose; null when it was altered or made for another. */
export function readSignedToken(purpose: string, token: string): string | null {
  const [encoded = "", signature = "", ...more] = token.split(".");
  const subject = Buffer.from(encoded, "base64url").toString();
  const expected = Buffer.from(signatureOf(purpose, subject));
  const given = Buffer.from(signature);
  const isGenuine = more.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
  return isGenuine ? subject : null;
}

function signatureOf(purpose: string, subject: string): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set: start the portal through npm start");
  return createHmac("sha256", secret).update(`${purpose}\0${subject}`).digest("base64url");
}
