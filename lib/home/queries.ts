import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import { StructureKind } from "#lib/generated/prisma/enums";
import { applicationsSince } from "#lib/internships/figures/queries";
import { schoolYearOf } from "#lib/internships/rules";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";

const instant = z.string().transform((text) => new Date(text));
const day = z.iso.date();

const home = z.object({
  figures: z.object({
    members: z.number(),
    towns: z.number(),
    skills: z.number(),
    internships: z.number(),
    placed: z.number(),
    applications: z.number(),
    /** Of those placed of whom both towns are known, and of these, how many stay within 30 km. */
    located: z.number(),
    nextDoor: z.number(),
  }),
  newest: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      kind: z.enum(StructureKind),
      city: z.string().nullable(),
      citySlug: z.string().nullable(),
      joinedOn: day,
    }),
  ),
  coming: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      startsAt: instant,
      endsAt: instant,
      place: z.string().nullable(),
      commission: z.object({ slug: z.string(), name: z.string() }).nullable(),
    }),
  ),
  commissions: z.array(z.object({ slug: z.string(), name: z.string(), mission: z.string(), members: z.number() })),
  news: z.array(z.object({ slug: z.string(), title: z.string(), lead: z.string(), publishedAt: instant })),
  dots: z.array(z.object({ communeSlug: z.string(), count: z.number(), commissions: z.array(z.string()) })),
});

export type HomeView = z.infer<typeof home>;

/**
 * All that the home page shows, in one SQL statement: figures, newest members, coming public
 * dates, the five commissions, the last news, and the map's dots (active members by commune,
 * and their commissions). Public, for everybody.
 */
export async function getHome(now: Date): Promise<HomeView> {
  readTag(
    "structure",
    "structure_skill",
    "commission",
    "commission_member",
    "event",
    "event_cancellation",
    "news_post",
    "internship",
    "commune",
  );
  const today = columnOfDay(dayOf(now));
  const rows = await db().$queryRaw<{ home: unknown }[]>(Prisma.sql`SELECT json_build_object(
    'figures', json_build_object(
      'members', (SELECT count(*) FROM structure WHERE status = 'active'),
      'towns', (SELECT count(DISTINCT "citySlug") FROM structure WHERE status = 'active'),
      'skills', (SELECT count(DISTINCT l."skillId") FROM structure_skill l JOIN structure s ON s.id = l."structureId" AND s.status = 'active'),
      'internships', (SELECT count(*) FROM internship i JOIN structure s ON s.id = i."structureId" AND s.status = 'active'
        WHERE i."publishedAt" <= ${now} AND i."closedAt" IS NULL AND i."applyBefore" >= ${today}::date
          AND (i."shownFirstUntil" IS NULL OR i."shownFirstUntil" < ${today}::date)),
      -- Nothing tells the page when one more is: it reads it again within minutes.
      'applications', sent.applications, 'placed', sent.placed, 'located', sent.located, 'nextDoor', sent."nextDoor"),
    'newest', (SELECT coalesce(json_agg(n), '[]') FROM (
      SELECT slug, name, kind, city, "citySlug", "joinedOn" FROM structure WHERE status = 'active' ORDER BY "joinedOn" DESC, id LIMIT 6) n),
    'coming', (SELECT coalesce(json_agg(e), '[]') FROM (
      SELECT e.slug, e.title, e."startsAt", e."endsAt", e.place,
             CASE WHEN c.id IS NOT NULL THEN json_build_object('slug', c.slug, 'name', c.name) END AS commission
        FROM event e LEFT JOIN commission c ON c.id = e."commissionId"
       WHERE e.visibility = 'public' AND e."endsAt" > ${now} AND NOT EXISTS (SELECT 1 FROM event_cancellation x WHERE x."eventId" = e.id)
       ORDER BY e."startsAt", e.id LIMIT 5) e),
    'commissions', (SELECT json_agg(json_build_object('slug', c.slug, 'name', c.name, 'mission', c.mission, 'members',
      (SELECT count(*) FROM commission_member m JOIN structure s ON s.id = m."structureId" AND s.status = 'active' WHERE m."commissionId" = c.id))
      ORDER BY c.position) FROM commission c),
    'news', (SELECT coalesce(json_agg(p), '[]') FROM (
      SELECT slug, title, lead, "publishedAt" FROM news_post WHERE "publishedAt" <= ${now} ORDER BY "publishedAt" DESC, id LIMIT 3) p),
    'dots', (SELECT coalesce(json_agg(d), '[]') FROM (
      SELECT c.slug AS "communeSlug", count(DISTINCT s.id) AS count, coalesce(json_agg(DISTINCT k.slug) FILTER (WHERE k.slug IS NOT NULL), '[]') AS commissions
        FROM structure s JOIN commune c ON c.insee = s."communeInsee"
        LEFT JOIN commission_member m ON m."structureId" = s.id LEFT JOIN commission k ON k.id = m."commissionId"
       WHERE s.status = 'active' GROUP BY c.slug ORDER BY c.slug) d)
    ) AS home FROM (${applicationsSince(schoolYearOf(dayOf(now)))}) sent`);
  return home.parse(rows[0]?.home);
}
