import "server-only";
import { db } from "#lib/platform/db";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { completenessOf } from "./rules.ts";

export type ShowcaseView = NonNullable<Awaited<ReturnType<typeof findShowcase>>>;

/** What the form is filled with, and what the page still lacks; null when it is not `actor`'s to edit. */
export async function findShowcase(actor: Actor, structureId: string, now: Date) {
  const row = await db().structure.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id: structureId }, permitted(actor, "update", "Structure", now)] },
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      status: true,
      description: true,
      website: true,
      email: true,
      emailVisibility: true,
      phone: true,
      phoneVisibility: true,
      peopleVisibility: true,
      logoKey: true,
      address: true,
      postalCode: true,
      city: true,
      communeInsee: true,
      updatedAt: true,
      skills: { orderBy: { position: "asc" }, select: { ownLabel: true, skill: { select: { label: true } } } },
      references: {
        orderBy: [{ year: "desc" }, { id: "asc" }],
        select: { customer: true, work: true, year: true },
      },
      commissions: { select: { commissionId: true } },
    },
  });
  if (!row) return null;
  const { skills, commissions, communeInsee, ...facts } = row;
  const isReachable =
    (facts.email !== null && facts.emailVisibility === "public") ||
    (facts.phone !== null && facts.phoneVisibility === "public");
  return {
    ...facts,
    skills: skills.map(({ skill, ownLabel }) => skill?.label ?? ownLabel ?? ""),
    completeness: completenessOf({
      ...facts,
      isReachable,
      communeIsKnown: communeInsee !== null,
      skills: skills.map(({ skill }) => ({ isShared: skill !== null })),
      commissions: commissions.length,
      hasLogo: facts.logoKey !== null,
      references: facts.references.length,
    }),
  };
}

/** The labels of the shared taxonomy, to choose from. */
export async function listSkillLabels(): Promise<string[]> {
  const skills = await db().skill.findMany({ orderBy: { label: "asc" }, take: 500, select: { label: true } });
  return skills.map(({ label }) => label);
}
