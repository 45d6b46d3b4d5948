import "server-only";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { SESSION_SECONDS } from "#lib/platform/session-cookie";
import { tryAgain } from "#lib/platform/throttle";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { passwordMatches } from "../passwords.ts";
import type { SignInInput } from "../schema.ts";

// CNIL, délibération 2022-100: a password may be short when attempts are restricted.
const ATTEMPTS = { limit: 10, seconds: 15 * 60 };

/**
 * Opens a session for whoever knows the password, and gives its id. The same answer, after the same
 * work, for an unknown address, a wrong password and a suspended person.
 *
 * @throws Refusal `too_many_attempts`, `wrong_credentials`
 */
export async function signIn(
  _actor: Actor,
  { email, password }: Pick<SignInInput, "email" | "password">,
  { now, userAgent }: { now: Date; userAgent: string | null },
): Promise<string> {
  if (!(await tryAgain(`sign-in:${email}`, ATTEMPTS, now))) {
    throw new Refusal("too_many_attempts", "Trop d’essais pour cette adresse. Réessayez dans un quart d’heure.");
  }
  const person = await db().person.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, suspension: { select: { personId: true } } },
  });
  const matches = await passwordMatches(person?.passwordHash ?? null, password);
  if (!person || !matches || person.suspension) {
    throw new Refusal("wrong_credentials", "L’adresse e-mail ou le mot de passe ne convient pas.");
  }
  const session = await db().session.create({
    data: {
      personId: person.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
      userAgent: userAgent?.slice(0, 300) ?? null,
    },
    select: { id: true },
  });
  return session.id;
}

/** Ends the session `actor` is using; harmless twice, and for a visitor. */
export async function signOut(actor: Actor, now: Date): Promise<void> {
  if (actor.kind !== "person") return;
  await db().session.deleteMany({ where: { AND: [{ id: actor.sessionId }, readable(actor, "Session", now)] } });
}
