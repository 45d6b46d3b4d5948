import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import { sinceSchoolYear } from "#lib/internships/rules";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { authorize, readable } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { STAGES, type Stage, schoolOf } from "../rules.ts";

const PER_PAGE = 50;

const line = z.object({
  personId: z.uuid(),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  diploma: z.string(),
  availableFrom: z.date().nullable(),
  wokenAt: z.date().nullable(),
  stage: z.enum(STAGES),
  sent: z.number(),
  lastSentAt: z.date().nullable(),
  host: z.string().nullable(),
  /** When it was said that they found a place outside the club. */
  foundElsewhereAt: z.date().nullable(),
});
export type CohortLine = z.infer<typeof line>;

/**
 * The students that the actor's school follows, one line each: where they stand, how many applications
 * left, who takes them. Neither words nor CVs are read here. Those who wait most come first.
 */
export async function listCohort(
  actor: PersonActor,
  { stage, page, limit = PER_PAGE }: { stage?: Stage | undefined; page: number; limit?: number },
  now: Date,
) {
  const school = schoolIdOf(actor, now);
  const rows = await db().$queryRaw`
    SELECT * FROM (${cohortOf(school, sinceSchoolYear(now))}) AS c
     WHERE ${stage ? Prisma.sql`c.stage = ${stage}` : Prisma.sql`true`}
     ORDER BY array_position(${[...STAGES]}::text[], c.stage), c."lastName", c."firstName", c."personId"
     OFFSET ${(page - 1) * limit} LIMIT ${limit + 1}`;
  const items = z.array(line).parse(rows);
  return { items: items.slice(0, limit), hasMore: items.length > limit };
}

/** How many stand where. */
export async function countStages(actor: PersonActor, now: Date): Promise<Record<Stage, number>> {
  const school = schoolIdOf(actor, now);
  const rows = await db().$queryRaw<{ stage: Stage; howMany: number }[]>`
    SELECT c.stage, count(*)::int AS "howMany" FROM (${cohortOf(school, sinceSchoolYear(now))}) AS c GROUP BY c.stage`;
  const of = (stage: Stage) => rows.find((row) => row.stage === stage)?.howMany ?? 0;
  return { searching: of("searching"), applied: of("applied"), talking: of("talking"), placed: of("placed") };
}

function cohortOf(schoolId: string, since: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT s."personId", p."firstName", p."lastName", p.email, s.diploma, s."availableFrom"::timestamptz, s."wokenAt",
           CASE WHEN bool_or(a.state = 'accepted') OR s."foundElsewhereAt" >= ${since} THEN 'placed'
                WHEN bool_or(a.state IN ('interview', 'offered')) THEN 'talking'
                WHEN bool_or(a.state IN ('received', 'read')) THEN 'applied'
                ELSE 'searching' END AS stage,
           (count(a.id) FILTER (WHERE a.state <> 'draft'))::int AS sent,
           max(a."sentAt") AS "lastSentAt",
           max(h.name) FILTER (WHERE a.state = 'accepted') AS host,
           CASE WHEN s."foundElsewhereAt" >= ${since} THEN s."foundElsewhereAt" END AS "foundElsewhereAt"
      FROM student s
      JOIN person p ON p.id = s."personId"
      LEFT JOIN internship_application a ON a."studentId" = s."personId"
      LEFT JOIN structure h ON h.id = a."structureId"
     WHERE s."schoolId" = ${schoolId}::uuid
     GROUP BY s."personId", p.id`;
}

function schoolIdOf(actor: PersonActor, now: Date): string {
  authorize(actor, "read", "School", now);
  const school = schoolOf(actor);
  if (!school) throw new Error("the policy lets in schools only");
  return school.id;
}

/** More than a school reads at once. */
const MOST_SHARED = 200;

/** What students of the school chose to show it, the latest sent first. */
export async function listSharedApplications(actor: PersonActor, now: Date) {
  return await db().internshipApplication.findMany({
    relationLoadStrategy: "join",
    where: sharedWith(actor, now),
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: MOST_SHARED,
    select: SHARED,
  });
}

/** One of them, with its words and whether a CV goes with it; null when it is not shown to the school. */
export async function findSharedApplication(actor: PersonActor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  return await db().internshipApplication.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id }, sharedWith(actor, now)] },
    select: {
      ...SHARED,
      message: true,
      readAt: true,
      cv: { select: { uploadedAt: true } },
      structure: { select: { name: true, slug: true } },
    },
  });
}

const SHARED = {
  id: true,
  state: true,
  sentAt: true,
  internship: { select: { title: true, slug: true } },
  structure: { select: { name: true } },
  student: { select: { diploma: true, person: { select: { firstName: true, lastName: true, email: true } } } },
} as const;

function sharedWith(actor: PersonActor, now: Date) {
  const sharedWithId = schoolIdOf(actor, now);
  return { AND: [{ sharedWithId, studentId: { not: null } }, readable(actor, "InternshipApplication", now)] };
}
