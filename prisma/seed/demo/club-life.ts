import { addDays, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { drawn, idOf } from "./identity.ts";
import { INVENTED } from "./structures.ts";

const EXPECTATIONS: { commission: string; title: string; body: string; daysAgo: number }[] = [
  {
    commission: "infrastructures-reseaux",
    title: "Une astreinte partagée en août",
    body: "Nous fermons deux semaines et nos clients n’ont personne à appeler. Pourrait-on se relayer entre adhérents\u202f?",
    daysAgo: 70,
  },
  {
    commission: "infrastructures-reseaux",
    title: "Comparer nos contrats de maintenance",
    body: "Un modèle commun de contrat éviterait à chacun de réinventer ses clauses.",
    daysAgo: 40,
  },
  {
    commission: "gestion",
    title: "Rencontrer les experts-comptables",
    body: "Ils conseillent nos clients avant nous\u202f: autant se connaître.",
    daysAgo: 82,
  },
  {
    commission: "gestion",
    title: "Un point commun sur la facturation électronique",
    body: "Une information claire, la même pour tous, à donner aux petites entreprises.",
    daysAgo: 35,
  },
  {
    commission: "developpement",
    title: "Se prêter des compétences rares",
    body: "Deux jours d’un spécialiste suffisent parfois\u202f: comment les trouver entre nous\u202f?",
    daysAgo: 95,
  },
  {
    commission: "developpement",
    title: "Préparer ensemble l’accessibilité",
    body: "Les appels d’offres publics la demandent\u202f: formons-nous à plusieurs.",
    daysAgo: 110,
  },
  {
    commission: "communication-internet",
    title: "Un fonds de photographies du territoire",
    body: "Des images libres et d’ici, plutôt que des images achetées.",
    daysAgo: 60,
  },
  {
    commission: "education",
    title: "Connaître plus tôt les périodes de stage",
    body: "Nous découvrons les dates quand les candidatures arrivent.",
    daysAgo: 120,
  },
  {
    commission: "education",
    title: "Accueillir des collégiens à plusieurs",
    body: "Une journée organisée par trois entreprises voisines serait plus riche qu’un stage subi.",
    daysAgo: 15,
  },
];

/** Loads what members live between themselves: expectations and voices, tenders, exchange, needs. */
export async function loadClubLife(tx: Tx, today: Day): Promise<void> {
  const active = INVENTED.filter(({ status }) => status === undefined);
  await loadExpectations(tx, today, active);
  await loadTenders(tx, today, active);
  await loadExchange(tx, today, active);
  await loadNeeds(tx, today);
}

type Structures = typeof INVENTED;

async function loadExpectations(tx: Tx, today: Day, active: Structures): Promise<void> {
  const commissions = new Map(
    (await tx.commission.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  for (const { commission, title, body, daysAgo } of EXPECTATIONS) {
    const commissionId = commissions.get(commission);
    const members = active.filter((structure) => structure.commissions.includes(commission));
    const author = members[drawn(title, members.length)];
    if (!commissionId || !author) throw new Error(`nobody to expect ${title}`);
    const voices = members.filter(({ name }) => name === author.name || drawn(name + title, 3) > 0);
    await tx.expectation.create({
      data: {
        id: idOf("expectation", title),
        commissionId,
        structureId: idOf("structure", author.name),
        title,
        body,
        voicedAt: fromParis(addDays(today, -daysAgo), "10:00"),
        voices: { create: voices.map(({ name }) => ({ structureId: idOf("structure", name) })) },
      },
    });
  }
}

async function loadTenders(tx: Tx, today: Day, active: Structures): Promise<void> {
  const services = active.filter(({ kind }) => kind === "service");
  const [lead, partner] = services.slice(0, 2).map(({ name }) => idOf("structure", name));
  if (!lead || !partner) throw new Error("nobody to answer a tender");
  const tenderId = idOf("tender", "school network");
  const lots = [
    { id: idOf("lot", "1"), number: 1, title: "Réseau et Wi-Fi de neuf écoles", cpvCodes: ["32420000"] },
    { id: idOf("lot", "2"), number: 2, title: "Assistance aux utilisateurs", cpvCodes: ["72253000"] },
  ];
  await tx.tender.create({
    data: {
      id: tenderId,
      buyer: "Commune de démonstration",
      subject: "Réseau et assistance des écoles primaires",
      reference: "DEMO-2026-01",
      respondBefore: fromParis(addDays(today, 31), "12:00"),
      multipleCandidacyRule: "not_read",
      lots: { create: lots },
    },
  });
  await tx.consortium.create({
    data: {
      id: idOf("consortium", "schools"),
      tenderId,
      leadStructureId: lead,
      form: "joint_lead_several",
      justification: "Aucun des deux membres n’a seul les techniciens que demandent neuf chantiers simultanés.",
      members: {
        create: [
          { lotId: idOf("lot", "1"), structureId: lead, shareBasisPoints: 6000 },
          { lotId: idOf("lot", "1"), structureId: partner, shareBasisPoints: 4000 },
          { lotId: idOf("lot", "2"), structureId: partner, shareBasisPoints: 10_000 },
        ],
      },
    },
  });
  await tx.tender.create({
    data: {
      id: idOf("tender", "website"),
      buyer: "Syndicat de démonstration",
      subject: "Refonte du site Internet",
      reference: "DEMO-2026-02",
      respondBefore: fromParis(addDays(today, 18), "17:00"),
      multipleCandidacyRule: "forbidden",
      lots: {
        create: [{ id: idOf("lot", "web"), number: 1, title: "Conception et réalisation", cpvCodes: ["72413000"] }],
      },
    },
  });
}

async function loadExchange(tx: Tx, today: Day, active: Structures): Promise<void> {
  const posts = [
    {
      direction: "offer" as const,
      title: "Relire une politique de sauvegarde",
      body: "Deux heures pour relire la vôtre et en parler.",
      hours: 2,
    },
    {
      direction: "request" as const,
      title: "Premiers pas avec les tests automatiques",
      body: "Nous cherchons quelqu’un pour nous montrer, sur notre code.",
      hours: 6,
    },
    {
      direction: "offer" as const,
      title: "Écrire une fiche d’annuaire claire",
      body: "Une heure à deux, devant votre fiche.",
      hours: 1,
    },
    {
      direction: "request" as const,
      title: "Préparer une réponse à un marché public",
      body: "Notre première réponse\u202f: comment s’organiser\u202f?",
      hours: 4,
    },
  ];
  await tx.skillExchange.createMany({
    data: posts.map((post, index) => ({
      ...post,
      id: idOf("exchange", post.title),
      structureId: idOf("structure", active[index * 5]?.name ?? ""),
      postedAt: fromParis(addDays(today, -8 * (index + 1)), "14:00"),
    })),
  });
}

async function loadNeeds(tx: Tx, today: Day): Promise<void> {
  const needs = [
    "Le wifi ne couvre pas notre atelier et les tablettes décrochent.",
    "On voudrait que les clients prennent rendez-vous tout seuls.",
    "Un ancien salarié est parti avec tous les mots de passe.",
  ];
  await tx.need.createMany({
    data: needs.map((text, index) => ({
      id: idOf("need", text),
      text,
      city: ["Lens", "Arras", "Béthune"][index] ?? null,
      contactName: "Contact de démonstration",
      contactEmail: `acheteur${index + 1}@demo.example`,
      receivedAt: fromParis(addDays(today, -5 * (index + 1)), "11:00"),
      confirmedAt: fromParis(addDays(today, -5 * (index + 1)), "11:20"),
    })),
  });
}
