import { addDays, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { loadExchange } from "./exchange.ts";
import { idOf } from "./identity.ts";
import { loadNeeds } from "./needs.ts";
import { INVENTED } from "./structures.ts";

/** Loads what members live between themselves: tenders, exchange, needs. */
export async function loadClubLife(tx: Tx, today: Day): Promise<void> {
  const active = INVENTED.filter(({ status }) => status === undefined);
  await loadTenders(tx, today, active);
  await loadExchange(tx, today);
  await loadNeeds(tx, today);
}

type Structures = typeof INVENTED;

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
