import type { InternshipLevel } from "#lib/generated/prisma/enums";
import { addDays, columnOfDay, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { slugify } from "#lib/platform/slug";
import { findCommune } from "#lib/territory/communes";
import { idOf } from "./identity.ts";
import { INVENTED } from "./structures.ts";

interface Offer {
  title: string;
  commission: string;
  nth: number;
  level: InternshipLevel;
  missions: string;
  skills: string[];
  startsInDays: number;
  weeks: number;
  applyInDays: number;
  places?: number;
  remotePercent?: number;
  hourlyStipendCents?: number;
  isClosed?: boolean;
}

const OFFERS: Offer[] = [
  {
    title: "Technicien réseau F/H : câblage et mise en service",
    commission: "infrastructures-reseaux",
    nth: 0,
    level: "bts",
    weeks: 7,
    startsInDays: 60,
    applyInDays: 35,
    places: 2,
    skills: ["Réseau local", "Câblage", "Documentation"],
    missions:
      "Vous accompagnez deux techniciens sur des chantiers de câblage et de mise en service de réseaux dans des petites entreprises.\n\n- préparer et étiqueter les baies\u202f;\n- configurer commutateurs et bornes Wi-Fi\u202f;\n- rédiger le dossier remis au client.",
  },
  {
    title: "Supervision d’un parc de serveurs F/H",
    commission: "infrastructures-reseaux",
    nth: 1,
    level: "but2",
    weeks: 10,
    startsInDays: 130,
    applyInDays: 70,
    skills: ["Linux", "Supervision", "Scripts"],
    missions:
      "Nous surveillons une soixantaine de serveurs. Vous choisissez avec nous les bons indicateurs, écrivez les sondes qui manquent et rendez les alertes utiles.\n\nÀ la fin du stage, un tableau simple doit dire à chaque client si tout va bien.",
  },
  {
    title: "Sécurité des postes de travail F/H",
    commission: "infrastructures-reseaux",
    nth: 2,
    level: "licence_pro",
    weeks: 14,
    startsInDays: 110,
    applyInDays: 55,
    hourlyStipendCents: 520,
    skills: ["Sécurité", "Windows", "Inventaire"],
    missions:
      "Vous dressez l’inventaire des postes de trois clients volontaires, proposez un plan de durcissement et le mettez en œuvre sur un premier service.",
  },
  {
    title: "Recette d’un logiciel de gestion F/H",
    commission: "gestion",
    nth: 0,
    level: "but2",
    weeks: 9,
    startsInDays: 125,
    applyInDays: 62,
    skills: ["Tests", "SQL", "Rédaction"],
    missions:
      "Avant chaque livraison, nous vérifions les calculs de notre logiciel. Vous écrivez des scénarios, automatisez les plus utiles et racontez les anomalies de façon que l’on puisse les reproduire.",
  },
  {
    title: "Facturation électronique : accompagnement des clients F/H",
    commission: "gestion",
    nth: 1,
    level: "but3",
    weeks: 12,
    startsInDays: 95,
    applyInDays: 40,
    skills: ["Gestion", "Formation", "Support"],
    missions:
      "Vous aidez nos clients à passer à la facturation électronique\u202f: paramétrage, essais, petite formation, suivi des premières semaines.",
  },
  {
    title: "Tableaux de bord pour une PME F/H",
    commission: "gestion",
    nth: 2,
    level: "master",
    weeks: 20,
    startsInDays: 100,
    applyInDays: 48,
    remotePercent: 20,
    hourlyStipendCents: 600,
    skills: ["Données", "SQL", "Visualisation"],
    missions:
      "À partir des données de ventes et de production, vous construisez trois tableaux de bord avec celles et ceux qui les liront chaque lundi.",
  },
  {
    title: "Développement d’un portail client F/H",
    commission: "developpement",
    nth: 0,
    level: "but3",
    weeks: 14,
    startsInDays: 105,
    applyInDays: 52,
    places: 2,
    remotePercent: 20,
    skills: ["TypeScript", "SQL", "Tests"],
    missions:
      "Au sein d’une équipe de quatre personnes, vous développez une partie du portail par lequel nos clients suivent leurs demandes\u202f: écrans, interface de programmation, tests.\n\nChaque changement est relu\u202f; vous relirez aussi les nôtres.",
  },
  {
    title: "Application mobile de relevés F/H",
    commission: "developpement",
    nth: 1,
    level: "engineering",
    weeks: 24,
    startsInDays: 90,
    applyInDays: 30,
    hourlyStipendCents: 700,
    skills: ["Mobile", "Hors ligne", "Ergonomie"],
    missions:
      "Des agents relèvent des compteurs sur le terrain, souvent sans réseau. Vous concevez avec eux l’application qui remplacera le carnet.",
  },
  {
    title: "Reprise d’une application ancienne F/H",
    commission: "developpement",
    nth: 2,
    level: "licence",
    weeks: 8,
    startsInDays: 140,
    applyInDays: 80,
    skills: ["Lecture de code", "Documentation", "Tests"],
    missions:
      "Vous documentez une application de quinze ans, écrivez des tests autour de ses calculs et préparez son remplacement par morceaux.",
  },
  {
    title: "Intégration web et accessibilité F/H",
    commission: "communication-internet",
    nth: 0,
    level: "but2",
    weeks: 8,
    startsInDays: 128,
    applyInDays: 66,
    remotePercent: 40,
    skills: ["HTML", "CSS", "Accessibilité"],
    missions:
      "Vous intégrez les pages de deux sites d’associations et vérifiez qu’elles se lisent au clavier et avec un lecteur d’écran.",
  },
  {
    title: "Rédaction et référencement local F/H",
    commission: "communication-internet",
    nth: 1,
    level: "bts",
    weeks: 6,
    startsInDays: 75,
    applyInDays: 28,
    skills: ["Rédaction", "Référencement"],
    missions:
      "Vous aidez des commerçants à être trouvés\u202f: fiches, textes courts, photographies, réponses aux avis.",
  },
  {
    title: "Vidéos courtes pour les métiers F/H",
    commission: "communication-internet",
    nth: 2,
    level: "but3",
    weeks: 14,
    startsInDays: 100,
    applyInDays: 45,
    skills: ["Tournage", "Montage", "Sous-titrage"],
    missions:
      "Vous réalisez une série de vidéos de deux minutes sur les métiers du numérique, de l’écriture au sous-titrage.",
  },
  {
    title: "Animation d’ateliers numériques F/H",
    commission: "education",
    nth: 0,
    level: "bts",
    weeks: 5,
    startsInDays: 70,
    applyInDays: 25,
    skills: ["Pédagogie", "Bureautique"],
    missions: "Vous préparez et animez, avec une formatrice, des ateliers pour des personnes éloignées du numérique.",
  },
  {
    title: "Assistance aux utilisateurs F/H",
    commission: "infrastructures-reseaux",
    nth: 3,
    level: "bts",
    weeks: 6,
    startsInDays: 5,
    applyInDays: -10,
    skills: ["Assistance", "Windows"],
    missions: "Vous répondez aux appels avec un technicien, suivez les demandes et améliorez la base de réponses.",
  },
  {
    title: "Maquettes d’une boutique en ligne F/H",
    commission: "communication-internet",
    nth: 3,
    level: "but2",
    weeks: 8,
    startsInDays: 120,
    applyInDays: 60,
    isClosed: true,
    skills: ["Maquettes", "Ergonomie"],
    missions: "Vous concevez les écrans d’une boutique en ligne pour un producteur local.",
  },
];

/** Loads the offers: most open, one whose deadline has passed, one closed. */
export async function loadInternships(tx: Tx, today: Day): Promise<void> {
  await tx.internship.createMany({ data: OFFERS.map((offer) => rowOf(offer, today)) });
}

function rowOf({ commission, nth, startsInDays, applyInDays, isClosed, ...offer }: Offer, today: Day) {
  const hosts = INVENTED.filter(
    (structure) => structure.commissions[0] === commission && (structure.status ?? "active") === "active",
  );
  const host = hosts[nth % hosts.length];
  if (!host) throw new Error(`no host in ${commission}`);
  return {
    ...offer,
    title: offer.title.replace(" :", "\u202f:"),
    id: idOf("internship", offer.title),
    slug: slugify(offer.title),
    structureId: idOf("structure", host.name),
    communeInsee: findCommune(host.commune)?.insee ?? null,
    startsOn: columnOfDay(addDays(today, startsInDays)),
    applyBefore: columnOfDay(addDays(today, applyInDays)),
    publishedAt: fromParis(addDays(today, Math.min(applyInDays - 30, -3)), "09:00"),
    closedAt: isClosed ? fromParis(addDays(today, -1), "17:00") : null,
  };
}
