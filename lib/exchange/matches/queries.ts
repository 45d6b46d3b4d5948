import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import { db } from "#lib/platform/db";
import { permitted, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { matchesOf } from "../rules.ts";

/** At most this many matches are shown. */
const MOST = 6;

const MATCHED = {
  id: true,
  direction: true,
  kind: true,
  title: true,
  structure: { select: { name: true, city: true } },
  skills: { select: { skill: { select: { slug: true, label: true } } } },
} satisfies Prisma.SkillExchangeSelect;

/** Offers that meet the actor's own searches, and searches that meet their offers, each with why; of one exchange, if it is given. */
export async function listMatches(actor: Actor, now: Date, id?: string) {
  const open = { expiresAt: { gt: now }, closing: { is: null }, structure: { status: "active" as const } };
  const own = permitted(actor, "update", "SkillExchange", now);
  const mine = await db().skillExchange.findMany({
    relationLoadStrategy: "join",
    where: { AND: [own, open, id ? { id } : {}] },
    orderBy: [{ postedAt: "desc" }, { id: "desc" }],
    take: 20,
    select: MATCHED,
  });
  if (mine.length === 0) return [];
  const slugs = mine.flatMap(({ skills }) => skills.map(({ skill }) => skill.slug));
  const others = await db().skillExchange.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        readable(actor, "SkillExchange", now),
        open,
        { NOT: own },
        { skills: { some: { skill: { slug: { in: slugs } } } } },
      ],
    },
    orderBy: [{ postedAt: "desc" }, { id: "desc" }],
    take: 200,
    select: MATCHED,
  });
  const candidates = others.map(matchable);
  return mine.flatMap((one) => matchesOf(matchable(one), candidates).slice(0, 3)).slice(0, MOST);
}

function matchable({ skills, ...exchange }: Prisma.SkillExchangeGetPayload<{ select: typeof MATCHED }>) {
  return { ...exchange, skills: skills.map(({ skill }) => skill) };
}
