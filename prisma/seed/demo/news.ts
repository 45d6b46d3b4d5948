import { addDays, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { slugify } from "#lib/platform/slug";
import { idOf } from "./identity.ts";

const POSTS: { title: string; lead: string; body: string; daysAgo: number; commission?: string }[] = [
  {
    title: "Une fiche d’une page sur l’essai de restauration",
    lead: "La commission Infrastructures et réseaux publie une fiche à l’usage des dirigeants.",
    body: "Sauvegarder ne suffit pas\u202f: encore faut-il pouvoir restaurer. La fiche tient sur une page et pose cinq questions.\n\n- Qu’est-ce qui est sauvegardé, et qu’est-ce qui ne l’est pas\u202f?\n- Où sont les copies\u202f?\n- Qui sait restaurer\u202f?\n- Combien de temps faut-il\u202f?\n- Quand a eu lieu le dernier essai\u202f?\n\nElle peut être imprimée et distribuée librement par les adhérents.",
    daysAgo: 12,
    commission: "infrastructures-reseaux",
  },
  {
    title: "Choisir un logiciel de gestion : vingt questions avant de signer",
    lead: "Quatre adhérents ont mis en commun leur expérience dans une grille sans nom de marque.",
    body: "On choisit un logiciel de gestion pour dix ans, souvent en trois semaines. La grille aide à prendre le temps\u202f: elle parle de reprise des données, de formation, de réversibilité et de coût complet.\n\nLa commission Monde de la gestion la relira chaque année.",
    daysAgo: 20,
    commission: "gestion",
  },
  {
    title: "Les périodes de stage réunies dans un calendrier",
    lead: "Les écoles adhérentes publient ensemble leurs périodes de stage.",
    body: "Jusqu’ici, chaque entreprise découvrait les périodes de stage au moment où les candidatures arrivaient. Le calendrier commun permet de prévoir un sujet, un tuteur et un bureau.\n\nLes offres des adhérents paraissent au fil de l’eau dans la rubrique Stages.",
    daysAgo: 31,
    commission: "education",
  },
  {
    title: "Portes ouvertes : douze ateliers visités en un après-midi",
    lead: "Du câblage d’une baie au montage d’une vidéo, les adhérents ont montré leurs métiers.",
    body: "Les visiteurs ont pu voir des métiers que l’on imagine mal\u202f: un atelier de reconditionnement, une salle serveur, un studio de tournage, une équipe de développement au travail.\n\nPlusieurs lycéens ont demandé comment on y entre. La commission Éducation et écoles a pris note de leurs questions.",
    daysAgo: 45,
  },
  {
    title: "Accessibilité : une demi-journée pratique à préparer ensemble",
    lead: "Deux commissions unissent leurs forces pour apprendre en faisant.",
    body: "L’accessibilité numérique n’est pas une option de fin de projet. La demi-journée fera travailler développeurs et graphistes sur leurs propres sites\u202f: clavier, contrastes, formulaires, lecteur d’écran.\n\nLa date sera annoncée dans l’agenda.",
    daysAgo: 66,
    commission: "developpement",
  },
  {
    title: "Des délais de raccordement mesurés, zone par zone",
    lead: "La commission Infrastructures et réseaux recense ce que vivent les entreprises.",
    body: "Combien de temps attend-on la fibre dédiée dans une zone d’activité\u202f? Les adhérents notent désormais chaque demande et chaque mise en service. Une première synthèse paraîtra au prochain semestre.",
    daysAgo: 78,
    commission: "infrastructures-reseaux",
  },
];

/** Loads the posts, all published. */
export async function loadNews(tx: Tx, today: Day): Promise<void> {
  const commissions = new Map(
    (await tx.commission.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  await tx.newsPost.createMany({
    data: POSTS.map(({ daysAgo, commission, ...post }) => ({
      ...post,
      id: idOf("news", post.title),
      slug: slugify(post.title),
      publishedAt: fromParis(addDays(today, -daysAgo), "08:30"),
      commissionId: commission ? (commissions.get(commission) ?? null) : null,
    })),
  });
}
