import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { notify } from "#lib/notices/commands";
import { speakingOn } from "#lib/people/affiliations/rules";
import { dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { tryAgain } from "#lib/platform/throttle";
import { permitted, readable } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";
import { doneLetter, type Reader, wordLetter } from "./labels.ts";
import type { AnswerExchangeInput, WordInput } from "./schema.ts";

/** A conversation, not a campaign. */
const WORDS = { limit: 60, seconds: 3_600 };

/**
 * Answers an offer or a search in the name of the structure one acts for: the first word of a talk that
 * nobody but the two reads. A colleague who answers too goes on with the same talk.
 *
 * @throws Refusal `forbidden`, `too_many`, `exchange_closed`, `exchange_expired`, `skill_exchange_not_with_oneself`
 */
export async function answerExchange(
  actor: Actor,
  { exchangeId, text }: AnswerExchangeInput,
  now: Date,
): Promise<void> {
  const person = await mustSpeak(actor, now);
  const own = person.actingFor;
  if (!own?.isActive) throw new Refusal("forbidden", "Il faut agir au nom d’une structure adhérente.");
  await db().$transaction(async (tx) => {
    const exchange = await tx.skillExchange.findFirst({
      where: { AND: [{ id: exchangeId }, readable(actor, "SkillExchange", now), { structure: { status: "active" } }] },
      select: { structureId: true, expiresAt: true, closing: { select: { exchangeId: true } } },
    });
    if (!exchange) throw new Refusal("not_found", "Cette annonce n’existe plus.");
    if (exchange.closing) throw new Refusal("exchange_closed", "Cette annonce vient d’être close.");
    const of = { exchangeId, structureId: own.id };
    const known = await tx.skillExchangeTalk.findUnique({
      where: { exchangeId_structureId: of },
      select: { id: true },
    });
    if (!known && exchange.expiresAt <= now) throw new Refusal("exchange_expired", "Cette annonce a expiré.");
    await tx.skillExchangeTalk.createMany({
      data: [{ ...of, ownerId: exchange.structureId, openedAt: now }],
      skipDuplicates: true,
    });
    const { id } = await tx.skillExchangeTalk.findUniqueOrThrow({
      where: { exchangeId_structureId: of },
      select: { id: true },
    });
    await say(tx, { talkId: id, isFromOwner: false, text }, person, now);
  });
}

/**
 * One more word in a talk that one takes part in.
 *
 * @throws Refusal `forbidden`, `too_many`, `skill_exchange_still_open`
 */
export async function writeInTalk(actor: Actor, { talkId, text }: WordInput, now: Date): Promise<string> {
  const person = await mustSpeak(actor, now);
  return db().$transaction(async (tx) => {
    const { exchangeId, isFromOwner } = await findOwnTalk(tx, actor, talkId, now);
    await say(tx, { talkId, isFromOwner, text }, person, now);
    return exchangeId;
  });
}

/** A talk that `actor` takes part in, and on which side. @throws Refusal `forbidden` */
export async function findOwnTalk(tx: Tx, actor: Actor, talkId: string, now: Date) {
  const talk = await tx.skillExchangeTalk.findFirst({
    where: { AND: [{ id: talkId }, permitted(actor, "reply", "SkillExchangeTalk", now)] },
    select: { exchangeId: true, ownerId: true, structureId: true },
  });
  if (!talk || actor.kind !== "person") throw new Refusal("forbidden", "Cet échange n’est pas le vôtre.");
  return { ...talk, isFromOwner: actor.structures.some(({ id }) => id === talk.ownerId) };
}

/** Tells those who answered that it is over: a message to the one it was done with, and to the others. */
export async function tellClosed(tx: Tx, exchangeId: string, now: Date): Promise<void> {
  const { title, structure, closing } = await tx.skillExchange.findUniqueOrThrow({
    where: { id: exchangeId },
    select: {
      title: true,
      structure: { select: { name: true } },
      closing: { select: { talk: { select: { id: true, structureId: true } } } },
    },
  });
  await tellOthers(tx, { exchangeId, title, from: structure.name, keptTalkId: closing?.talk?.id ?? null }, now);
  if (!closing?.talk) return;
  const readers = await listReaders(tx, { talkId: closing.talk.id, structureId: closing.talk.structureId }, now);
  const about = { exchangeId, title, from: structure.name };
  await queueMail(tx, ...readers.map((reader) => doneLetter(about, reader)));
}

/** Those who answered and with whom it was not done: in their digest. */
async function tellOthers(
  tx: Tx,
  {
    exchangeId,
    title,
    from,
    keptTalkId,
  }: { exchangeId: string; title: string; from: string; keptTalkId: string | null },
  now: Date,
): Promise<void> {
  const talks = await tx.skillExchangeTalk.findMany({
    where: { exchangeId, ...(keptTalkId ? { id: { not: keptTalkId } } : {}) },
    orderBy: { id: "asc" },
    take: 100,
    select: { id: true, structureId: true },
  });
  const wrote = await tx.person.findMany({
    where: {
      affiliations: {
        some: { structureId: { in: talks.map(({ structureId }) => structureId) }, ...speakingOn(dayOf(now)) },
      },
      skillExchangeMessages: { some: { talkId: { in: talks.map(({ id }) => id) } } },
    },
    orderBy: { id: "asc" },
    take: 500,
    select: { id: true },
  });
  await notify(
    tx,
    wrote.map(({ id: personId }) => ({
      personId,
      kind: "exchange-closed",
      fact: `exchange ${exchangeId} closed`,
      title: `${from} a clos son annonce «\u202f${title}\u202f». Merci d’y avoir répondu.`,
      path: paths.exchange(exchangeId),
    })),
    now,
  );
}

/**
 * Who of one side is written to: those who wrote in this talk, whoever posted, and where none of them is
 * left, those who speak for the structure.
 */
export async function listReaders(
  tx: Tx,
  { talkId, structureId }: { talkId: string; structureId: string },
  now: Date,
): Promise<Reader[]> {
  const speaking = { structureId, ...speakingOn(dayOf(now)) };
  const select = { id: true, email: true, firstName: true, lastName: true } as const;
  const involved = await tx.person.findMany({
    where: {
      affiliations: { some: speaking },
      OR: [
        { skillExchangeMessages: { some: { talkId } } },
        { skillExchanges: { some: { structureId, talks: { some: { id: talkId } } } } },
      ],
    },
    orderBy: { id: "asc" },
    take: 10,
    select,
  });
  const people =
    involved.length > 0
      ? involved
      : await tx.person.findMany({
          where: { affiliations: { some: { ...speaking, role: "primary_contact" } } },
          orderBy: { id: "asc" },
          take: 10,
          select,
        });
  return people.map(({ id, ...person }) => ({ ...person, personId: id }));
}

async function say(
  tx: Tx,
  message: { talkId: string; isFromOwner: boolean; text: string },
  { personId }: PersonActor,
  now: Date,
): Promise<void> {
  const { talkId, isFromOwner, text } = message;
  await tx.skillExchangeMessage.create({
    data: { ...message, authorId: personId, writtenAt: now },
    select: { id: true },
  });
  const { exchange, ownerId, structure, _count } = await tx.skillExchangeTalk.findUniqueOrThrow({
    where: { id: talkId },
    select: {
      ownerId: true,
      structure: { select: { id: true, name: true } },
      exchange: { select: { id: true, title: true, structure: { select: { name: true } } } },
      _count: { select: { messages: true } },
    },
  });
  const readers = await listReaders(tx, { talkId, structureId: isFromOwner ? structure.id : ownerId }, now);
  const from = isFromOwner ? exchange.structure.name : structure.name;
  const about = { exchangeId: exchange.id, title: exchange.title, from };
  await queueMail(tx, ...readers.map((reader) => wordLetter(about, reader, text, _count.messages === 1)));
}

async function mustSpeak(actor: Actor, now: Date): Promise<PersonActor> {
  if (actor.kind !== "person") throw new Refusal("forbidden", "Connectez-vous pour écrire.");
  if (!(await tryAgain(`exchange words ${actor.personId}`, WORDS, now))) {
    throw new Refusal("too_many", "Beaucoup de messages en peu de temps\u202f: reprenez dans une heure.");
  }
  return actor;
}
