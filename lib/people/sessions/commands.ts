import "server-only";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { SESSION_SECONDS } from "#lib/platform/session-cookie";
import { forgetTries, giveBack, tryAgain } from "#lib/platform/throttle";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { passwordMatches } from "../passwords.ts";
import { PROOF_SECONDS, TRIES_PER_ADDRESS, TRIES_PER_NETWORK } from "./rules.ts";

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
 * Whose password this is; wrong ones are counted for the address and for the network, right ones are not.
 *
 * @throws Refusal `too_many_attempts`, `wrong_credentials`
 */
export async function provePassword(
  { email, password }: { email: string; password: string },
  { now, from }: Pick<Circumstances, "now" | "from">,
): Promise<string> {
  const keys = TRIES_PER_ADDRESS.map(({ seconds }) => `sign-in:${seconds}:${email}`);
  for (const [index, allowance] of TRIES_PER_ADDRESS.entries()) {
    if (!(await tryAgain(keys[index] ?? "", allowance, now))) throw tooMany("pour cette adresse");
  }
  // Asked second: who is refused for one address uses up nothing of their neighbours'.
  const network = `sign-in-from:${from}`;
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
  await Promise.all([forgetTries(keys), giveBack(network)]);
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
  await recordAct(tx, actor, { action: "sign-in", subject, detail: { means, owesFactor } });
  return id;
}

/** Ends the session `actor` is using; harmless twice, and for a visitor. */
export async function signOut(actor: Actor, now: Date): Promise<void> {
  if (actor.kind !== "person") return;
  await db().session.deleteMany({ where: { AND: [{ id: actor.sessionId }, readable(actor, "Session", now)] } });
}

function tooMany(where: string): Refusal {
  return new Refusal(
    "too_many_attempts",
    `Trop d’essais ${where}. Attendez un peu, ou recevez un lien de connexion\u202f: il marche toujours.`,
  );
}
