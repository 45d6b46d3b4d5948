import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Db } from "#lib/platform/db";
import { COMMUNES } from "#lib/territory/communes";

const COMMISSIONS = [
  {
    slug: "infrastructures-reseaux",
    name: "Infrastructures et réseaux",
    mission:
      "Réunit celles et ceux qui installent, relient, sauvegardent et protègent : postes, serveurs, réseaux, téléphonie, sécurité. On y compare les pratiques et on y prépare les réponses communes.",
  },
  {
    slug: "gestion",
    name: "Monde de la gestion",
    mission:
      "Rassemble intégrateurs et éditeurs de comptabilité, de paie, de gestion commerciale et de production, pour que les entreprises de l’Artois trouvent près d’elles qui les équipe et les accompagne.",
  },
  {
    slug: "developpement",
    name: "Développements logiciels",
    mission:
      "Met en commun les métiers du logiciel : développement sur mesure, applications mobiles, intégration, qualité. On y échange des compétences et l’on s’y associe quand un projet dépasse une seule équipe.",
  },
  {
    slug: "communication-internet",
    name: "Communication et Internet",
    mission:
      "Regroupe agences et indépendants du Web : sites, référencement, commerce en ligne, image, réseaux sociaux. Son souci : rendre visible l’offre locale, à commencer par celle des adhérents.",
  },
  {
    slug: "education",
    name: "Éducation et écoles",
    mission:
      "Relie les écoles et les entreprises : stages, alternance, interventions, recrutement. Les étudiants de l’Artois doivent pouvoir se former et débuter près de chez eux.",
  },
];

const taxonomy = z.array(
  z.object({ slug: z.string(), commission: z.string(), skill: z.string(), synonyms: z.array(z.string()) }),
);

/** What every database needs, empty or not: the club, its five commissions, the communes, the skills. */
export async function loadReferenceData(db: Db): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.club.create({ data: { name: "TacTic", tagline: "Le club informatique de l’Artois" } });
    await tx.commission.createMany({
      data: COMMISSIONS.map((commission, index) => ({ ...commission, position: index + 1 })),
    });
    await tx.commune.createMany({
      data: COMMUNES.map(({ lat, lon, ...commune }) => ({
        ...commune,
        latitude: lat,
        longitude: lon,
      })),
    });
    const idOf = new Map(
      (await tx.commission.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
    );
    await tx.skill.createMany({
      data: read("skills-taxonomy.json", taxonomy).map(({ slug, commission, skill, synonyms }) => {
        const commissionId = idOf.get(commission);
        if (!commissionId) throw new Error(`The skill ${slug} names an unknown commission: ${commission}`);
        return { slug, label: skill, synonyms, commissionId };
      }),
    });
  });
}

function read<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(new URL(`data/${name}`, import.meta.url), "utf8")));
}
