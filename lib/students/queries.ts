import "server-only";
import { sinceSchoolYear } from "#lib/internships/rules";
import { dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";

/** The profile of whoever asks, with their CV and their school; null when they are no student yet. */
export async function findOwnProfile(actor: PersonActor, now: Date) {
  authorize(actor, "read", "Student", now);
  const row = await db().student.findUnique({
    relationLoadStrategy: "join",
    where: { personId: actor.personId },
    select: {
      diploma: true,
      level: true,
      schoolName: true,
      availableFrom: true,
      availableTo: true,
      skills: true,
      links: true,
      isVisible: true,
      keptLonger: true,
      attachedAt: true,
      foundElsewhereAt: true,
      school: { select: { id: true, name: true } },
      commune: { select: { slug: true, name: true } },
      cvs: { orderBy: { uploadedAt: "desc" }, take: 1, select: { id: true, bytes: true, uploadedAt: true } },
    },
  });
  if (!row) return null;
  const { cvs, availableFrom, availableTo, foundElsewhereAt, ...profile } = row;
  return {
    ...profile,
    availableFrom: availableFrom && dayOfColumn(availableFrom),
    availableTo: availableTo && dayOfColumn(availableTo),
    /** In this school year. */
    foundElsewhereAt: foundElsewhereAt && foundElsewhereAt >= sinceSchoolYear(now) ? foundElsewhereAt : null,
    cv: cvs[0] ?? null,
  };
}
export type OwnProfile = NonNullable<Awaited<ReturnType<typeof findOwnProfile>>>;
