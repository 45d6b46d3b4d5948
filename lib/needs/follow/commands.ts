import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { recipientsOf } from "../carrying/proposals.ts";
import { LINK_PURPOSES, lostMails, MAILED, wonMails, wordFromBuyer } from "../mails.ts";
import type { CloseInput, RateInput } from "./schema.ts";

/**
 * A buyer's word to a member who answered.
 *
 * @throws Refusal `wrong_link`, `need_closed`, `not_answered`
 */
export async function writeToMember(
  { token, member, text }: { token: string; member: string; text: string },
  now: Date,
): Promise<void> {
  const need = await findOpen(token);
  const asked = need.introductions.find(({ structure }) => structure.slug === member);
  if (!asked || (asked.state !== "interested" && asked.state !== "asking")) {
    throw new Refusal("not_answered", "Cet adhérent n’a pas encore répondu\u202f: attendez son premier mot.");
  }
  await db().$transaction(async (tx) => {
    await tx.needMessage.create({
      data: { needId: need.id, structureId: asked.structureId, isFromBuyer: true, text, createdAt: now },
      select: { id: true },
    });
    await queueMail(tx, ...wordFromBuyer(await recipientsOf(tx, [asked.structureId], now), need, text));
  });
}

/**
 * The end of a need, told to all who answered. Twice is harmless; of two at once, one counts.
 *
 * @throws Refusal `wrong_link`, `need_closed`, `not_answered`
 */
export async function closeNeed({ token, outcome, winner }: CloseInput, now: Date): Promise<void> {
  const need = await findOpen(token);
  const won = outcome === "won" ? need.introductions.find(({ structure }) => structure.slug === winner) : undefined;
  if (outcome === "won" && (!won || (won.state !== "interested" && won.state !== "asking"))) {
    throw notAnswered();
  }
  await db().$transaction(async (tx) => {
    const { count } = await tx.need.updateMany({
      where: { id: need.id, closedAt: null },
      data: { closedAt: now, outcome },
    });
    if (count === 0) return;
    if (won) {
      const chosen = await tx.introduction.updateMany({
        where: { needId: need.id, structureId: won.structureId, state: { in: ["interested", "asking"] } },
        data: { state: "won" },
      });
      // It said no while the buyer was choosing it: the need stays open.
      if (chosen.count === 0) throw notAnswered();
      await queueMail(tx, ...wonMails(await recipientsOf(tx, [won.structureId], now), need));
    }
    const others = need.introductions
      .filter(
        ({ state, structureId }) => (state === "interested" || state === "asking") && structureId !== won?.structureId,
      )
      .map(({ structureId }) => structureId);
    await queueMail(tx, ...lostMails(await recipientsOf(tx, others, now), need));
  });
}

/**
 * How satisfied the buyer is with who won, from 1 to 5: said once.
 *
 * @throws Refusal `wrong_link`, `not_won`
 */
export async function rateNeed({ token, satisfaction, comment }: RateInput): Promise<void> {
  const { count } = await db().need.updateMany({
    where: { id: idOf(token), outcome: "won", satisfaction: null },
    data: { satisfaction, satisfactionComment: comment || null },
  });
  if (count === 0) throw new Refusal("not_won", "Votre avis est déjà noté\u202f: merci.");
}

async function findOpen(token: string) {
  const need = await db().need.findFirst({
    where: { id: idOf(token), confirmedAt: { not: null } },
    select: {
      ...MAILED,
      closedAt: true,
      introductions: { select: { structureId: true, state: true, structure: { select: { slug: true } } }, take: 100 },
    },
  });
  if (!need) throw wrongLink();
  if (need.closedAt) throw new Refusal("need_closed", "Ce besoin est clos.");
  return need;
}

function idOf(token: string): string {
  const id = readSignedToken(LINK_PURPOSES.follow, token);
  if (!id || !isUuid(id)) throw wrongLink();
  return id;
}

function notAnswered(): Refusal {
  return new Refusal("not_answered", "Choisissez un adhérent qui a répondu.", "winner");
}

function wrongLink(): Refusal {
  return new Refusal("wrong_link", "Ce lien ne mène plus à rien\u202f: vérifiez l’adresse.");
}
