import "server-only";
import type { Tx } from "#lib/platform/db";
import { storage } from "#lib/platform/storage";
import type { PersonActor } from "#lib/policy/actor";
import { planOf } from "../tasks/rules.ts";
import { noteFact, recordInWorkspace, tellMembers } from "../workspace.ts";

/** What is said of a member that left the club. */
export function departureOf(name: string) {
  return {
    reason: "N’est plus adhérente du club.",
    words: `${name} n’est plus du club et sort du groupement\u202f: ses parts sont à répartir.`,
  };
}

interface Vacated {
  id: string;
  structureId: string;
  reason: string;
  words: string;
}

/**
 * Empties a seat, in the transaction that does; gives the keys of the files that go with it, to be removed after
 * the commit.
 */
export async function vacateSeat(
  tx: Tx,
  { id, structureId, reason, words }: Vacated,
  by: PersonActor,
  now: Date,
): Promise<string[]> {
  const key = { consortiumId: id, structureId };
  await tx.consortiumMember.deleteMany({ where: key });
  await tx.consortiumPrice.deleteMany({ where: key });
  await tx.consortiumSubcontractor.deleteMany({ where: key });
  await freeTasks(tx, key);
  await tx.consortium.updateMany({ where: { id, successorId: structureId }, data: { successorId: null } });
  const { givenStays } = await tx.consortiumSeat.update({
    where: { consortiumId_structureId: key },
    data: { leftAt: now, reason },
    select: { givenStays: true },
  });
  const keys = await takeAlong(tx, { ...key, givenStays }, now);
  const text = `${words} ${givenStays ? "Ses documents partagés restent." : "Ses documents partent avec elle."}`;
  await noteFact(tx, id, text, now);
  const told = { consortiumId: id, fact: `left ${structureId} ${now.toISOString()}`, title: text };
  await tellMembers(tx, told, by, now);
  await recordInWorkspace(tx, id);
  return keys;
}

/** What each member does for itself goes; what it had taken on for all is to be taken on by another. */
async function freeTasks(tx: Tx, { consortiumId, structureId }: { consortiumId: string; structureId: string }) {
  const { tender } = await tx.consortium.findUniqueOrThrow({
    where: { id: consortiumId },
    select: { tender: { select: { procedure: true } } },
  });
  const titles = planOf(tender.procedure, { isLead: false }).map(({ title }) => title);
  const own = { consortiumId, ownerStructureId: structureId };
  await tx.consortiumTask.deleteMany({ where: { ...own, title: { in: titles }, doneAt: null } });
  await tx.consortiumTask.updateMany({ where: own, data: { ownerStructureId: null, ownerId: null } });
}

/** Withdraws what goes with a member; gives the keys of its files. */
async function takeAlong(
  tx: Tx,
  { consortiumId, structureId, givenStays }: { consortiumId: string; structureId: string; givenStays: boolean },
  now: Date,
): Promise<string[]> {
  const documents = {
    consortiumId,
    structureId,
    withdrawnAt: null,
    ...(givenStays ? { isConfidential: true } : {}),
  };
  const versions = {
    removedAt: null,
    OR: [{ document: documents }, ...(givenStays ? [] : [{ structureId, document: { consortiumId } }])],
  };
  const files = await tx.consortiumDocumentVersion.findMany({
    where: versions,
    take: 10_000,
    select: { id: true, storageKey: true },
  });
  await tx.consortiumDocumentVersion.updateMany({
    where: { id: { in: files.map(({ id }) => id) } },
    data: { removedAt: now },
  });
  await tx.consortiumDocument.updateMany({ where: documents, data: { withdrawnAt: now } });
  return files.map(({ storageKey }) => storageKey);
}

/** After the commit: a file that stays behind is unreachable, one that goes too early would be missed. */
export async function removeFiles(keys: string[]): Promise<void> {
  await Promise.all(keys.map((key) => storage().remove(key)));
}
