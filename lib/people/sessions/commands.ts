import "server-only";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { SESSION_SECONDS } from "#lib/platform/session-cookie";
import { forgetTries, giveBack, tryAgain, tryUnderEach } from "#lib/platform/throttle";
import { authorize, readable } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";
import { passwordMatches } from "../passwords.ts";
import { isFreshProof, PROOF_SECONDS, TRIES_PER_ADDRESS, TRIES_PER_NETWORK } from "./rules.ts";

/** What a command needs to know of the request that asks to come in. */
export interface Circumstances {
  now: Date;
  userAgent: string | null;
  /** The visitor's network address, for throttles; kept nowhere else. */
  from: string;
}

/** How somebody proved who they are. */
export type Means = "password" | "link" | "code" | "provider";

/**
 * Opens a session for whoever knows the password, and gives its id. The same answer, after the same
 * work, for an unknown address, a wrong password and a suspended person.
 *
 * @throws Refusal `too_many_attempts`, `wrong_credentials`
 */
export async function signIn(
  actor: Actor,
  credentials: { email: string; password: string },
  circumstances: Circumstances,
): Promise<string> {
  const personId = await provePassword(credentials, circumstances);
  return await db().$transaction((tx) => openSession(tx, actor, personId, "password", circumstances));
}

/**
 * Opens a session for whoever the identity provider vouches for: the person with this address, if the
 * provider has verified it. It makes nobody a member.
 *
 * @throws Refusal `adresse-non-verifiee`, `adresse-inconnue`, which the sign-in page puts into words
 */
export async function signInByProvider(
  actor: Actor,
  claims: { email?: string; email_verified?: unknown },
  circumstances: Circumstances,
): Promise<string> {
  const { email } = claims;
  if (!email || claims.email_verified !== true) throw new Refusal("adresse-non-verifiee", "Adresse non vérifiée.");
  const person = await db().person.findFirst({
    where: { email: email.trim().toLowerCase(), suspension: { is: null } },
    select: { id: true },
  });
  if (!person) throw new Refusal("adresse-inconnue", "Aucun compte à cette adresse.");
  return await db().$transaction((tx) => openSession(tx, actor, person.id, "provider", circumstances));
}

/**
 * Whose password this is; wrong ones are counted for the address and for the network, right ones are not.
 *
 * @throws Refusal `too_many_attempts`, `wrong_credentials`
 */
async function provePassword(
  { email, password }: { email: string; password: string },
  { now, from }: Pick<Circumstances, "now" | "from">,
): Promise<string> {
  const tries = `sign-in ${email}`;
  if (!(await tryUnderEach(tries, TRIES_PER_ADDRESS, now))) throw tooMany("pour cette adresse");
  // Asked second: who is refused for one address uses up nothing of their neighbours'.
  const network = `sign-in from ${from}`;
  if (!(await tryAgain(network, TRIES_PER_NETWORK, now))) throw tooMany("depuis votre réseau");
  const person = await db().person.findUnique({
    relationLoadStrategy: "join",
    where: { email },
    select: { id: true, passwordHash: true, suspension: { select: { personId: true } } },
  });
  const matches = await passwordMatches(person?.passwordHash ?? null, password);
  if (!person || !matches || person.suspension) {
    throw new Refusal("wrong_credentials", "L’adresse e-mail ou le mot de passe ne convient pas.");
  }
  await Promise.all([forgetTries(tries, TRIES_PER_ADDRESS), giveBack(network)]);
  return person.id;
}

/**
 * Opens a session for somebody who has just proved who they are, in place of the one `actor` was using.
 * When the person has a second factor the session is worth nothing until it is given.
 */
export async function openSession(
  tx: Tx,
  actor: Actor,
  personId: string,
  means: Means,
  { now, userAgent }: Pick<Circumstances, "now" | "userAgent">,
): Promise<string> {
  const factor = await tx.secondFactor.findFirst({
    where: { personId, confirmedAt: { not: null } },
    select: { personId: true },
  });
  const owesFactor = factor !== null;
  if (actor.kind === "person") await tx.session.deleteMany({ where: { id: actor.sessionId } });
  const seconds = owesFactor ? PROOF_SECONDS : SESSION_SECONDS;
  const { id } = await tx.session.create({
    data: {
      personId,
      createdAt: now,
      provenAt: now,
      lastUsedOn: columnOfDay(dayOf(now)),
      expiresAt: new Date(now.getTime() + seconds * 1000),
      userAgent: userAgent?.slice(0, 300) ?? null,
    },
    select: { id: true },
  });
  const subject = { kind: "Person", id: personId };
  await recordAct(tx, { kind: "person", personId }, { action: "sign-in", subject, detail: { means, owesFactor } });
  return id;
}

/** What signing in leaves behind and nobody needs any more: sessions and tries that are over, links a month after. */
export async function forgetSignIns(actor: Actor, now: Date): Promise<void> {
  authorize(actor, "administer", "Person", now);
  await db().session.deleteMany({ where: { expiresAt: { lte: now } } });
  await db().throttle.deleteMany({ where: { resetsAt: { lte: now } } });
  // Its page can still send a new one until then.
  const monthAgo = new Date(now.getTime() - 30 * 24 * 3_600_000);
  await db().signInLink.deleteMany({ where: { expiresAt: { lte: monthAgo } } });
}

/** Ends the session `actor` is using; harmless twice, and for a visitor. */
export async function signOut(actor: Actor, now: Date): Promise<void> {
  if (actor.kind !== "person") return;
  await db().session.deleteMany({ where: { AND: [{ id: actor.sessionId }, readable(actor, "Session", now)] } });
}

/**
 * Proves again who `actor` is, for what gives access to everything else.
 *
 * @throws Refusal `too_many_attempts`, `wrong_password`
 */
export async function proveAgain(
  actor: PersonActor,
  { password }: { password: string },
  { now, from }: Pick<Circumstances, "now" | "from">,
): Promise<void> {
  authorize(actor, "update", "Person", now);
  try {
    await provePassword({ email: actor.email, password }, { now, from });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "wrong_credentials") throw error;
    throw new Refusal("wrong_password", "Ce n’est pas votre mot de passe.", "password");
  }
  await db().session.updateMany({ where: { id: actor.sessionId }, data: { provenAt: now } });
}

/** @throws Refusal `stale_proof` when `actor` proved who they are too long ago */
export async function mustHaveFreshProof(actor: PersonActor, now: Date): Promise<void> {
  const session = await db().session.findUnique({ where: { id: actor.sessionId }, select: { provenAt: true } });
  if (session && isFreshProof(session.provenAt, now)) return;
  throw new Refusal("stale_proof", "Confirmez d’abord que c’est bien vous\u202f: rechargez la page.");
}

/** Ends one of `actor`'s sessions; harmless twice. */
export async function revokeSession(actor: PersonActor, { id }: { id: string }, now: Date): Promise<void> {
  await endSessions(actor, { id }, now);
}

/** Ends all of `actor`'s sessions but the one in use. */
export async function revokeOtherSessions(actor: PersonActor, now: Date): Promise<void> {
  await endSessions(actor, { id: { not: actor.sessionId } }, now);
}

async function endSessions(actor: PersonActor, which: { id: string | { not: string } }, now: Date): Promise<void> {
  authorize(actor, "signOut", "Session", now);
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { AND: [which, readable(actor, "Session", now)] } });
    if (count === 0) return;
    const subject = { kind: "Person", id: actor.personId };
    await recordAct(tx, actor, { action: "revoke-sessions", subject, detail: { count } });
  });
}

function tooMany(where: string): Refusal {
  return new Refusal(
    "too_many_attempts",
    `Trop d’essais ${where}. Attendez un peu, ou recevez un lien de connexion\u202f: il marche toujours.`,
  );
}
