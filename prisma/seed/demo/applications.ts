import type { StructureKind } from "#lib/generated/prisma/enums";
import { addDays, columnOfDay, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { slugify } from "#lib/platform/slug";
import { findCommune } from "#lib/territory/communes";
import { idOf } from "./identity.ts";
import { personId } from "./people.ts";
import { INVENTED } from "./structures.ts";

const PRESIDENT = personId("presidence@demo.example");
const TREASURER = personId("tresorerie@demo.example");

const MOTIVATIONS: Record<string, string> = {
  "Institut des Berges":
    "Nos étudiants cherchent des projets et des stages à moins d’une demi-heure. Nous voudrions aussi inviter des adhérents dans nos jurys, et savoir quelles compétences vous manquent.",
  "Studio Houblon":
    "Nous travaillons souvent seuls sur des projets où il faudrait un développeur. Le club nous a été recommandé par une consœur d’Arras.",
};

const REFUSED = {
  name: "Étoile Filante Cryptos",
  kind: "service" as const,
  commune: "lens",
  description: "Conseil en placement dans les monnaies numériques pour les particuliers.",
  motivation: "Trouver de nouveaux clients parmi les adhérents.",
};

/** Loads an application under review, one that waits for an answer, one refused last season. */
export async function loadApplications(tx: Tx, today: Day): Promise<void> {
  const at = (daysAgo: number, hour: string) => fromParis(addDays(today, -daysAgo), hour);
  const skills = new Map(
    (await tx.skill.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  const commissions = new Map(
    (await tx.commission.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  const idsOf = (known: Map<string, string>, slugs: string[]) =>
    slugs.flatMap((slug) => {
      const id = known.get(slug);
      return id ? [id] : [];
    });
  await loadRefused(tx, today, at);
  const applicants = INVENTED.filter(({ status }) => status === "applicant").sort(
    (a, b) => b.joinedDaysAgo - a.joinedDaysAgo,
  );
  for (const { name, kind, commune, description, contact, joinedDaysAgo, ...wanted } of applicants) {
    await tx.membershipApplication.create({
      data: {
        ...placed(name, kind, commune),
        description,
        motivation: MOTIVATIONS[name] ?? "Rencontrer nos confrères du territoire.",
        submittedAt: at(joinedDaysAgo, "10:12"),
        confirmedAt: at(joinedDaysAgo, "10:31"),
        people: {
          create: [
            {
              position: 0,
              firstName: contact.firstName,
              lastName: contact.lastName,
              function: contact.position,
              email: `${slugify(contact.firstName)}.${slugify(contact.lastName)}@${slugify(name)}.example`,
            },
          ],
        },
        skills: { create: idsOf(skills, wanted.skills).map((skillId) => ({ skillId })) },
        commissions: { create: idsOf(commissions, wanted.commissions).map((commissionId) => ({ commissionId })) },
      },
      select: { id: true },
    });
  }
  await tx.membershipComment.create({
    data: {
      applicationId: applicationId("Institut des Berges"),
      authorId: TREASURER,
      writtenAt: at(5, "18:40"),
      text: "Deux de nos adhérents prennent déjà leurs étudiants en projet, et s’en disent contents.",
    },
    select: { id: true },
  });
  await tx.membershipVote.create({
    data: {
      applicationId: applicationId("Institut des Berges"),
      personId: TREASURER,
      opinion: "favourable",
      castAt: at(5, "18:42"),
    },
    select: { personId: true },
  });
  await tx.membershipQuestion.create({
    data: {
      applicationId: applicationId("Studio Houblon"),
      askedById: PRESIDENT,
      askedAt: at(1, "09:15"),
      text: "Travaillez-vous surtout pour des entreprises ou pour des particuliers\u202f? Le club réunit des fournisseurs d’entreprises et de collectivités.",
    },
    select: { id: true },
  });
}

async function loadRefused(tx: Tx, today: Day, at: (daysAgo: number, hour: string) => Date): Promise<void> {
  const { name, kind, commune, description, motivation } = REFUSED;
  await tx.membershipApplication.create({
    data: {
      ...placed(name, kind, commune),
      description,
      motivation,
      submittedAt: at(62, "15:02"),
      confirmedAt: at(62, "15:05"),
      people: {
        create: [
          {
            position: 0,
            firstName: "Kévin",
            lastName: "Lobry",
            function: "Gérant",
            email: "contact@etoile-filante.example",
          },
        ],
      },
    },
    select: { id: true },
  });
  const id = applicationId(name);
  await tx.membershipVote.createMany({
    data: [PRESIDENT, TREASURER].map((voter) => ({
      applicationId: id,
      personId: voter,
      opinion: "opposed" as const,
      castAt: at(50, "19:00"),
    })),
  });
  await tx.membershipClosure.create({
    data: {
      applicationId: id,
      outcome: "refused",
      closedAt: at(49, "08:30"),
      closedById: PRESIDENT,
      reason: "Le club réunit des métiers de l’informatique\u202f; le placement financier n’en est pas un.",
      erasesOn: columnOfDay(addDays(today, 131)),
    },
    select: { applicationId: true },
  });
}

const applicationId = (name: string) => idOf("application", name);

function placed(name: string, kind: StructureKind, commune: string) {
  const town = findCommune(commune);
  if (!town) throw new Error(`${name} lies in an unknown commune: ${commune}`);
  return {
    id: applicationId(name),
    legalName: name,
    kind,
    city: town.name,
    postalCode: town.postalCodes[0] ?? "62000",
    website: `https://www.${slugify(name)}.example`,
    noticeRead: "2026-11-24",
  };
}
