import "server-only";
import { type NewNotice, notify } from "#lib/notices/commands";
import { speakingOn } from "#lib/people/affiliations/rules";
import { recordAct } from "#lib/platform/audit";
import { dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { authorize, permitted } from "#lib/policy/ability";
import { type Actor, type OwnStructure, personIdOf } from "#lib/policy/actor";
import { currentTaxonomy } from "#lib/search/taxonomy";
import { understand } from "#lib/search/understanding";
import { DIRECTION_VERBS } from "./labels.ts";
import { LIFE_DAYS, MOST_OPEN, WARNED_DAYS } from "./rules.ts";
import type { ChangeExchangeInput, CloseInput, ExchangeInput } from "./schema.ts";
import { tellClosed } from "./talks/commands.ts";

const DAY_MS = 86_400_000;

/**
 * Posts an offer or a search in the name of the structure one acts for, and tells the members it may
 * interest in their next digest. The same one sent twice is one. Gives its id.
 *
 * @throws Refusal `forbidden`, `unknown_choice`, `no_skill`, `too_many`
 */
export async function postExchange(actor: Actor, { skills, ...input }: ExchangeInput, now: Date): Promise<string> {
  authorize(actor, "publish", "SkillExchange", now);
  const own = actingFor(actor);
  const skillIds = await findSkills(skills, `${input.title}. ${input.body}`);
  return db().$transaction(async (tx) => {
    // Two of the same structure at once, or one twice: in turn.
    await tx.$queryRaw`SELECT 1 FROM structure WHERE id = ${own.id}::uuid FOR NO KEY UPDATE`;
    const open = { structureId: own.id, closing: { is: null }, expiresAt: { gt: now } };
    const same = await tx.skillExchange.findFirst({
      where: { ...open, direction: input.direction, title: { equals: input.title, mode: "insensitive" } },
      select: { id: true },
    });
    if (same) return same.id;
    if ((await tx.skillExchange.count({ where: open })) >= MOST_OPEN) {
      throw new Refusal(
        "too_many",
        `Vous en avez déjà ${MOST_OPEN} d’ouvertes\u202f: fermez-en une avant d’en ajouter.`,
      );
    }
    const { id } = await tx.skillExchange.create({
      data: {
        ...input,
        structureId: own.id,
        postedById: personIdOf(actor),
        postedAt: now,
        expiresAt: new Date(now.getTime() + LIFE_DAYS * DAY_MS),
        skills: { create: skillIds.map((skillId) => ({ skillId })) },
      },
      select: { id: true },
    });
    await tellMatching(tx, { id, own, skillIds, ...input }, now);
    await recordAct(tx, actor, { action: "post-exchange", subject: { kind: "SkillExchange", id } });
    return id;
  });
}

/**
 * Writes other words in the place of the first. Possible until it is closed.
 *
 * @throws Refusal `forbidden`, `exchange_closed`, `unknown_choice`, `no_skill`
 */
export async function changeExchange(
  actor: Actor,
  { id, skills, ...input }: ChangeExchangeInput,
  now: Date,
): Promise<void> {
  const skillIds = await findSkills(skills, `${input.title}. ${input.body}`);
  await db().$transaction(async (tx) => {
    await lockOwn(tx, actor, id, now);
    await tx.skillExchangeSkill.deleteMany({ where: { exchangeId: id } });
    await tx.skillExchange.update({
      where: { id },
      data: { ...input, skills: { create: skillIds.map((skillId) => ({ skillId })) } },
      select: { id: true },
    });
    await recordAct(tx, actor, { action: "change-exchange", subject: { kind: "SkillExchange", id } });
  });
}

/** Gives it three more months from now. @throws Refusal `forbidden`, `exchange_closed` */
export async function extendExchange(actor: Actor, id: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockOwn(tx, actor, id, now);
    await tx.skillExchange.update({
      where: { id },
      data: { expiresAt: new Date(now.getTime() + LIFE_DAYS * DAY_MS) },
      select: { id: true },
    });
  });
}

/**
 * Ends it: done, with one of those who answered, or not. Once: of two who close at the same time one
 * is told that it is closed. All who answered are told.
 *
 * @throws Refusal `forbidden`, `exchange_closed`, `skill_exchange_closing_talk`
 */
export async function closeExchange(actor: Actor, { id, talkId }: CloseInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockOwn(tx, actor, id, now);
    await tx.skillExchangeClosing.create({
      data: { exchangeId: id, talkId, closedAt: now },
      select: { exchangeId: true },
    });
    await tellClosed(tx, id, now);
    await recordAct(tx, actor, {
      action: "close-exchange",
      subject: { kind: "SkillExchange", id },
      detail: { to: talkId ? "done" : "not_done" },
    });
  });
}

/** Tells the people of an exchange that it expires soon, once; gives how many were told. */
export async function warnOfExpiry(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "remind", "SkillExchange", now);
  return db().$transaction(async (tx) => {
    const ending = await tx.skillExchange.findMany({
      where: {
        closing: { is: null },
        expiresAt: { gt: now, lte: new Date(now.getTime() + WARNED_DAYS * DAY_MS) },
        structure: { status: "active" },
      },
      orderBy: { expiresAt: "asc" },
      take: 500,
      select: { id: true, title: true, structureId: true, expiresAt: true },
    });
    const people = await listPeople(tx, [...new Set(ending.map(({ structureId }) => structureId))], now);
    const notices = ending.flatMap(({ id, title, structureId, expiresAt }) =>
      people
        .filter((person) => person.structureId === structureId)
        .map(({ personId }) => ({
          personId,
          kind: "exchange-expires",
          fact: `exchange ${id} expires ${dayOf(expiresAt)}`,
          title: `«\u202f${title}\u202f» expire dans une semaine\u202f: prolongez l’annonce ou fermez-la.`,
          path: paths.exchange(id),
        })),
    );
    await notify(tx, notices, now);
    return notices.length;
  });
}

function actingFor(actor: Actor): OwnStructure {
  const own = actor.kind === "person" ? actor.actingFor : null;
  if (!own?.isActive) throw new Refusal("forbidden", "Il faut agir au nom d’une structure adhérente.");
  return own;
}

/** @throws Refusal `forbidden`, `exchange_closed` */
async function lockOwn(tx: Tx, actor: Actor, id: string, now: Date): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM skill_exchange WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.skillExchange.findFirst({
    where: { AND: [{ id }, permitted(actor, "update", "SkillExchange", now)] },
    select: { closing: { select: { exchangeId: true } } },
  });
  if (!found) throw new Refusal("forbidden", "Cette annonce n’est pas celle de votre structure.");
  if (found.closing) throw new Refusal("exchange_closed", "Cette annonce est déjà close.");
}

/**
 * What was ticked, as ids; when nothing was, what the portal understands of the words.
 *
 * @throws Refusal `unknown_choice`, `no_skill`
 */
async function findSkills(slugs: string[], text: string): Promise<string[]> {
  const { taxonomy } = await currentTaxonomy();
  const heard =
    slugs.length > 0
      ? slugs
      : understand(taxonomy.concepts, text).wishes.flatMap(({ skills }) => skills.slice(0, 2).map(({ key }) => key));
  const ids = [...new Set(heard)].map((slug) => taxonomy.skills.get(slug)?.id);
  const known = ids.filter((id) => id !== undefined);
  if (known.length < ids.length) throw new Refusal("unknown_choice", "Une des compétences n’existe pas.", "skills");
  if (known.length === 0) {
    throw new Refusal(
      "no_skill",
      "Choisissez au moins une compétence\u202f: nous n’en avons reconnu aucune dans vos mots.",
      "skills",
    );
  }
  return known;
}

interface Posted extends Pick<ExchangeInput, "direction" | "title"> {
  id: string;
  own: OwnStructure;
  skillIds: string[];
}

/** Those whose skills answer a search; those whose search meets an offer, and the other way round. */
async function tellMatching(tx: Tx, { id, own, direction, title, skillIds }: Posted, now: Date): Promise<void> {
  const meets = {
    skillExchanges: {
      some: {
        direction: direction === "offer" ? ("request" as const) : ("offer" as const),
        closing: { is: null },
        expiresAt: { gt: now },
        skills: { some: { skillId: { in: skillIds } } },
      },
    },
  };
  const structures = await tx.structure.findMany({
    where: {
      status: "active",
      id: { not: own.id },
      OR: direction === "request" ? [meets, { skills: { some: { skillId: { in: skillIds } } } }] : [meets],
    },
    orderBy: { id: "asc" },
    take: 200,
    select: { id: true },
  });
  const people = await listPeople(
    tx,
    structures.map((structure) => structure.id),
    now,
  );
  const notices = people.map(
    ({ personId }): NewNotice => ({
      personId,
      kind: "exchange-match",
      fact: `exchange ${id}`,
      title: `${own.name} ${DIRECTION_VERBS[direction]}\u202f: ${title}.`,
      path: paths.exchange(id),
    }),
  );
  await notify(tx, [...new Map(notices.map((notice) => [notice.personId, notice])).values()], now);
}

/** The people of these structures today. */
async function listPeople(tx: Tx, structureIds: string[], now: Date) {
  return await tx.affiliation.findMany({
    where: {
      structureId: { in: structureIds },
      ...speakingOn(dayOf(now)),
    },
    orderBy: { id: "asc" },
    take: 1_000,
    select: { personId: true, structureId: true },
  });
}
