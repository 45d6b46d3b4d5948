import { randomUUID } from "node:crypto";
import type { StructureKind, StructureStatus } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { slugify } from "#lib/platform/slug";

interface Given {
  name: string;
  kind?: StructureKind;
  status?: StructureStatus;
  city?: string;
  description?: string;
  /** Slugs of commissions. */
  commissions?: string[];
  /** Labels that the taxonomy does not know. */
  skills?: string[];
  /** Slugs of the taxonomy. */
  knownSkills?: string[];
}

const made: string[] = [];

/** A structure of a test's own, active unless said otherwise. */
export async function addStructure({ name, city, commissions = [], skills = [], knownSkills = [], ...rest }: Given) {
  const row = await db().structure.create({
    data: {
      ...rest,
      name,
      kind: rest.kind ?? "service",
      slug: `${slugify(name)}-${randomUUID()}`,
      joinedOn: new Date("2026-01-05"),
      isFictional: true,
      ...(city ? { city, citySlug: slugify(city) } : {}),
      commissions: {
        create: commissions.map((slug) => ({ joinedOn: new Date("2026-01-05"), commission: { connect: { slug } } })),
      },
    },
    select: { id: true, slug: true, name: true },
  });
  made.push(row.id);
  for (const [position, ownLabel] of skills.entries()) {
    await db().structureSkill.create({ data: { structureId: row.id, ownLabel, position } });
  }
  for (const [index, slug] of knownSkills.entries()) {
    await db().structureSkill.create({
      data: { structure: { connect: { id: row.id } }, skill: { connect: { slug } }, position: skills.length + index },
    });
  }
  return row;
}

/** Takes them all away again: other tests look at the whole directory. */
export async function removeOwnStructures(): Promise<void> {
  await db().structure.deleteMany({ where: { id: { in: made.splice(0) } } });
}
