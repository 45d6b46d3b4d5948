import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import type { ProspectState } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { authorize, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { ProspectFilter } from "./schema.ts";

export type ProspectLine = Awaited<ReturnType<typeof listProspects>>["items"][number];

/** A page of the prospects that pass the filter, by name. */
export async function listProspects(
  actor: Actor,
  filter: ProspectFilter,
  { page, perPage }: { page: number; perPage: number },
  now: Date,
) {
  const where = { AND: [readable(actor, "Prospect", now), passing(filter)] };
  const [rows, total] = await Promise.all([
    db().prospect.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: {
        id: true,
        name: true,
        kind: true,
        activity: true,
        city: true,
        postalCode: true,
        siret: true,
        website: true,
        email: true,
        phone: true,
        state: true,
        acquaintances: {
          orderBy: { since: "asc" },
          take: 5,
          select: { person: { select: { firstName: true, lastName: true } } },
        },
        entries: { orderBy: [{ writtenAt: "desc" }, { id: "desc" }], take: 1, select: { writtenAt: true, note: true } },
      },
    }),
    db().prospect.count({ where }),
  ]);
  const items = rows.map(({ acquaintances, entries, ...row }) => ({
    ...row,
    knownBy: acquaintances.map(({ person }) => `${person.firstName} ${person.lastName}`),
    lastEntry: entries[0] ?? null,
  }));
  return { items, total };
}

function passing({ q, state, city, kind, known }: ProspectFilter): Prisma.ProspectWhereInput {
  return {
    AND: [
      q
        ? { OR: [{ name: { contains: q, mode: "insensitive" } }, { activity: { contains: q, mode: "insensitive" } }] }
        : {},
      state ? { state } : {},
      city ? { citySlug: city } : {},
      kind ? { kind } : {},
      known ? { acquaintances: known === "oui" ? { some: {} } : { none: {} } } : {},
    ],
  };
}

/** How many prospects stand in each state, and in each town: what the filters offer. */
export async function countProspects(actor: Actor, now: Date) {
  const where = readable(actor, "Prospect", now);
  const [states, cities] = await Promise.all([
    db().prospect.groupBy({ by: ["state"], where, _count: true }),
    db().prospect.groupBy({
      by: ["citySlug"],
      where: { AND: [where, { citySlug: { not: null } }] },
      _count: true,
      _min: { city: true },
      orderBy: [{ _count: { id: "desc" } }, { citySlug: "asc" }],
      take: 200,
    }),
  ]);
  const byState = new Map<ProspectState, number>(states.map(({ state, _count }) => [state, _count]));
  return {
    byState,
    total: states.reduce((sum, { _count }) => sum + _count, 0),
    cities: cities.flatMap(({ citySlug, _count, _min }) =>
      citySlug ? [{ slug: citySlug, name: _min.city ?? citySlug, count: _count }] : [],
    ),
  };
}

/** A prospect with its whole history; null for whoever may not read it. */
export async function findProspect(actor: Actor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  return await db().prospect.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id }, readable(actor, "Prospect", now)] },
    include: {
      entries: {
        orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
        take: 200,
        include: { author: { select: { firstName: true, lastName: true } } },
      },
      acquaintances: {
        orderBy: { since: "asc" },
        take: 50,
        select: { since: true, person: { select: { id: true, firstName: true, lastName: true, email: true } } },
      },
      invitations: {
        orderBy: { sentAt: "desc" },
        take: 20,
        select: {
          id: true,
          toName: true,
          toAddress: true,
          sentAt: true,
          invitedBy: { select: { firstName: true, lastName: true } },
          applications: {
            where: { confirmedAt: { not: null } },
            orderBy: { submittedAt: "desc" },
            take: 1,
            select: { id: true, number: true },
          },
        },
      },
    },
  });
}

/** How the club covers its square: members and prospects by town, and the skills that no member has. */
export async function measureCoverage(actor: Actor, now: Date) {
  authorize(actor, "read", "Prospect", now);
  const [towns, skills] = await Promise.all([
    db().$queryRaw<{ slug: string; name: string; members: number; prospects: number }[]>`
      SELECT slug, min(city) AS name, count(*) FILTER (WHERE kind = 'member')::int AS members,
             count(*) FILTER (WHERE kind = 'prospect')::int AS prospects
        FROM (SELECT "citySlug" AS slug, city, 'member' AS kind FROM structure WHERE status = 'active'
              UNION ALL
              SELECT "citySlug", city, 'prospect' FROM prospect WHERE state NOT IN ('member', 'not_interested')) AS placed
       WHERE slug IS NOT NULL
       GROUP BY slug ORDER BY count(*) DESC, slug LIMIT 200`,
    db().skill.findMany({
      relationLoadStrategy: "join",
      where: { structures: { none: { structure: { status: "active" } } } },
      orderBy: [{ commission: { position: "asc" } }, { label: "asc" }],
      take: 200,
      select: { slug: true, label: true, commission: { select: { slug: true, name: true } } },
    }),
  ]);
  return { towns, missingSkills: skills };
}
