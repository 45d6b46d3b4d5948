import { readFileSync } from "node:fs";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import type { Db, Tx } from "#lib/platform/db";
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

const TAXONOMY = z
  .array(z.object({ slug: z.string(), commission: z.string(), skill: z.string(), synonyms: z.array(z.string()) }))
  .parse(JSON.parse(readFileSync(new URL("data/skills-taxonomy.json", import.meta.url), "utf8")));

/** The taxonomy as rows of SQL. */
const taxonomyRows = Prisma.sql`jsonb_to_recordset(${JSON.stringify(TAXONOMY)}::jsonb) AS t(slug text, synonyms text[])`;

const known = z.tuple([
  z.object({ club: z.number(), commissions: z.number(), communes: z.number(), skills: z.number() }),
]);

/** Whether the database is new, or older than the release: it has no club, or not all that a release adds. One query. */
export async function lacksReferenceData(db: Db): Promise<boolean> {
  const rows = await db.$queryRaw`SELECT
    (SELECT count(*)::int FROM club) AS club,
    (SELECT count(*)::int FROM commission WHERE slug = ANY(${COMMISSIONS.map(({ slug }) => slug)})) AS commissions,
    (SELECT count(*)::int FROM commune WHERE insee = ANY(${COMMUNES.map(({ insee }) => insee)})) AS communes,
    (SELECT count(*)::int FROM skill k JOIN ${taxonomyRows} ON t.slug = k.slug AND k.synonyms @> t.synonyms) AS skills`;
  const [{ club, commissions, communes, skills }] = known.parse(rows);
  return club === 0 || commissions < COMMISSIONS.length || communes < COMMUNES.length || skills < TAXONOMY.length;
}

/**
 * What every database needs, empty or not: the club, its five commissions, the communes, the skills.
 * Adds what is missing, words of skills included, and changes nothing that is there: the club may have reworded it.
 *
 * Gives whether the database was new. Of two that start at once, the second waits and finds it done.
 */
export async function addReferenceData(tx: Tx): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('reference data'))`;
  const { count: clubs } = await tx.club.createMany({
    data: [{ name: "TacTic", tagline: "Le club informatique de l’Artois" }],
    skipDuplicates: true,
  });
  await tx.commission.createMany({
    data: COMMISSIONS.map((commission, index) => ({ ...commission, position: index + 1 })),
    skipDuplicates: true,
  });
  await tx.commune.createMany({
    data: COMMUNES.map(({ lat, lon, ...commune }) => ({ ...commune, latitude: lat, longitude: lon })),
    skipDuplicates: true,
  });
  const idOf = new Map(
    (await tx.commission.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  await tx.skill.createMany({
    data: TAXONOMY.map(({ slug, commission, skill, synonyms }) => {
      const commissionId = idOf.get(commission);
      if (!commissionId) throw new Error(`The skill ${slug} names an unknown commission: ${commission}`);
      return { slug, label: skill, synonyms, commissionId };
    }),
    skipDuplicates: true,
  });
  // Words that a later release found buyers to use; those the club added stay.
  await tx.$executeRaw`UPDATE skill k SET synonyms = k.synonyms ||
      (SELECT array_agg(word ORDER BY n) FROM unnest(t.synonyms) WITH ORDINALITY AS u(word, n) WHERE word <> ALL(k.synonyms))
    FROM ${taxonomyRows} WHERE t.slug = k.slug AND NOT k.synonyms @> t.synonyms`;
  return clubs > 0;
}
