import "server-only";
import { generateURI } from "otplib";
import { db } from "#lib/platform/db";
import { unseal } from "#lib/platform/tokens";
import type { PersonActor } from "#lib/policy/actor";
import { SEALED_FOR } from "./rules.ts";

/** Where somebody stands with their second factor. */
export type SecondFactorView =
  | { state: "none" }
  /** `key` and `uri` go into the application; null when `AUTH_SECRET` changed meanwhile: begin again. */
  | { state: "pending"; key: string | null; uri: string }
  | { state: "on"; since: Date; codesLeft: number };

/** Of `actor` alone: no other's second factor is read anywhere. */
export async function getSecondFactor(actor: PersonActor): Promise<SecondFactorView> {
  const factor = await db().secondFactor.findUnique({
    where: { personId: actor.personId },
    select: { sealedSecret: true, confirmedAt: true, _count: { select: { recoveryCodes: true } } },
  });
  if (!factor) return { state: "none" };
  if (factor.confirmedAt) return { state: "on", since: factor.confirmedAt, codesLeft: factor._count.recoveryCodes };
  const key = unseal(SEALED_FOR, factor.sealedSecret);
  return { state: "pending", key, uri: key ? generateURI({ issuer: "TacTic", label: actor.email, secret: key }) : "" };
}

/** Whose session waits for the second factor; null when none does. */
export async function findUnfinishedEntry(sessionId: string, now: Date): Promise<{ firstName: string } | null> {
  const session = await db().session.findFirst({
    relationLoadStrategy: "join",
    where: {
      id: sessionId,
      expiresAt: { gt: now },
      factorAt: null,
      person: { suspension: { is: null }, secondFactor: { is: { confirmedAt: { not: null } } } },
    },
    select: { person: { select: { firstName: true } } },
  });
  return session?.person ?? null;
}
