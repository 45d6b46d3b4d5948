import "server-only";
import { addDays, columnOfDay, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import type { ReportFacts } from "./rules.ts";

/** What the portal counted for each structure in a period: one statement, every figure counted. */
export async function countFacts(
  tx: Tx,
  structureIds: string[],
  { first, last }: { first: Day; last: Day },
): Promise<Map<string, ReportFacts>> {
  const from = fromParis(first, "00:00");
  const until = fromParis(addDays(last, 1), "00:00");
  const rows = await tx.$queryRaw<(ReportFacts & { id: string })[]>`
    SELECT own.id,
      (SELECT coalesce(sum(d.count), 0)::int FROM audience_day d WHERE d."structureId" = own.id
          AND d.kind = 'view' AND d.day BETWEEN ${columnOfDay(first)}::date AND ${columnOfDay(last)}::date) AS views,
      (SELECT coalesce(sum(d.count), 0)::int FROM audience_day d WHERE d."structureId" = own.id
          AND d.kind <> 'view' AND d.day BETWEEN ${columnOfDay(first)}::date AND ${columnOfDay(last)}::date) AS contacts,
      (SELECT count(*)::int FROM introduction i WHERE i."structureId" = own.id AND i.state <> 'chosen'
          AND i."proposedAt" >= ${from} AND i."proposedAt" < ${until}) AS "needsReceived",
      (SELECT count(*)::int FROM introduction i WHERE i."structureId" = own.id AND i.state IN ('interested', 'won')
          AND i."proposedAt" >= ${from} AND i."proposedAt" < ${until}) AS "needsTaken",
      (SELECT count(DISTINCT m.id)::int FROM affiliation f
          JOIN attendance a ON a."personId" = f."personId" AND a.state = 'present'
          JOIN meeting m ON m.id = a."meetingId"
          JOIN event e ON e.id = m."eventId" AND e."startsAt" >= ${from} AND e."startsAt" < ${until}
           AND days(f."startsOn", f."endsOn") @> (e."startsAt" AT TIME ZONE 'Europe/Paris')::date
         WHERE f."structureId" = own.id) AS meetings,
      (SELECT count(*)::int FROM internship i WHERE i."structureId" = own.id
          AND i."publishedAt" >= ${from} AND i."publishedAt" < ${until}) AS internships,
      (SELECT count(DISTINCT c.id)::int FROM consortium c JOIN tender t ON t.id = c."tenderId"
         WHERE t."respondBefore" >= ${from} AND t."respondBefore" < ${until} AND (c."leadStructureId" = own.id
            OR EXISTS (SELECT 1 FROM consortium_member m WHERE m."consortiumId" = c.id AND m."structureId" = own.id))
      ) AS "jointBids",
      (SELECT count(*)::int FROM expectation x WHERE x."structureId" = own.id
          AND x."voicedAt" >= ${from} AND x."voicedAt" < ${until}) AS "expectationsVoiced",
      (SELECT count(*)::int FROM expectation x
          JOIN expectation_voice v ON v."expectationId" = x.id AND v."structureId" <> own.id
         WHERE x."structureId" = own.id AND v."givenAt" >= ${from} AND v."givenAt" < ${until}) AS "voicesReceived",
      (SELECT count(*)::int FROM skill_exchange s WHERE s."structureId" = own.id
          AND s."postedAt" >= ${from} AND s."postedAt" < ${until}) AS exchanges
      FROM unnest(${structureIds}::uuid[]) AS own(id)`;
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
