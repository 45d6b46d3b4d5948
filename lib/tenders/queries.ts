import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import { dayOf, toParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { typedEuros } from "#lib/platform/french";
import { isUuid } from "#lib/platform/uuid";
import { can, permitted, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { TenderFields, TenderFilter } from "./schema.ts";

const PER_PAGE = 25;

/** One line of the list of tenders. */
const lineRow = z.object({
  id: z.uuid(),
  buyer: z.string(),
  subject: z.string(),
  city: z.string().nullable(),
  respondBefore: z.date(),
  withdrawnAt: z.date().nullable(),
  estimatedCents: z.bigint().nullable(),
  lots: z.number(),
  skills: z.array(z.string()),
  isImported: z.boolean(),
});
export type TenderLine = z.infer<typeof lineRow> & { isOurs: boolean };

/**
 * A page of tenders, from page 1: those one may still answer, the nearest deadline first; with `isAll`,
 * every one, the latest deadline first. Two SQL statements. Whether others raised a hand is not told.
 */
export async function listTenders(
  actor: Actor,
  filter: TenderFilter,
  page: number,
  now: Date,
): Promise<{ items: TenderLine[]; total: number; perPage: number }> {
  if (!can(actor, "read", "Tender", now)) return { items: [], total: 0, perPage: PER_PAGE };
  const ours = actor.kind === "person" ? actor.raisedHands : [];
  const wanted = filterSql(filter, ours, now);
  const order = filter.isAll ? Prisma.sql`t."respondBefore" DESC, t.id` : Prisma.sql`t."respondBefore", t.id`;
  const [rows, counted] = await Promise.all([
    db().$queryRaw(Prisma.sql`
      SELECT t.id, t.buyer, t.subject, t.city, t."respondBefore", t."withdrawnAt", t."estimatedCents",
             EXISTS (SELECT 1 FROM boamp_notice b WHERE b."tenderId" = t.id) AS "isImported",
             (SELECT count(*)::int FROM tender_lot l WHERE l."tenderId" = t.id AND l."withdrawnAt" IS NULL) AS lots,
             ARRAY(SELECT DISTINCT k.label FROM tender_lot l JOIN tender_lot_skill a ON a."lotId" = l.id
                     JOIN skill k ON k.id = a."skillId" WHERE l."tenderId" = t.id ORDER BY k.label LIMIT 6) AS skills
        FROM tender t WHERE ${wanted} ORDER BY ${order} LIMIT ${PER_PAGE} OFFSET ${(page - 1) * PER_PAGE}`),
    db().$queryRaw(Prisma.sql`SELECT count(*)::int AS total FROM tender t WHERE ${wanted}`),
  ]);
  const [{ total } = { total: 0 }] = z.array(z.object({ total: z.number() })).parse(counted);
  const items = z
    .array(lineRow)
    .parse(rows)
    .map((row) => ({ ...row, isOurs: ours.includes(row.id) }));
  return { items, total, perPage: PER_PAGE };
}

function filterSql(filter: TenderFilter, ours: string[], now: Date): Prisma.Sql {
  const { words, cpv, skill, department, isAll, isOurs } = filter;
  const parts = [Prisma.sql`t."mergedIntoId" IS NULL`];
  if (!isAll) parts.push(Prisma.sql`t."respondBefore" > ${now} AND t."withdrawnAt" IS NULL`);
  if (isOurs) parts.push(Prisma.sql`t.id = ANY(${ours}::uuid[])`);
  if (department) parts.push(Prisma.sql`${department} = ANY(t.departments)`);
  if (words) {
    const query = Prisma.sql`websearch_to_tsquery('public.fr', ${words})`;
    parts.push(
      Prisma.sql`(t.search @@ ${query} OR t.id IN (SELECT l."tenderId" FROM tender_lot l WHERE l.search @@ ${query}))`,
    );
  }
  if (cpv) {
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM tender_lot l, unnest(l."cpvCodes") code
      WHERE l."tenderId" = t.id AND starts_with(code, ${cpv}))`);
  }
  if (skill) {
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM tender_lot l JOIN tender_lot_skill a ON a."lotId" = l.id
      JOIN skill k ON k.id = a."skillId" WHERE l."tenderId" = t.id AND k.slug = ${skill})`);
  }
  return Prisma.join(parts, " AND ");
}

export type TenderView = NonNullable<Awaited<ReturnType<typeof findTender>>>;

/** One tender with its lots and what happened to its deadline; null for whoever may not read it. */
export async function findTender(actor: Actor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  const [row, editable] = await Promise.all([
    db().tender.findFirst({
      relationLoadStrategy: "join",
      where: { AND: [{ id }, readable(actor, "Tender", now)] },
      select: VIEW,
    }),
    db().tender.count({ where: { AND: [{ id }, permitted(actor, "update", "Tender", now)] } }),
  ]);
  if (!row) return null;
  const { resemblance, boampNotices, lots, ...tender } = row;
  return {
    ...tender,
    lots: lots.map(({ skills, ...lot }) => ({ ...lot, skills: skills.map(({ skill }) => skill) })),
    isImported: boampNotices.length > 0,
    mayEdit: editable > 0,
    isOurs: actor.kind === "person" && actor.raisedHands.includes(id),
    /** The older notice it looks like, until somebody settles it. */
    resembles: resemblance && !resemblance.settledAt ? resemblance.older : null,
  };
}

const VIEW = {
  id: true,
  buyer: true,
  subject: true,
  reference: true,
  url: true,
  procedure: true,
  respondBefore: true,
  multipleCandidacyRule: true,
  estimatedCents: true,
  city: true,
  departments: true,
  postedAt: true,
  updatedAt: true,
  postedFor: { select: { name: true, slug: true } },
  withdrawnAt: true,
  mergedIntoId: true,
  mergedInto: { select: { id: true, subject: true } },
  resemblance: {
    select: { settledAt: true, older: { select: { id: true, subject: true, buyer: true, respondBefore: true } } },
  },
  boampNotices: { select: { key: true }, take: 1 },
  deadlineChanges: {
    select: { id: true, from: true, to: true, changedAt: true, personId: true },
    orderBy: { changedAt: "desc" },
    take: 20,
  },
  lots: {
    select: {
      id: true,
      number: true,
      title: true,
      cpvCodes: true,
      estimatedCents: true,
      multipleCandidacyRule: true,
      withdrawnAt: true,
      skills: {
        select: { skill: { select: { slug: true, label: true } } },
        orderBy: { skill: { label: "asc" } },
        take: 30,
      },
    },
    orderBy: { number: "asc" },
    take: 200,
  },
} satisfies Prisma.TenderSelect;

/** What the form of a tender is filled with; null for whoever may not edit it. */
export async function findTenderToEdit(actor: Actor, id: string, now: Date): Promise<TenderFields | null> {
  const tender = await findTender(actor, id, now);
  if (!tender?.mayEdit || tender.mergedIntoId) return null;
  const typed = (cents: bigint | null) => (cents ? typedEuros(Number(cents)).replace(",00", "") : "");
  return {
    version: tender.updatedAt.toISOString(),
    buyer: tender.buyer,
    subject: tender.subject,
    reference: tender.reference ?? "",
    url: tender.url ?? "",
    procedure: tender.procedure,
    day: dayOf(tender.respondBefore),
    time: toParis(tender.respondBefore).toPlainTime().toString({ smallestUnit: "minute" }),
    rule: tender.multipleCandidacyRule,
    estimate: typed(tender.estimatedCents),
    city: tender.city ?? "",
    departments: tender.departments,
    // Those that were taken out too: they can be put back.
    lots: tender.lots.map((lot) => ({
      id: lot.id,
      isWithdrawn: lot.withdrawnAt !== null,
      title: lot.title,
      cpv: lot.cpvCodes.join(", "),
      skills: lot.skills.map(({ label }) => label).join("\n"),
      estimate: typed(lot.estimatedCents),
      rule: lot.multipleCandidacyRule ?? undefined,
    })),
  };
}

/** The taxonomy, by commission, for fields and filters that choose among it. */
export async function listSkillChoices(actor: Actor, now: Date) {
  if (!can(actor, "read", "Tender", now)) return [];
  return await db().commission.findMany({
    relationLoadStrategy: "join",
    where: { skills: { some: {} } },
    orderBy: { position: "asc" },
    select: { slug: true, name: true, skills: { orderBy: { label: "asc" }, select: { slug: true, label: true } } },
  });
}
