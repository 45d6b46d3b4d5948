import "server-only";
import { cache } from "react";
import type { Prisma } from "#lib/generated/prisma/client";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { findFormerSubject } from "#lib/platform/former-slugs";
import { readTag } from "#lib/platform/page-tags";
import { isSlug } from "#lib/platform/slug";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

const LISTED = {
  id: true,
  slug: true,
  title: true,
  levels: true,
  startsOn: true,
  endsOn: true,
  weeks: true,
  applyBefore: true,
  places: true,
  publishedAt: true,
  updatedAt: true,
  commune: { select: { slug: true, name: true } },
  structure: { select: { slug: true, name: true, city: true } },
} satisfies Prisma.InternshipSelect;

/** After which offer a walk of the list goes on. */
export interface InternshipPosition {
  applyBefore: Date;
  id: string;
}

/**
 * Open offers `actor` may read, earliest deadline first: `limit` of them after `skip`, or after one of
 * them, and how many in all.
 */
export async function listInternships(
  actor: Actor,
  { skip = 0, limit = 24, after }: { skip?: number; limit?: number; after?: InternshipPosition | undefined },
  now: Date,
) {
  readTag("internship", "structure", "commune");
  const where: Prisma.InternshipWhereInput = {
    AND: [readable(actor, "Internship", now), { structure: { status: "active" } }],
  };
  const [items, total] = await Promise.all([
    db().internship.findMany({
      relationLoadStrategy: "join",
      where: { AND: [where, after ? beyond(after) : {}] },
      select: LISTED,
      skip,
      take: limit,
      orderBy: [{ applyBefore: "asc" }, { id: "asc" }],
    }),
    db().internship.count({ where }),
  ]);
  return { items, total };
}

function beyond({ applyBefore, id }: InternshipPosition): Prisma.InternshipWhereInput {
  return { OR: [{ applyBefore: { gt: applyBefore } }, { applyBefore, id: { gt: id } }] };
}

/** The offer at this address; null when there is none that `actor` may read. */
export const findInternship = cache(async (actor: Actor, slug: string, now: Date) => {
  if (!isSlug(slug)) return null;
  readTag("internship", "structure", "commune");
  return await db().internship.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ slug }, readable(actor, "Internship", now), { structure: { status: "active" } }] },
    select: {
      ...LISTED,
      missions: true,
      skills: true,
      curricula: true,
      hoursPerWeek: true,
      hoursPresent: true,
      tutorRole: true,
      answerBy: true,
      structureId: true,
      remotePercent: true,
      hourlyStipendCents: true,
      commune: { select: { slug: true, name: true, postalCodes: true } },
      structure: { select: { slug: true, name: true, city: true, website: true, isFictional: true } },
    },
  });
});

/**
 * What is left to say of an offer that was public and is over: closed, or its deadline passed. Null when there
 * never was one, or it is still to come.
 */
export const findEndedInternship = cache(async (slug: string, now: Date) => {
  if (!isSlug(slug)) return null;
  readTag("internship", "structure", "commune");
  const today = columnOfDay(dayOf(now));
  return await db().internship.findFirst({
    relationLoadStrategy: "join",
    where: {
      slug,
      structure: { status: "active" },
      publishedAt: { lte: now },
      AND: [
        { OR: [{ closedAt: { not: null } }, { applyBefore: { lt: today } }] },
        { OR: [{ shownFirstUntil: null }, { shownFirstUntil: { lt: today } }] },
      ],
    },
    select: {
      title: true,
      levels: true,
      applyBefore: true,
      closedBecause: true,
      commune: { select: { slug: true } },
      structure: { select: { slug: true, name: true } },
    },
  });
});

/** Where the offer that once was at `slug` is now; null when there is none to read. */
export async function findRenamedInternship(actor: Actor, slug: string, now: Date): Promise<string | null> {
  readTag("internship");
  const id = await findFormerSubject("internship", slug);
  if (!id) return null;
  const row = await db().internship.findFirst({
    where: { AND: [{ id }, readable(actor, "Internship", now)] },
    select: { slug: true },
  });
  return row?.slug ?? null;
}
