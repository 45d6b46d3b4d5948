import "server-only";
import { db } from "#lib/platform/db";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { UNSUBSCRIBE } from "./rules.ts";

/** The consent to the letter that `actor` has given and not withdrawn. */
export async function findConsent(actor: Actor, now: Date): Promise<{ givenAt: Date; textVersion: number } | null> {
  return await db().newsletterConsent.findFirst({
    where: { AND: [readable(actor, "NewsletterConsent", now), { withdrawnAt: null }] },
    select: { givenAt: true, textVersion: true },
  });
}

/** Whether the reader whose link this is receives the letter; null when it is no link of ours. */
export async function findSubscription(token: string): Promise<{ isSubscribed: boolean } | null> {
  const personId = readSignedToken(UNSUBSCRIBE, token);
  if (!personId || !isUuid(personId)) return null;
  return { isSubscribed: (await db().newsletterConsent.count({ where: { personId, withdrawnAt: null } })) > 0 };
}
