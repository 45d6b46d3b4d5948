import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { fold } from "#lib/platform/slug";
import { tellHands } from "./spotting.ts";

const held = z.array(z.object({ id: z.uuid(), mergedIntoId: z.uuid().nullable() }));

/** The notice at the end of a merge, held until the transaction is over: whoever merges it at this moment is waited for. */
export async function holdKept(tx: Tx, id: string): Promise<string> {
  const rows = await tx.$queryRaw`SELECT id, "mergedIntoId" FROM tender WHERE id = ${id}::uuid FOR UPDATE`;
  const [row] = held.parse(rows);
  // A chain has one link: the database lets nobody make it longer.
  return row?.mergedIntoId ? holdKept(tx, row.mergedIntoId) : id;
}

interface Merged {
  id: string;
  subject: string;
}

/**
 * Shows the kept notice in the place of another, and takes there the hands raised for it and the decisions to
 * answer or not; whoever had a hand or a decision there already keeps theirs. Consortia stay with the notice
 * whose lots they share out, and are shown beside the kept one.
 */
export async function mergeInto(tx: Tx, { id, subject }: Merged, keptId: string, now: Date): Promise<void> {
  // Those that led to it first: nothing may lead to what leads elsewhere.
  await tx.tender.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: keptId, updatedAt: now } });
  await tx.tender.update({ where: { id }, data: { mergedIntoId: keptId, updatedAt: now }, select: { id: true } });
  await shareFate(tx, id, keptId);
  await tx.boampNotice.updateMany({ where: { tenderId: id }, data: { tenderId: keptId } });
  await tellHands(
    tx,
    id,
    {
      kind: "tender-merged",
      fact: `tender ${id} merged`,
      title: `«\u202f${subject}\u202f» est réuni à un avis plus ancien\u202f: votre main y est levée. Relisez pour quels lots.`,
      path: paths.tender(keptId),
    },
    now,
  );
  const lots = await sameLots(tx, id, keptId);
  await standFor(tx, lots);
  await moveHands(tx, { id, subject }, { keptId, lots }, now);
  await tx.$executeRaw`
    UPDATE tender_assessment a SET "tenderId" = ${keptId}::uuid WHERE a."tenderId" = ${id}::uuid AND NOT EXISTS (
      SELECT 1 FROM tender_assessment k WHERE k."tenderId" = ${keptId}::uuid AND k."structureId" = a."structureId")`;
}

/** From now on the kept notice says until when, whether the buyer gave up, and what is admitted of several bids. */
async function shareFate(tx: Tx, id: string, keptId: string): Promise<void> {
  const [merged, kept] = await Promise.all(
    [id, keptId].map((tenderId) =>
      tx.tender.findUniqueOrThrow({
        where: { id: tenderId },
        select: { respondBefore: true, withdrawnAt: true, multipleCandidacyRule: true },
      }),
    ),
  );
  if (!merged || !kept) return;
  const { respondBefore, withdrawnAt } = kept;
  await tx.tender.updateMany({
    where: { mergedIntoId: keptId, postedAt: { lt: respondBefore } },
    data: { respondBefore, withdrawnAt },
  });
  // What somebody has read is not forgotten.
  const { multipleCandidacyRule } = merged;
  if (kept.multipleCandidacyRule === "not_read" && multipleCandidacyRule !== "not_read") {
    await tx.tender.update({ where: { id: keptId }, data: { multipleCandidacyRule }, select: { id: true } });
  }
}

/** Lots of merged notices stand for those of the kept one: each is one contract, whoever answers it from where. */
async function standFor(tx: Tx, lots: Map<string, string>): Promise<void> {
  for (const [given, kept] of lots) {
    await tx.tenderLot.updateMany({
      where: { OR: [{ id: given }, { standsForId: given }] },
      data: { standsForId: kept },
    });
  }
}

/** A lot that the kept notice does not have is left out: the hand is up, and its people are asked to look again. */
async function moveHands(
  tx: Tx,
  { id, subject }: Merged,
  { keptId, lots }: { keptId: string; lots: Map<string, string> },
  now: Date,
): Promise<void> {
  const [hands, there] = await Promise.all([
    tx.tenderHand.findMany({
      where: { tenderId: id },
      orderBy: { structureId: "asc" },
      take: 1_000,
      include: { lots: { select: { structureId: true, lotId: true, role: true } } },
    }),
    tx.tenderHand.findMany({ where: { tenderId: keptId }, take: 1_000, select: { structureId: true } }),
  ]);
  const already = new Set(there.map(({ structureId }) => structureId));
  const moved = hands.filter(({ structureId }) => !already.has(structureId));
  if (moved.length > 0) {
    const title = `Un autre avis est réuni à «\u202f${subject}\u202f»\u202f: les mains levées pour l’un et pour l’autre se voient désormais.`;
    await tellHands(tx, keptId, { kind: "tender-hand", fact: `tender ${keptId} hands of ${id}`, title }, now);
  }
  await tx.tenderHand.deleteMany({ where: { tenderId: id } });
  await tx.tenderHand.createMany({ data: moved.map(({ lots: _lots, ...hand }) => ({ ...hand, tenderId: keptId })) });
  await tx.tenderHandLot.createMany({
    data: moved.flatMap((hand) =>
      hand.lots.flatMap(({ lotId, ...lot }) => {
        const same = lots.get(lotId);
        return same ? [{ ...lot, tenderId: keptId, lotId: same }] : [];
      }),
    ),
    // Two lots of the one may be one of the other.
    skipDuplicates: true,
  });
}

/** The lots that both have: under the same title, or else under the same number where both have as many. */
async function sameLots(tx: Tx, id: string, keptId: string): Promise<Map<string, string>> {
  const rows = await tx.tenderLot.findMany({
    where: { tenderId: { in: [id, keptId] }, withdrawnAt: null },
    orderBy: { number: "asc" },
    take: 400,
    select: { id: true, tenderId: true, number: true, title: true },
  });
  const [given, kept] = [id, keptId].map((tenderId) => rows.filter((lot) => lot.tenderId === tenderId));
  if (!given || !kept) return new Map();
  return new Map(
    given.flatMap((lot) => {
      const same =
        kept.find(({ title }) => fold(title) === fold(lot.title)) ??
        (given.length === kept.length ? kept.find(({ number }) => number === lot.number) : undefined);
      return same ? [[lot.id, same.id] as const] : [];
    }),
  );
}
