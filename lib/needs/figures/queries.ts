import "server-only";
import { z } from "zod";
import { db } from "#lib/platform/db";

const row = z.tuple([
  z.object({
    received: z.number(),
    answered: z.number(),
    medianHours: z.number().nullable(),
    kept: z.number(),
    closed: z.number(),
    satisfaction: z.number().nullable(),
  }),
]);

/** What the club did with the needs of the last twelve months. */
export type NeedFigures = z.infer<typeof row>[0];

/** Public figures, no row of anybody: received, answered, half answered within so many hours, kept in the Artois. */
export async function countNeeds(now: Date): Promise<NeedFigures> {
  const rows = await db().$queryRaw`
    WITH recent AS (SELECT * FROM need WHERE "confirmedAt" > ${now}::timestamptz - interval '12 months'),
    first AS (
      SELECT r.id, min(i."answeredAt") - r."confirmedAt" AS wait
        FROM recent r JOIN introduction i ON i."needId" = r.id AND i."answeredAt" IS NOT NULL
       GROUP BY r.id, r."confirmedAt"
    )
    SELECT (SELECT count(*)::int FROM recent) AS received,
           (SELECT count(*)::int FROM first) AS answered,
           (SELECT extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY wait))::float8 / 3600 FROM first) AS "medianHours",
           (SELECT count(*)::int FROM recent WHERE outcome = 'won') AS kept,
           (SELECT count(*)::int FROM recent WHERE "closedAt" IS NOT NULL) AS closed,
           (SELECT avg(satisfaction)::float8 FROM recent) AS satisfaction`;
  return row.parse(rows)[0];
}
