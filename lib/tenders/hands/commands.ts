import "server-only";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { isOpen } from "../rules.ts";
import { tellHands } from "../spotting.ts";
import type { RaiseHandInput } from "./schema.ts";

// Nothing here goes to the audit log nor into a mail of its own: the board reads both, and may not know who
// would answer which tender.

/**
 * Raises the hand of the structure that the actor acts for, or says again for which lots. Others who raised
 * theirs see it from now on, and it sees theirs; they are told when it is the first time.
 *
 * @throws Refusal `forbidden`, `no_structure`, `not_found`, `tender_closed`, `unknown_lot`
 */
export async function raiseHand(actor: Actor, input: RaiseHandInput, now: Date): Promise<void> {
  const { personId, structure } = speaker(actor, now);
  const { tenderId, lots, references, capacity } = input;
  await db().$transaction(async (tx) => {
    // Whoever merges this notice into another takes every hand along.
    await tx.$queryRaw`SELECT 1 FROM tender WHERE id = ${tenderId}::uuid FOR SHARE`;
    const tender = await tx.tender.findFirst({
      where: { AND: [{ id: tenderId }, readable(actor, "Tender", now)] },
      select: {
        subject: true,
        respondBefore: true,
        withdrawnAt: true,
        mergedIntoId: true,
        lots: { where: { withdrawnAt: null }, select: { id: true }, take: 200 },
      },
    });
    if (!tender) throw new Refusal("not_found", "Cet appel d’offres n’existe pas, ou n’existe plus.");
    if (!isOpen(tender, now)) throw new Refusal("tender_closed", "On ne peut plus répondre à cet appel d’offres.");
    const known = new Set(tender.lots.map(({ id }) => id));
    if (lots.some(({ lotId }) => !known.has(lotId))) {
      throw new Refusal("unknown_lot", "Un des lots n’est plus dans cet appel d’offres\u202f: relisez l’avis.", "lots");
    }
    const hand = { tenderId, structureId: structure.id };
    // Two colleagues at once: one makes the row, both then wait for it in turn.
    const { count } = await tx.tenderHand.createMany({
      data: [{ ...hand, raisedById: personId, raisedAt: now }],
      skipDuplicates: true,
    });
    await tx.tenderHand.update({
      where: { tenderId_structureId: hand },
      data: { references, capacity },
      select: { tenderId: true },
    });
    await tx.tenderHandLot.deleteMany({ where: hand });
    await tx.tenderHandLot.createMany({
      data: [...new Map(lots.map((lot) => [lot.lotId, { ...hand, ...lot }])).values()],
    });
    if (count === 0) return;
    await tellHands(
      tx,
      tenderId,
      {
        kind: "tender-hand",
        fact: `tender ${tenderId} hand ${structure.id} ${now.toISOString()}`,
        title: `${structure.name} a levé la main pour «\u202f${tender.subject}\u202f».`,
      },
      now,
      structure.id,
    );
  });
}

/** Lowers it again: it sees the others no more. Harmless twice. @throws Refusal `forbidden`, `no_structure` */
export async function lowerHand(actor: Actor, { tenderId }: { tenderId: string }, now: Date): Promise<void> {
  const { structure } = speaker(actor, now);
  await db().tenderHand.deleteMany({ where: { tenderId, structureId: structure.id } });
}

function speaker(actor: Actor, now: Date) {
  authorize(actor, "update", "TenderHand", now);
  if (actor.kind !== "person" || !actor.actingFor?.isActive) {
    throw new Refusal("no_structure", "Choisissez d’abord au nom de quelle structure adhérente vous parlez.");
  }
  return { personId: actor.personId, structure: actor.actingFor };
}
