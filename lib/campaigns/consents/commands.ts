import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { authorize } from "#lib/policy/ability";
import { type Actor, visitor } from "#lib/policy/actor";
import { CONSENT_VERSION, UNSUBSCRIBE } from "./rules.ts";

/** `actor` asks for the letter, under the wording of today. Harmless twice. */
export async function giveConsent(actor: Actor, now: Date): Promise<void> {
  const personId = own(actor, now);
  await db().$transaction(async (tx) => {
    const { count } = await tx.newsletterConsent.createMany({
      data: { personId, textVersion: CONSENT_VERSION, givenAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAct(tx, actor, { action: "give-newsletter-consent", subject: { kind: "Person", id: personId } });
  });
}

/** `actor` wants it no more. Harmless twice. */
export async function withdrawConsent(actor: Actor, now: Date): Promise<void> {
  await withdraw(actor, own(actor, now), now);
}

/**
 * The link of a letter is its reader's: no sign-in. Harmless twice.
 *
 * @throws Refusal `wrong_link`
 */
export async function unsubscribe(token: string, now: Date): Promise<void> {
  const personId = readSignedToken(UNSUBSCRIBE, token);
  if (!personId || !isUuid(personId)) {
    throw new Refusal("wrong_link", "Ce lien n’est pas complet. Ouvrez-le depuis le message.");
  }
  await withdraw(visitor, personId, now);
}

async function withdraw(actor: Actor, personId: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.newsletterConsent.updateMany({
      where: { personId, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    if (count === 0) return;
    await recordAct(tx, actor, { action: "withdraw-newsletter-consent", subject: { kind: "Person", id: personId } });
  });
}

function own(actor: Actor, now: Date): string {
  authorize(actor, "update", "NewsletterConsent", now);
  if (actor.kind === "person") return actor.personId;
  throw new Refusal("forbidden", "Vous n’avez pas le droit de faire cela.");
}
