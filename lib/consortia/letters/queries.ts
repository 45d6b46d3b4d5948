import "server-only";
import { getClub } from "#lib/club/queries";
import { findDc2Draft } from "#lib/papers/forms/queries";
import { dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import type { Actor } from "#lib/policy/actor";
import { listSubcontractors } from "../parts/queries.ts";
import { findConsortium } from "../queries.ts";
import { type ConsortiumOnPaper, dc1Paper, mandateLetter, partsTable } from "./documents.ts";

/** The members' letter that empowers the mandatary; null to a stranger. */
export async function findMandateLetterPdf(actor: Actor, id: string, now: Date) {
  return printed(actor, id, now, mandateLetter);
}

/** The table of parts; null to a stranger. */
export async function findPartsTablePdf(actor: Actor, id: string, now: Date) {
  return printed(actor, id, now, partsTable);
}

/** A draft of the consortium's DC1; null to a stranger. */
export async function findDc1Pdf(actor: Actor, id: string, now: Date) {
  return printed(actor, id, now, dc1Paper);
}

/** A draft of one's own DC2 for this consultation; null to a stranger, and to a guest, who has none to give. */
export async function findDc2Pdf(actor: Actor, id: string, now: Date) {
  const consortium = await findOnPaper(actor, id, now);
  if (!consortium?.structureId) return null;
  return findDc2Draft(actor, consortium.onPaper.consultation, now, consortium.structureId);
}

type Print = (paper: {
  club: Awaited<ReturnType<typeof getClub>>;
  day: string;
  consortium: ConsortiumOnPaper;
}) => Promise<Uint8Array<ArrayBuffer>>;

async function printed(actor: Actor, id: string, now: Date, print: Print) {
  const consortium = await findOnPaper(actor, id, now);
  return consortium && print({ club: await getClub(), day: dayOf(now), consortium: consortium.onPaper });
}

async function findOnPaper(actor: Actor, id: string, now: Date) {
  const view = await findConsortium(actor, id, now);
  if (!view) return null;
  const [signatories, tender, subcontractors] = await Promise.all([
    db().structure.findMany({
      where: { id: { in: view.members.map(({ structure }) => structure.id) } },
      orderBy: { name: "asc" },
      take: 100,
      select: { id: true, name: true, siret: true, address: true, postalCode: true, city: true },
    }),
    db().tender.findUniqueOrThrow({ where: { id: view.tender.id }, select: { reference: true } }),
    listSubcontractors(actor, id, now),
  ]);
  const lead = signatories.find((structure) => structure.id === view.leadStructureId);
  if (!lead) return null;
  const { buyer, subject, respondBefore } = view.tender;
  const onPaper: ConsortiumOnPaper = {
    consultation: { buyer, subject, respondBefore, reference: tender.reference },
    form: view.form,
    justification: view.justification,
    lead,
    others: signatories.filter((structure) => structure.id !== lead.id),
    lots: view.lots.filter(({ isWithdrawn }) => !isWithdrawn),
    subcontractors,
    missing: view.state === "building" ? view.missing : [],
  };
  return { onPaper, structureId: view.own?.structureId ?? null };
}
