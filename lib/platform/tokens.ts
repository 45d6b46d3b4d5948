import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

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

/** What must be read again, by the portal alone: AES-256-GCM, with a key for each purpose. */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed for this purpose; null when it was altered, or sealed with a former `AUTH_SECRET`. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < 28) return null;
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

function signatureOf(purpose: string, subject: string): string {
  return createHmac("sha256", authSecret()).update(`${purpose}\0${subject}`).digest("base64url");
}

function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", authSecret(), "", purpose, 32));
}

function authSecret(): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set: start the portal through npm start");
  return secret;
}
