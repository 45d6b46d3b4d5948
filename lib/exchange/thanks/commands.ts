import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import type { Actor } from "#lib/policy/actor";
import { findOwnTalk, listReaders } from "../talks/commands.ts";
import { thanksLetter } from "../talks/labels.ts";
import type { AgreementInput, ThanksInput } from "./schema.ts";

/**
 * A word of thanks to the other, once what one did together is done; one from each side, which may be
 * written anew: the other then has to agree anew. Gives the exchange's id.
 *
 * @throws Refusal `forbidden`, `skill_exchange_thanks_for_done`
 */
export async function thankPartner(actor: Actor, { talkId, text, agrees }: ThanksInput, now: Date): Promise<string> {
  return db().$transaction(async (tx) => {
    const { exchangeId, ownerId, structureId, isFromOwner } = await findOwnTalk(tx, actor, talkId, now);
    const agreedAt = agrees ? now : null;
    const word = {
      text,
      writtenAt: now,
      ownerAgreedAt: isFromOwner ? agreedAt : null,
      partnerAgreedAt: isFromOwner ? null : agreedAt,
    };
    await tx.skillExchangeThanks.upsert({
      where: { talkId_isFromOwner: { talkId, isFromOwner } },
      create: { talkId, isFromOwner, ...word },
      update: word,
      select: { talkId: true },
    });
    const { title, structure } = await tx.skillExchange.findUniqueOrThrow({
      where: { id: exchangeId },
      select: { title: true, structure: { select: { name: true } } },
    });
    const partner = await tx.structure.findUniqueOrThrow({ where: { id: structureId }, select: { name: true } });
    const readers = await listReaders(tx, { talkId, structureId: isFromOwner ? structureId : ownerId }, now);
    const about = { exchangeId, title, from: isFromOwner ? structure.name : partner.name };
    await queueMail(tx, ...readers.map((reader) => thanksLetter(about, reader, text)));
    await recordAct(tx, actor, { action: "thank-partner", subject: { kind: "SkillExchange", id: exchangeId } });
    return exchangeId;
  });
}

/**
 * Lets a word of the two be shown on both pages, as far as one's own side goes, or takes that back: it
 * disappears at once. Harmless twice. Nobody agrees to another word than the one they read.
 *
 * @throws Refusal `forbidden`, `changed_meanwhile`
 */
export async function agreeToThanks(
  actor: Actor,
  { talkId, author, agrees, writtenAt }: AgreementInput,
  now: Date,
): Promise<string> {
  return db().$transaction(async (tx) => {
    const { exchangeId, isFromOwner } = await findOwnTalk(tx, actor, talkId, now);
    const agreedAt = agrees ? now : null;
    const { count } = await tx.skillExchangeThanks.updateMany({
      // Taken back whatever it says now.
      where: { talkId, isFromOwner: author, ...(agrees ? { writtenAt } : {}) },
      data: isFromOwner ? { ownerAgreedAt: agreedAt } : { partnerAgreedAt: agreedAt },
    });
    if (agrees && count === 0) {
      throw new Refusal(
        "changed_meanwhile",
        "Ce mot a changé depuis que vous avez ouvert cette page\u202f: relisez-le avant de donner votre accord.",
      );
    }
    await recordAct(tx, actor, {
      action: agrees ? "agree-to-thanks" : "withdraw-thanks",
      subject: { kind: "SkillExchange", id: exchangeId },
    });
    return exchangeId;
  });
}
