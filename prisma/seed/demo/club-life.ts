import { addDays, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { idOf } from "./identity.ts";
import { loadNeeds } from "./needs.ts";
import { INVENTED } from "./structures.ts";

/** Loads what members live between themselves: tenders, exchange, needs. */
export async function loadClubLife(tx: Tx, today: Day): Promise<void> {
  const active = INVENTED.filter(({ status }) => status === undefined);
  await loadTenders(tx, today);
  await loadExchange(tx, today, active);
  await loadNeeds(tx, today);
}

type Structures = typeof INVENTED;

async function loadTenders(tx: Tx, today: Day): Promise<void> {
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
