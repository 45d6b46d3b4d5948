import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import { StructureKind, StructureStatus } from "#lib/generated/prisma/enums";
import { dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { isSlug } from "#lib/platform/slug";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { REGISTER_SORTS, RegisterFilter } from "./schema.ts";

const registerRow = z.object({
  total: z.number(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(StructureKind),
  status: z.enum(StructureStatus),
  city: z.string().nullable(),
  postalCode: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  joinedOn: z.date(),
  commissions: z.array(z.string()),
  people: z.number(),
});

/** A line of the register: every structure the club knows, member or not. */
export type RegisterRow = Omit<z.infer<typeof registerRow>, "total">;

const ORDERS: Record<(typeof REGISTER_SORTS)[number], Prisma.Sql> = {
  nom: Prisma.sql`plain(s.name), s.id`,
  adhesion: Prisma.sql`s."joinedOn" DESC, s.id`,
  ville: Prisma.sql`s."citySlug" NULLS LAST, plain(s.name), s.id`,
};

/** A page of the register, for the board. One SQL statement: the directory's words, all statuses. */
export async function listRegister(
  actor: Actor,
  filter: RegisterFilter,
  { sort, page, perPage }: { sort: (typeof REGISTER_SORTS)[number]; page: number; perPage: number },
  now: Date,
): Promise<{ items: RegisterRow[]; total: number }> {
  authorize(actor, "oversee", "Structure", now);
  const rows = z.array(registerRow).parse(
    await db().$queryRaw(Prisma.sql`
      WITH found AS MATERIALIZED (SELECT s.* FROM structure s WHERE ${matching(filter)})
      SELECT (SELECT count(*)::int FROM found) AS total, s.slug, s.name, s.kind, s.status, s.city, s."postalCode", s.email, s.phone, s."joinedOn",
        ARRAY(SELECT c.name FROM commission_member m JOIN commission c ON c.id = m."commissionId" WHERE m."structureId" = s.id ORDER BY c.position) AS commissions,
        (SELECT count(*)::int FROM affiliation a WHERE a."structureId" = s.id AND days(a."startsOn", a."endsOn") @> ${dayOf(now)}::date) AS people
      FROM found s ORDER BY ${ORDERS[sort]} LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`),
  );
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** How many of each status, the other filters kept. */
export async function countRegister(actor: Actor, filter: RegisterFilter, now: Date) {
  authorize(actor, "oversee", "Structure", now);
  const rows = await db().$queryRaw<{ status: StructureStatus; count: number }[]>(Prisma.sql`
    SELECT s.status, count(*)::int AS count FROM structure s WHERE ${matching({ ...filter, status: undefined })} GROUP BY 1`);
  return new Map(rows.map(({ status, count }) => [status, count]));
}

/** The towns of the register, for its filter. */
export async function listRegisterTowns(actor: Actor, now: Date): Promise<{ slug: string; name: string }[]> {
  authorize(actor, "oversee", "Structure", now);
  return await db().$queryRaw<{ slug: string; name: string }[]>`
    SELECT "citySlug" AS slug, min(city) AS name FROM structure WHERE "citySlug" IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT 500`;
}

/** People whom a message to these structures reaches: each once, none suspended. */
export interface Reached {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
}

/** The people of the structures that match, once each; with `consenting`, only those who asked for the letter. */
export async function listReached(
  actor: Actor,
  filter: RegisterFilter,
  { consenting }: { consenting: boolean },
  now: Date,
): Promise<Reached[]> {
  authorize(actor, "oversee", "Structure", now);
  const agreed = consenting
    ? Prisma.sql`AND EXISTS (SELECT 1 FROM newsletter_consent c WHERE c."personId" = p.id AND c."withdrawnAt" IS NULL)`
    : Prisma.empty;
  return await db().$queryRaw<Reached[]>(Prisma.sql`
    SELECT p.id, p.email, p."firstName", p."lastName" FROM person p
     WHERE EXISTS (SELECT 1 FROM affiliation a JOIN structure s ON s.id = a."structureId"
             WHERE a."personId" = p.id AND days(a."startsOn", a."endsOn") @> ${dayOf(now)}::date AND ${matching(filter)})
       AND NOT EXISTS (SELECT 1 FROM suspension x WHERE x."personId" = p.id) ${agreed}
     ORDER BY p.email`);
}

/** One structure's sheet: its people, their mandates, its commissions and its history. */
export type RegisteredView = NonNullable<Awaited<ReturnType<typeof findRegistered>>>;

/**
 * Whatever its status, for the board; null when there is none.
 *
 * @throws Refusal `forbidden`
 */
export async function findRegistered(actor: Actor, slug: string, now: Date) {
  authorize(actor, "oversee", "Structure", now);
  if (!isSlug(slug)) return null;
  return await db().structure.findUnique({
    relationLoadStrategy: "join",
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      status: true,
      email: true,
      phone: true,
      address: true,
      postalCode: true,
      city: true,
      website: true,
      siret: true,
      joinedOn: true,
      commissions: {
        orderBy: { commission: { position: "asc" } },
        select: { joinedOn: true, commission: { select: { slug: true, name: true } } },
      },
      affiliations: {
        orderBy: [{ endsOn: { sort: "desc", nulls: "first" } }, { startsOn: "desc" }, { id: "asc" }],
        take: 100,
        select: {
          role: true,
          position: true,
          startsOn: true,
          endsOn: true,
          person: {
            select: {
              id: true,
              firstName: true,
              lastName: true,
              email: true,
              suspension: { select: { reason: true, suspendedAt: true } },
              mandates: {
                orderBy: { startsOn: "desc" },
                take: 20,
                select: {
                  id: true,
                  function: true,
                  startsOn: true,
                  endsOn: true,
                  commission: { select: { name: true } },
                },
              },
              mails: {
                orderBy: { createdAt: "desc" },
                take: 10,
                select: { id: true, subject: true, state: true, createdAt: true, toAddress: true },
              },
            },
          },
        },
      },
      statusChanges: {
        orderBy: { id: "desc" },
        take: 30,
        select: { id: true, from: true, to: true, changedAt: true },
      },
    },
  });
}

function matching({ q, status, kind, commission, city }: RegisterFilter): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (status) conditions.push(Prisma.sql`s.status = ${status}::structure_status`);
  if (kind) conditions.push(Prisma.sql`s.kind = ${kind}::structure_kind`);
  if (city) conditions.push(Prisma.sql`s."citySlug" = ${city}`);
  if (commission) {
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM commission_member fm JOIN commission fc ON fc.id = fm."commissionId"
      WHERE fm."structureId" = s.id AND fc.slug = ${commission})`);
  }
  if (q) {
    // The directory's words (stems, synonyms), or a part of the name, an address, a SIRET.
    conditions.push(Prisma.sql`(s.search @@ (SELECT query FROM directory_query(${q}))
      OR strpos(plain(s.name), plain(${q})) > 0 OR strpos(lower(coalesce(s.email, '')), lower(${q})) > 0 OR s.siret = ${q})`);
  }
  return Prisma.join(conditions, " AND ");
}
