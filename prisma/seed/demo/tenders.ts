import type { HandRole, MultipleCandidacyRule, TenderProcedure } from "#lib/generated/prisma/enums";
import { addDays, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { findCommune } from "#lib/territory/communes";
import { idOf } from "./identity.ts";

interface InventedTender {
  buyer: string;
  subject: string;
  reference: string;
  procedure: TenderProcedure;
  commune: string;
  postedBy: string;
  postedDaysAgo: number;
  deadline: { inDays: number; time: string; before?: { inDays: number; changedDaysAgo: number } };
  euros: number;
  rule?: MultipleCandidacyRule;
  lots: { title: string; cpv: string[]; skills: string[]; euros?: number }[];
  hands?: { name: string; references: string; capacity: string; lots: Record<number, HandRole> }[];
}

/** Buyers that do not exist, who ask for what such buyers ask for. */
const TENDERS: InventedTender[] = [
  {
    buyer: "Communauté d’agglomération des Deux Terrils (démonstration)",
    subject: "Réseau, Wi-Fi et site internet du pôle culturel",
    reference: "DEMO-2026-014",
    procedure: "open",
    commune: "lens",
    postedBy: "Terril Réseaux",
    postedDaysAgo: 9,
    deadline: { inDays: 26, time: "12:00", before: { inDays: 19, changedDaysAgo: 3 } },
    euros: 310_000,
    rule: "forbidden",
    lots: [
      {
        title: "Câblage et baies de brassage",
        cpv: ["45314320", "32421000"],
        skills: ["cablage-reseau-et-baies-de-brassage", "reseau-local-et-commutateurs"],
        euros: 120_000,
      },
      {
        title: "Wi-Fi des publics et pare-feu",
        cpv: ["32420000"],
        skills: ["wi-fi-professionnel", "pare-feu-et-securite-du-reseau"],
        euros: 70_000,
      },
      {
        title: "Infogérance et assistance, trois ans",
        cpv: ["72253000", "50312000"],
        skills: ["infogerance-et-maintenance-du-parc", "assistance-aux-utilisateurs"],
        euros: 60_000,
      },
      {
        title: "Site internet et réservation en ligne",
        cpv: ["72413000", "72415000"],
        skills: ["refonte-de-site", "reservation-et-prise-de-rendez-vous-en-ligne", "accessibilite-numerique-rgaa"],
        euros: 60_000,
      },
    ],
    hands: [
      {
        name: "Terril Réseaux",
        references: "Couverture Wi-Fi d’un entrepôt de 6 000 m², téléphonie de cinq bâtiments communaux.",
        capacity: "Deux équipes de deux techniciens dès le deuxième mois.",
        lots: { 1: "lead", 2: "partner" },
      },
      {
        name: "Scarpe Informatique",
        references: "Infogérance d’une cinquantaine de petites entreprises.",
        capacity: "Une personne à plein temps, astreinte comprise.",
        lots: { 3: "partner" },
      },
      {
        name: "Brique Claire",
        references: "Refonte du site d’un office de tourisme, accessible.",
        capacity: "Trois personnes, livraison en quatre mois.",
        lots: { 4: "partner" },
      },
    ],
  },
  {
    buyer: "Lycée des Quatre Vents (démonstration)",
    subject: "Renouvellement de 120 postes et d’une classe mobile de tablettes",
    reference: "DEMO-2026-031",
    procedure: "adapted",
    commune: "arras",
    postedBy: "Comptoir du Poste",
    postedDaysAgo: 4,
    deadline: { inDays: 12, time: "16:00" },
    euros: 96_000,
    lots: [
      { title: "Ordinateurs et écrans", cpv: ["30213000"], skills: ["vente-et-installation-d-ordinateurs"] },
      {
        title: "Tablettes et chariot de charge",
        cpv: ["30213200"],
        skills: ["parc-mobile-et-tablettes", "equipement-numerique-des-ecoles"],
      },
      {
        title: "Reprise et recyclage de l’ancien matériel",
        cpv: ["50300000"],
        skills: ["reconditionne-et-recyclage-deee"],
      },
    ],
  },
  {
    buyer: "Centre hospitalier du Pays Noir (démonstration)",
    subject: "Audit de cybersécurité et plan de reprise d’activité",
    reference: "DEMO-2026-008",
    procedure: "negotiated",
    commune: "bethune",
    postedBy: "Cuirasse Cyber",
    postedDaysAgo: 15,
    deadline: { inDays: 5, time: "11:30" },
    euros: 140_000,
    rule: "allowed",
    lots: [
      {
        title: "Audit, tests d’intrusion, conformité NIS 2",
        cpv: ["72800000"],
        skills: ["audit-de-cybersecurite-et-tests-d-intrusion", "conformite-cyber-et-nis-2"],
      },
      {
        title: "Sauvegarde et plan de reprise",
        cpv: ["72900000"],
        skills: ["sauvegarde-et-restauration", "plan-de-reprise-et-de-continuite-d-activite"],
      },
      {
        title: "Sensibilisation de 1 200 agents",
        cpv: ["80533100"],
        skills: ["sensibilisation-a-la-cybersecurite", "e-learning-et-plateformes-de-formation"],
      },
    ],
  },
  {
    buyer: "Ville de Rivecourt-en-Gohelle (démonstration)",
    subject: "Logiciel d’état civil, portail des familles et paiement en ligne",
    reference: "RG-26-117",
    procedure: "adapted",
    commune: "lievin",
    postedBy: "Mairie & Cie",
    postedDaysAgo: 6,
    deadline: { inDays: 33, time: "12:00" },
    euros: 85_000,
    lots: [
      {
        title: "Logiciels métier de la mairie",
        cpv: ["48000000"],
        skills: ["logiciels-pour-collectivites", "migration-et-reprise-de-donnees"],
      },
      {
        title: "Portail des familles",
        cpv: ["48220000", "72230000"],
        skills: ["extranet-et-portail-client", "interfaces-et-api-entre-logiciels"],
      },
    ],
  },
  {
    buyer: "Syndicat des eaux du Ternois (démonstration)",
    subject: "Cartographie des réseaux et capteurs de niveau",
    reference: "SET-2026-05",
    procedure: "other",
    commune: "aubigny-en-artois",
    postedBy: "Carto Scarpe",
    postedDaysAgo: 2,
    deadline: { inDays: 41, time: "17:00" },
    euros: 54_000,
    lots: [
      {
        title: "Système d’information géographique",
        cpv: ["72212000"],
        skills: ["cartographie-et-sig", "bases-de-donnees"],
      },
      {
        title: "Capteurs et supervision",
        cpv: ["32420000"],
        skills: ["objets-connectes-et-supervision", "informatique-industrielle-et-embarquee"],
      },
    ],
  },
  {
    buyer: "Office de l’habitat de la Lawe (démonstration)",
    subject: "Refonte du site et campagne d’accueil des locataires",
    reference: "OHL-26-002",
    procedure: "adapted",
    commune: "bruay-la-buissiere",
    postedBy: "Brique Claire",
    postedDaysAgo: 30,
    deadline: { inDays: -4, time: "12:00" },
    euros: 48_000,
    lots: [
      {
        title: "Site, contenus et accessibilité",
        cpv: ["72413000", "79340000"],
        skills: ["refonte-de-site", "redaction-et-contenus", "accessibilite-numerique-rgaa"],
      },
    ],
  },
];

/** Loads invented notices: near and far deadlines, one moved, one past, one for which three hands are raised. */
export async function loadTenders(tx: Tx, today: Day): Promise<void> {
  const skills = new Map(
    (await tx.skill.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  const skillId = (slug: string) => {
    const id = skills.get(slug);
    if (!id) throw new Error(`unknown skill: ${slug}`);
    return id;
  };
  for (const tender of TENDERS) {
    const { deadline, lots, hands = [] } = tender;
    const id = idOf("tender", tender.reference);
    const commune = findCommune(tender.commune);
    const respondBefore = fromParis(addDays(today, deadline.inDays), deadline.time);
    await tx.tender.create({
      data: {
        id,
        buyer: tender.buyer,
        subject: tender.subject,
        reference: tender.reference,
        procedure: tender.procedure,
        respondBefore,
        multipleCandidacyRule: tender.rule ?? "not_read",
        estimatedCents: BigInt(tender.euros * 100),
        city: commune?.name ?? null,
        communeInsee: commune?.insee ?? null,
        departments: [commune?.insee.slice(0, 2) ?? "62"],
        postedAt: fromParis(addDays(today, -tender.postedDaysAgo), "09:20"),
        postedForId: idOf("structure", tender.postedBy),
        ...(deadline.before
          ? {
              deadlineChanges: {
                create: {
                  from: fromParis(addDays(today, deadline.before.inDays), deadline.time),
                  to: respondBefore,
                  changedAt: fromParis(addDays(today, -deadline.before.changedDaysAgo), "10:05"),
                },
              },
            }
          : {}),
        lots: {
          create: lots.map((lot, index) => ({
            id: idOf("lot", `${tender.reference} ${index + 1}`),
            number: index + 1,
            title: lot.title,
            cpvCodes: lot.cpv,
            estimatedCents: lot.euros ? BigInt(lot.euros * 100) : null,
            skills: { create: lot.skills.map((slug) => ({ skillId: skillId(slug) })) },
          })),
        },
      },
      select: { id: true },
    });
    for (const { name, lots: roles, ...words } of hands) {
      const structureId = idOf("structure", name);
      await tx.tenderHand.create({
        data: {
          tenderId: id,
          structureId,
          ...words,
          raisedAt: fromParis(addDays(today, -2), "14:10"),
          lots: {
            create: Object.entries(roles).map(([number, role]) => ({
              lotId: idOf("lot", `${tender.reference} ${number}`),
              role,
            })),
          },
        },
        select: { tenderId: true },
      });
    }
  }
}
