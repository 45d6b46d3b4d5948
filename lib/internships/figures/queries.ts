import "server-only";
import { Prisma } from "#lib/generated/prisma/client";
import { columnOfDay, type Day, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { schoolYearOf } from "../rules.ts";

/** Kilometres within which an internship is next door. */
const NEXT_DOOR = 30;

export interface InternshipFigures {
  /** Open today: offers and their places. */
  open: number;
  places: number;
  /** Since 1 September: offers published, by how many structures; applications sent, and those that got the place. */
  published: number;
  hosts: number;
  applications: number;
  placed: number;
  /** Of those placed, how many of whom both towns are known, and of these how many stay next door. */
  located: number;
  nextDoor: number;
}

/** What the club's internships amount to, today and since the beginning of the school year. One statement. */
export async function countInternships(now: Date): Promise<InternshipFigures> {
  const today = columnOfDay(dayOf(now));
  const since = schoolYearOf(dayOf(now));
  const rows = await db().$queryRaw<InternshipFigures[]>`
    SELECT o.*, a.* FROM (
      SELECT count(*) FILTER (WHERE open)::int AS open,
             coalesce(sum(places) FILTER (WHERE open), 0)::int AS places,
             count(*) FILTER (WHERE since >= ${since}::date)::int AS published,
             count(DISTINCT "structureId") FILTER (WHERE since >= ${since}::date)::int AS hosts
        FROM (SELECT i."structureId", i.places, i."publishedAt" AS since,
                     i."closedAt" IS NULL AND i."applyBefore" >= ${today}::date AND s.status = 'active' AS open
                FROM internship i JOIN structure s ON s.id = i."structureId" WHERE i."publishedAt" <= ${now}) published
    ) o CROSS JOIN (${applicationsSince(since)}) a`;
  const [figures] = rows;
  if (!figures) throw new Error("an aggregate always gives a row");
  return figures;
}

/** Of the applications sent since a day: how many, those placed, and of these how many stay next door. One row. */
export function applicationsSince(since: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*)::int AS applications,
           count(*) FILTER (WHERE state = 'accepted')::int AS placed,
           count(km) FILTER (WHERE state = 'accepted')::int AS located,
           count(*) FILTER (WHERE state = 'accepted' AND km <= ${NEXT_DOOR})::int AS "nextDoor"
      FROM (SELECT p.state, 111.2 * sqrt(power(w.latitude - h.latitude, 2)
                     + power((w.longitude - h.longitude) * cos(radians(h.latitude)), 2)) AS km
              FROM internship_application p JOIN internship i ON i.id = p."internshipId"
              LEFT JOIN commune w ON w.insee = i."communeInsee"
              LEFT JOIN student t ON t."personId" = p."studentId" LEFT JOIN commune h ON h.insee = t."communeInsee"
             WHERE p."sentAt" >= ${since}::date) sent`;
}
