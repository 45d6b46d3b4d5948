import "server-only";
import { dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { can } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";

/** Which needs the structure that the actor acts for wants, and the skills it may choose among; null without a structure. */
export async function findPreferences(actor: PersonActor, now: Date) {
  if (!actor.actingFor || !can(actor, "read", "NeedPreference", now)) return null;
  const topics = await db().structureTopic.findMany({
    where: { structureId: actor.actingFor.id, source: { in: ["skill", "label"] } },
    orderBy: [{ weight: "desc" }, { skillId: "asc" }],
    take: 40,
    select: { skill: { select: { slug: true, label: true } } },
  });
  const preference = await db().needPreference.findUnique({
    where: { structureId: actor.actingFor.id },
    select: { mutedSkills: true, minHeadcount: true, maxKm: true, monthlyLimit: true, absentUntil: true },
  });
  return {
    name: actor.actingFor.name,
    skills: topics.map(({ skill }) => skill),
    mutedSkills: preference?.mutedSkills ?? [],
    minHeadcount: preference?.minHeadcount ?? null,
    maxKm: preference?.maxKm ?? null,
    monthlyLimit: preference?.monthlyLimit ?? null,
    absentUntil: preference?.absentUntil ? dayOfColumn(preference.absentUntil) : null,
  };
}
