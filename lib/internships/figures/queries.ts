import "server-only";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { schoolYearOf } from "../rules.ts";

export interface InternshipFigures {
  /** Open today: offers and their places. */
  open: number;
  places: number;
  /** Published since 1 September, by how many structures. */
  published: number;
  hosts: number;
}

/** What the club's internships amount to, today and since the beginning of the school year. One statement. */
export async function countInternships(now: Date): Promise<InternshipFigures> {
  const today = columnOfDay(dayOf(now));
  const rows = await db().$queryRaw<InternshipFigures[]>`
    SELECT count(*) FILTER (WHERE o.open)::int AS open,
           coalesce(sum(o.places) FILTER (WHERE o.open), 0)::int AS places,
           count(*) FILTER (WHERE o.since >= ${schoolYearOf(dayOf(now))}::date)::int AS published,
           count(DISTINCT o."structureId") FILTER (WHERE o.since >= ${schoolYearOf(dayOf(now))}::date)::int AS hosts
      FROM (SELECT i."structureId", i.places, i."publishedAt" AS since,
                   i."closedAt" IS NULL AND i."applyBefore" >= ${today}::date AND s.status = 'active' AS open
              FROM internship i JOIN structure s ON s.id = i."structureId" WHERE i."publishedAt" <= ${now}) o`;
  const [figures] = rows;
  if (!figures) throw new Error("an aggregate always gives a row");
  return figures;
}
