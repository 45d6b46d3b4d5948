import { createHash } from "node:crypto";
import { planOf } from "#lib/consortia/tasks/rules";
import { addDays, columnOfDay, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { storage } from "#lib/platform/storage";
import { SETTLED, type SettledAnswer } from "./consortia/answers.ts";
import { drawn, idOf } from "./identity.ts";
import { personId } from "./people.ts";
import { INVENTED } from "./structures.ts";

/** Loads answers given together: one being built, those of the past, and the papers of the one that leads. */
export async function loadConsortia(tx: Tx, today: Day): Promise<void> {
  await loadBuilding(tx, today);
  for (const answer of SETTLED) await loadSettled(tx, answer, today);
  await loadPapers(tx, today);
}

const LOTS = [idOf("lot", "1"), idOf("lot", "2")] as const;

/** Two members of three so far: lot 2 is not whole, and somebody is asked for the rest. */
async function loadBuilding(tx: Tx, today: Day): Promise<void> {
  const id = idOf("consortium", "schools");
  const [lead, partner, asked] = [who("service 0"), who("reseller 1"), who("editor 0")];
  const opened = fromParis(addDays(today, -6), "09:30");
  const { respondBefore, procedure } = await tx.tender.findUniqueOrThrow({
    where: { id: idOf("tender", "school network") },
    select: { respondBefore: true, procedure: true },
  });
  await tx.consortium.create({
    data: {
      id,
      tenderId: idOf("tender", "school network"),
      leadStructureId: lead,
      form: "joint_lead_several",
      justification: "Aucun des membres n’a seul les techniciens que demandent neuf chantiers simultanés.",
      openedAt: opened,
      deadlineTold: respondBefore,
      seats: {
        create: [
          { structureId: lead, invitedAt: opened, joinedAt: opened },
          { structureId: partner, invitedAt: opened, joinedAt: fromParis(addDays(today, -4), "11:10") },
          {
            structureId: asked,
            invitedAt: fromParis(addDays(today, -1), "17:40"),
            message: "Votre logiciel d’assistance nous manque pour le lot 2.",
          },
        ],
      },
    },
  });
  await tx.consortiumLot.createMany({ data: LOTS.map((lotId) => ({ consortiumId: id, lotId })) });
  const parts = [
    { lotId: LOTS[0], structureId: lead, shareBasisPoints: 6_000 },
    { lotId: LOTS[0], structureId: partner, shareBasisPoints: 4_000 },
    { lotId: LOTS[1], structureId: partner, shareBasisPoints: 8_000 },
  ];
  await tx.consortiumMember.createMany({ data: parts.map((part) => ({ ...part, consortiumId: id })) });
  await tx.consortiumOffer.create({
    data: { consortiumId: id, structureId: asked, lotId: LOTS[1], shareBasisPoints: 2_000 },
  });
  await tx.consortiumSeat.updateMany({
    where: { consortiumId: id, structureId: { in: [lead, partner] } },
    data: { agreedAt: fromParis(addDays(today, -3), "10:00") },
  });
  const tasks = [
    ...planOf(procedure, { isLead: true }).map((task) => ({ ...task, ownerStructureId: lead })),
    ...planOf(procedure, { isLead: false }).map((task) => ({ ...task, ownerStructureId: partner })),
  ];
  await tx.consortiumTask.createMany({
    data: tasks.map((task, index) => ({
      ...task,
      consortiumId: id,
      doneAt: index === 0 ? fromParis(addDays(today, -3), "16:00") : null,
      changedAt: opened,
    })),
  });
  await loadTalk(tx, id, today);
  await loadDocuments(tx, { id, lead }, today);
}

async function loadTalk(tx: Tx, consortiumId: string, today: Day): Promise<void> {
  const nadia = personId("membre@demo.example");
  const structureName = nameOf("service 0");
  await tx.consortiumMessage.create({
    data: {
      consortiumId,
      personId: nadia,
      structureName,
      body: "J’ai lu le règlement\u202f: la visite des écoles est facultative, mais elle vaut des points. Qui peut y aller mardi\u202f?",
      writtenAt: fromParis(addDays(today, -3), "16:20"),
    },
  });
  await tx.consortiumEntry.createMany({
    data: [
      {
        consortiumId,
        kind: "fact",
        text: `${structureName} ouvre le groupement et en est mandataire.`,
        at: fromParis(addDays(today, -6), "09:30"),
      },
      {
        consortiumId,
        kind: "fact",
        text: `${nameOf("reseller 1")} rejoint le groupement.`,
        at: fromParis(addDays(today, -4), "11:10"),
      },
      {
        consortiumId,
        kind: "decision",
        text: "Le mémoire technique part du calendrier des vacances scolaires\u202f: aucun chantier en période de classe.",
        at: fromParis(addDays(today, -2), "18:00"),
        personId: nadia,
      },
    ],
  });
}

const FILES = [
  {
    title: "Plan du mémoire technique",
    fileName: "plan-memoire.txt",
    isConfidential: false,
    versions: [
      "1. Ce que nous avons compris\n2. Calendrier\n3. Équipe\n",
      "1. Ce que nous avons compris des neuf écoles\n2. Calendrier hors période de classe\n3. Équipe et rôles\n4. Réversibilité\n",
    ],
  },
  {
    title: "Hypothèses de prix",
    fileName: "hypotheses.txt",
    isConfidential: true,
    versions: ["Lot 1\u202f: neuf écoles, deux jours par école, deux techniciens.\n"],
  },
];

async function loadDocuments(tx: Tx, { id, lead }: { id: string; lead: string }, today: Day): Promise<void> {
  for (const { title, fileName, isConfidential, versions } of FILES) {
    const documentId = idOf("document", title);
    await tx.consortiumDocument.create({
      data: { id: documentId, consortiumId: id, structureId: lead, title, isConfidential },
    });
    for (const [index, text] of versions.entries()) {
      const bytes = new TextEncoder().encode(text);
      const storageKey = `documents/${idOf("file", `${title} ${index}`).replaceAll("-", "")}.bin`;
      await storage().put(storageKey, bytes, "application/octet-stream");
      await tx.consortiumDocumentVersion.create({
        data: {
          documentId,
          number: index + 1,
          fileName,
          size: bytes.length,
          sha256: createHash("sha256").update(bytes).digest("hex"),
          storageKey,
          note: index > 0 ? "Le calendrier suit les vacances scolaires." : "",
          uploadedAt: fromParis(addDays(today, index - 4), "14:00"),
          uploadedById: personId("membre@demo.example"),
          structureId: lead,
        },
      });
    }
  }
}

async function loadSettled(tx: Tx, answer: SettledAnswer, today: Day): Promise<void> {
  const { buyer, subject, daysAgo, state, members } = answer;
  const [id, lotId] = [idOf("consortium", subject), idOf("lot", subject)];
  const at = (days: number, time = "10:00") => fromParis(addDays(today, days - daysAgo), time);
  const [lead] = members[0] ?? [];
  if (!lead) throw new Error(`nobody answers ${subject}`);
  await tx.tender.create({
    data: {
      id: idOf("tender", subject),
      buyer,
      subject,
      reference: `DEMO-${addDays(today, -daysAgo).slice(0, 4)}-${100 + drawn(subject, 900)}`,
      procedure: "adapted",
      postedAt: at(-90),
      respondBefore: at(-45, "12:00"),
      multipleCandidacyRule: "allowed",
      lots: { create: [{ id: lotId, number: 1, title: answer.lot, cpvCodes: [answer.cpv] }] },
    },
  });
  await tx.consortium.create({
    data: {
      id,
      tenderId: idOf("tender", subject),
      leadStructureId: who(lead),
      form: answer.form,
      justification: answer.why,
      openedAt: at(-80),
      deadlineTold: at(-45, "12:00"),
      seats: {
        create: members.map(([member]) => ({
          structureId: who(member),
          invitedAt: at(-80),
          joinedAt: at(-76),
          showsAmount: answer.showsAmount ?? false,
        })),
      },
    },
  });
  await tx.consortiumLot.create({ data: { consortiumId: id, lotId } });
  await tx.consortiumMember.createMany({
    data: members.map(([member, shareBasisPoints]) => ({
      consortiumId: id,
      lotId,
      structureId: who(member),
      shareBasisPoints,
    })),
  });
  await tx.consortiumSeat.updateMany({ where: { consortiumId: id }, data: { agreedAt: at(-60) } });
  const submitted = { consortiumId: id, position: 1, state: "submitted" as const, takenAt: at(-46) };
  if (state !== "dropped") await tx.consortiumStep.create({ data: submitted });
  await tx.consortiumStep.create({
    data: { consortiumId: id, position: state === "dropped" ? 1 : 2, state, reason: answer.reason, takenAt: at(0) },
  });
  await tx.consortiumOutcome.create({
    data: {
      consortiumId: id,
      lesson: answer.lesson,
      amountCents: answer.amountCents ?? null,
      settledAt: at(0),
      shownFrom: at(0),
    },
  });
}

async function loadPapers(tx: Tx, today: Day): Promise<void> {
  const structureId = who("service 0");
  const lastYear = Number(today.slice(0, 4)) - 1;
  await tx.papers.create({
    data: {
      structureId,
      legalForm: "SARL",
      registration: "RCS Arras (à compléter)",
      representative: "Nadia Benali",
      capacity: "gérante",
      years: {
        create: [
          { year: lastYear, turnoverEuros: 1_240_000, headcount: 11 },
          { year: lastYear - 1, turnoverEuros: 1_105_000, headcount: 10 },
        ],
      },
      certificates: {
        create: [
          {
            kind: "insurance",
            label: "Responsabilité civile professionnelle",
            issuer: "Assurances de démonstration",
            reference: "RC-2026-118",
            validUntil: columnOfDay(addDays(today, 40)),
          },
          {
            kind: "qualification",
            label: "ExpertCyber",
            issuer: "Organisme de démonstration",
            validUntil: columnOfDay(addDays(today, 380)),
          },
          {
            kind: "social",
            label: "Attestation de vigilance",
            issuer: "URSSAF",
            validUntil: columnOfDay(addDays(today, -12)),
          },
        ],
      },
    },
  });
}

function who(place: SettledAnswer["members"][number][0]): string {
  return idOf("structure", nameOf(place));
}

function nameOf(place: SettledAnswer["members"][number][0]): string {
  const [kind, nth] = place.split(" ");
  const found = INVENTED.filter((structure) => structure.kind === kind && structure.status === undefined)[Number(nth)];
  if (!found) throw new Error(`no active ${place}`);
  return found.name;
}
