import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { AuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import { z } from "zod";
import { findActor } from "#lib/people/queries";
import { findUnfinishedEntry } from "#lib/people/second-factor/queries";
import { can, type Intention, type SubjectName } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";
import { visitor } from "#lib/policy/actor";
import { recordAttempt } from "./attempts.ts";
import { requestTime } from "./clock.ts";
import { Refusal } from "./errors.ts";
import { paths, safeNext, signInFactorPath, signInPath } from "./paths.ts";
import { cookieOptions, SESSION_COOKIE, SESSION_SECONDS } from "./session-cookie.ts";

const carried = z.object({ sessionId: z.uuid() });

/**
 * What next-auth needs to read and write our sessions. Its token is a sealed envelope around the id
 * of a session row: the database alone says what the session is worth.
 */
export const sessionOptions = {
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: paths.signIn, error: paths.signIn },
  cookies: { sessionToken: { name: SESSION_COOKIE, options: cookieOptions() } },
} satisfies Partial<AuthOptions>;

const typing = new AsyncLocalStorage<true>();

/**
 * Runs what a form asks for. Whoever is no longer signed in is told so where they typed, instead of being sent to
 * sign in: a form sent by a script stays on its page as it is, and going elsewhere would lose it.
 */
export function asTyped<Result>(run: () => Promise<Result>): Promise<Result> {
  return typing.run(true, run);
}

/** Who asks, in a page or an action. Once per request. */
export const currentActor = cache(() => actorAt(requestTime()));

/** The same, asked anew: what takes minutes to come in may outlast a right. */
export async function actorAt(now: Date): Promise<Actor> {
  const sessionId = await carriedSession();
  return (sessionId && (await findActor(sessionId, now))) || visitor;
}

/** The session of whoever has come in but for their second factor; null for anybody else. */
export const unfinishedEntry = cache(async (): Promise<{ sessionId: string; firstName: string } | null> => {
  const sessionId = await carriedSession();
  const found = sessionId && (await findUnfinishedEntry(sessionId, requestTime()));
  return found ? { sessionId, ...found } : null;
});

/** The person signed in; anybody else is sent to sign in and comes back here afterwards. */
export async function requireActor(): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor.kind === "person") return actor;
  const asked = await headers();
  if (typing.getStore() && asked.has("next-action")) throw sessionOver();
  const here = safeNext(`${asked.get("x-portal-path") ?? ""}${asked.get("x-portal-search") ?? ""}`);
  redirect((await unfinishedEntry()) ? signInFactorPath(here) : signInPath(here));
}

function sessionOver(): Refusal {
  return new Refusal(
    "session_over",
    "Votre session a pris fin. Connectez-vous dans un autre onglet, puis renvoyez ce formulaire\u202f: ce que vous avez saisi est toujours là.",
  );
}

/** The person signed in, when the policy lets them do this to something; for anybody else there is no such page. */
export async function requireRight(intention: Intention, name: SubjectName): Promise<PersonActor> {
  const actor = await requireActor();
  if (can(actor, intention, name, requestTime())) return actor;
  // Of the board but without their second factor: sent to it by the layout, which is no refusal.
  if (!actor.owesSecondFactor) await noteRefusal("forbidden");
  notFound();
}

/** Leaves in the audit log that whoever asks was refused, and at which page. */
export async function noteRefusal(why: string): Promise<void> {
  const path = (await headers()).get("x-portal-path") ?? "";
  await recordAttempt(await currentActor(), { path, why }, requestTime());
}

/** Hands the browser the session `sessionId`. Only an action or a route handler can. */
export async function openBrowserSession(sessionId: string): Promise<void> {
  const token = await encode({ token: { sessionId }, secret: secret(), maxAge: SESSION_SECONDS });
  (await cookies()).set(SESSION_COOKIE, token, { ...cookieOptions(), maxAge: SESSION_SECONDS });
}

/** Takes the session back from the browser. */
export async function closeBrowserSession(): Promise<void> {
  (await cookies()).delete(SESSION_COOKIE);
}

async function carriedSession(): Promise<string | null> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return (token && carried.safeParse(await unseal(token)).data?.sessionId) || null;
}

async function unseal(token: string): Promise<unknown> {
  try {
    return await decode({ token, secret: secret() });
  } catch {
    // Forged, truncated, or sealed with a former secret: nobody is signed in.
    return null;
  }
}

function secret(): string {
  const value = process.env.NEXTAUTH_SECRET ?? process.env.AUTH_SECRET;
  if (!value) throw new Error("AUTH_SECRET is not set: start the portal through npm start");
  return value;
}
