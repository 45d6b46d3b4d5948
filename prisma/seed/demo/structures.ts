import { addDays, columnOfDay, type Day } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { slugify } from "#lib/platform/slug";
import { findCommune } from "#lib/territory/communes";
import { drawn, idOf } from "./identity.ts";
import { REAL_STRUCTURES } from "./real-structures.ts";
import { COMMUNICATION } from "./structures/communication.ts";
import { DEVELOPPEMENT } from "./structures/developpement.ts";
import { EDUCATION } from "./structures/education.ts";
import { GESTION } from "./structures/gestion.ts";
import { INFRASTRUCTURES } from "./structures/infrastructures.ts";
import type { InventedStructure } from "./structures/shape.ts";

export const INVENTED: InventedStructure[] = [
  ...INFRASTRUCTURES,
  ...GESTION,
  ...DEVELOPPEMENT,
  ...COMMUNICATION,
  ...EDUCATION,
];

/** Loads the structures with their skills, references and commissions. */
export async function loadStructures(tx: Tx, today: Day): Promise<void> {
  await tx.structure.createMany({
    data: [
      ...REAL_STRUCTURES.map(({ name, kind, description }) => ({
        id: idOf("structure", name),
        slug: slugify(name),
        name,
        kind,
        description,
        joinedOn: columnOfDay(addDays(today, -400)),
      })),
      ...INVENTED.map((structure, index) => inventedRow(structure, index, today)),
    ],
  });
  await loadSkills(tx);
  await loadCommissions(tx, today);
  await tx.structureReference.createMany({
    data: INVENTED.flatMap(({ name, references }) =>
      references.map((reference) => ({
        id: idOf("reference", `${name} ${reference.work}`),
        structureId: idOf("structure", name),
        ...reference,
      })),
    ),
  });
  await loadAudience(tx, today);
}

/** A month of readings: a handful a day, one in twelve followed by a contact. */
async function loadAudience(tx: Tx, today: Day): Promise<void> {
  const days = Array.from({ length: 35 }, (_, ago) => addDays(today, -ago));
  await tx.audienceDay.createMany({
    data: INVENTED.flatMap(({ name }) =>
      days.flatMap((day) => {
        const row = { structureId: idOf("structure", name), day: columnOfDay(day) };
        const views = drawn(`${name} ${day}`, 9);
        const hasContact = views > 0 && drawn(`${day} ${name}`, 4) === 0;
        return [
          ...(views > 0 ? [{ ...row, kind: "view" as const, count: views }] : []),
          ...(hasContact
            ? [{ ...row, kind: drawn(name, 2) ? ("card" as const) : ("website" as const), count: 1 }]
            : []),
        ];
      }),
    ),
  });
}

function inventedRow(
  { name, kind, commune, description, joinedDaysAgo, status }: InventedStructure,
  index: number,
  today: Day,
) {
  const town = findCommune(commune);
  if (!town) throw new Error(`${name} lies in an unknown commune: ${commune}`);
  const slug = slugify(name);
  // 03 53 01 is kept for fiction (ARCEP, décision 2018-0881), and .example for examples (RFC 2606).
  const number = String(1000 + index * 37).padStart(4, "0");
  return {
    id: idOf("structure", name),
    slug,
    name,
    kind,
    status: status ?? ("active" as const),
    description,
    isFictional: true,
    website: `https://www.${slug}.example`,
    email: `contact@${slug}.example`,
    phone: `03 53 01 ${number.slice(0, 2)} ${number.slice(2)}`,
    phoneVisibility: drawn(`${name} phone`, 8) === 0 ? ("members" as const) : ("public" as const),
    address: `${1 + drawn(name, 120)} rue ${STREETS[drawn(slug, STREETS.length)]}`,
    city: town.name,
    citySlug: town.slug,
    postalCode: town.postalCodes[0] ?? null,
    communeInsee: town.insee,
    joinedOn: columnOfDay(addDays(today, -joinedDaysAgo)),
  };
}

const STREETS = [
  "de la Gare",
  "du Beffroi",
  "des Tisserands",
  "Jean-Jaurès",
  "de l’Écluse",
  "du Moulin",
  "de la Fosse",
  "des Briquetiers",
  "Émile-Basly",
  "de la République",
];

async function loadSkills(tx: Tx): Promise<void> {
  const ids = new Map(
    (await tx.skill.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  const known = (slug: string) => {
    const id = ids.get(slug);
    if (!id) throw new Error(`unknown skill: ${slug}`);
    return id;
  };
  const rowOf = (structure: string, position: number, skill: { skillId: string } | { ownLabel: string }) => ({
    id: idOf("structure skill", `${structure} ${position}`),
    structureId: idOf("structure", structure),
    position,
    ...skill,
  });
  await tx.structureSkill.createMany({
    data: [
      ...REAL_STRUCTURES.flatMap(({ name, skills }) =>
        skills.map((ownLabel, position) => rowOf(name, position, { ownLabel })),
      ),
      ...INVENTED.flatMap(({ name, skills, ownSkill }) => [
        ...skills.map((slug, position) => rowOf(name, position, { skillId: known(slug) })),
        ...(ownSkill ? [rowOf(name, skills.length, { ownLabel: ownSkill })] : []),
      ]),
    ],
  });
}

async function loadCommissions(tx: Tx, today: Day): Promise<void> {
  const commissions = await tx.commission.findMany({ select: { id: true, slug: true } });
  const members = [...REAL_STRUCTURES, ...INVENTED].flatMap(({ name, commissions: slugs }) =>
    slugs.map((slug) => ({ name, slug })),
  );
  await tx.commissionMember.createMany({
    data: members.flatMap(({ name, slug }) => {
      const commission = commissions.find((one) => one.slug === slug);
      if (!commission) throw new Error(`${name} is in an unknown commission: ${slug}`);
      return [
        {
          structureId: idOf("structure", name),
          commissionId: commission.id,
          joinedOn: columnOfDay(addDays(today, -120)),
        },
      ];
    }),
  });
}
