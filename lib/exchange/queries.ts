import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { permitted, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { stateOf } from "./rules.ts";
import type { ExchangeFilter } from "./schema.ts";

const LISTED = {
  id: true,
  direction: true,
  kind: true,
  title: true,
  body: true,
  hours: true,
  postedAt: true,
  expiresAt: true,
  structure: { select: { id: true, slug: true, name: true, city: true } },
  skills: { orderBy: { skill: { label: "asc" } }, select: { skill: { select: { slug: true, label: true } } } },
  closing: { select: { talkId: true, closedAt: true } },
  _count: { select: { talks: true } },
} satisfies Prisma.SkillExchangeSelect;

/** The filter of what still waits for answers. */
function open(now: Date): Prisma.SkillExchangeWhereInput {
  return { expiresAt: { gt: now }, closing: { is: null }, structure: { status: "active" } };
}

export type ExchangeView = Awaited<ReturnType<typeof listExchanges>>["items"][number];

const PER_PAGE = 25;

/** What members offer and look for now, latest first. */
export async function listExchanges(
  actor: Actor,
  { direction, kind, skill, city }: ExchangeFilter,
  page: number,
  now: Date,
) {
  const where: Prisma.SkillExchangeWhereInput = {
    AND: [
      readable(actor, "SkillExchange", now),
      open(now),
      direction ? { direction } : {},
      kind ? { kind } : {},
      skill ? { skills: { some: { skill: { slug: skill } } } } : {},
      city ? { structure: { citySlug: city } } : {},
    ],
  };
  const [rows, total] = await Promise.all([
    db().skillExchange.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [{ postedAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: LISTED,
    }),
    db().skillExchange.count({ where }),
  ]);
  return { items: rows.map((row) => viewOf(row, now)), total, perPage: PER_PAGE };
}

/** What the filters of the list can be: skills and towns of what waits now. */
export async function listFacets(actor: Actor, now: Date) {
  const waiting = { AND: [readable(actor, "SkillExchange", now), open(now)] };
  const [skills, places] = await Promise.all([
    db().skill.findMany({
      where: { exchanges: { some: { exchange: waiting } } },
      orderBy: { label: "asc" },
      take: 200,
      select: { slug: true, label: true },
    }),
    db().structure.findMany({
      where: { citySlug: { not: null }, skillExchanges: { some: waiting } },
      distinct: ["citySlug"],
      orderBy: { citySlug: "asc" },
      take: 200,
      select: { citySlug: true, city: true },
    }),
  ]);
  return {
    skills,
    cities: places.flatMap(({ citySlug, city }) => (citySlug && city ? [{ slug: citySlug, name: city }] : [])),
  };
}

/** What the actor's structures posted, whatever became of it, and what they answered; latest first. */
export async function listOwnExchanges(actor: Actor, now: Date) {
  const [posted, answered] = await Promise.all([
    db().skillExchange.findMany({
      relationLoadStrategy: "join",
      where: permitted(actor, "update", "SkillExchange", now),
      orderBy: [{ postedAt: "desc" }, { id: "desc" }],
      take: 30,
      select: LISTED,
    }),
    db().skillExchange.findMany({
      relationLoadStrategy: "join",
      where: {
        AND: [
          { talks: { some: readable(actor, "SkillExchangeTalk", now) } },
          { NOT: permitted(actor, "update", "SkillExchange", now) },
        ],
      },
      orderBy: [{ postedAt: "desc" }, { id: "desc" }],
      take: 30,
      select: LISTED,
    }),
  ]);
  return { posted: posted.map((row) => viewOf(row, now)), answered: answered.map((row) => viewOf(row, now)) };
}

/**
 * One exchange with the talks that `actor` takes part in. What has ended is shown to those who took part
 * in it alone. Null when it is not there for them.
 */
export async function findExchange(actor: Actor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  const talk = readable(actor, "SkillExchangeTalk", now);
  const row = await db().skillExchange.findFirst({
    relationLoadStrategy: "join",
    where: {
      AND: [
        { id },
        readable(actor, "SkillExchange", now),
        { OR: [open(now), permitted(actor, "update", "SkillExchange", now), { talks: { some: talk } }] },
      ],
    },
    select: {
      ...LISTED,
      talks: {
        where: talk,
        orderBy: { openedAt: "asc" },
        take: 50,
        select: {
          id: true,
          structure: { select: { id: true, slug: true, name: true } },
          messages: {
            orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
            take: 200,
            select: {
              id: true,
              isFromOwner: true,
              text: true,
              writtenAt: true,
              author: { select: { firstName: true, lastName: true } },
            },
          },
          thanks: {
            orderBy: { writtenAt: "asc" },
            select: { isFromOwner: true, text: true, writtenAt: true, ownerAgreedAt: true, partnerAgreedAt: true },
          },
        },
      },
    },
  });
  if (!row) return null;
  const isOwner = actor.kind === "person" && actor.structures.some(({ id: own }) => own === row.structure.id);
  return { ...viewOf(row, now), talks: row.talks, isOwner };
}

export type ExchangePage = NonNullable<Awaited<ReturnType<typeof findExchange>>>;

function viewOf(row: Prisma.SkillExchangeGetPayload<{ select: typeof LISTED }>, now: Date) {
  const { skills, _count, ...exchange } = row;
  return {
    ...exchange,
    skills: skills.map(({ skill }) => skill),
    answers: _count.talks,
    state: stateOf({ ...exchange, talks: _count.talks }, now),
  };
}
