import "server-only";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import type { Actor } from "#lib/policy/actor";
import { enter, hold, mustBeAsRead, noteFact, tellMembers } from "../workspace.ts";
import type {
  AgreeInput,
  SetPartsInput,
  ShowAmountInput,
  SubcontractorInput,
  WithdrawSubcontractorInput,
} from "./schema.ts";

/**
 * Shares out the lots between the members. What falls comes before what grows, so that no lot is ever
 * more than whole on the way; whoever has another part than before is asked to agree anew.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_parts_at_most_whole`, `consortium_is_frozen`, and
 *   `consortium_one_bid_per_lot` for the mandatary's own part
 */
export async function setParts(actor: Actor, { id, parts }: SetPartsInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await hold(tx, id);
    const { person, structureId: lead } = await enter(tx, actor, "lead", id, now);
    const rows = await tx.consortiumMember.findMany({
      where: { consortiumId: id },
      take: 1_000,
      select: { lotId: true, structureId: true, shareBasisPoints: true },
    });
    const before = new Map(rows.map((row) => [`${row.lotId} ${row.structureId}`, row.shareBasisPoints]));
    const changes = parts
      .map((part) => ({ ...part, was: before.get(`${part.lotId} ${part.structureId}`) ?? 0 }))
      .filter(({ share, was }) => share !== was)
      .sort((a, b) => a.share - a.was - (b.share - b.was) || (a.lotId < b.lotId ? -1 : 1));
    for (const { lotId, structureId, share } of changes) {
      const key = { consortiumId: id, lotId, structureId };
      if (share === 0) await tx.consortiumMember.delete({ where: { consortiumId_lotId_structureId: key } });
      else {
        await tx.consortiumMember.upsert({
          where: { consortiumId_lotId_structureId: key },
          create: { ...key, shareBasisPoints: share },
          update: { shareBasisPoints: share },
          select: { lotId: true },
        });
      }
    }
    if (changes.length === 0) return;
    await tx.consortiumSeat.updateMany({
      where: { consortiumId: id, structureId: lead, agreedAt: null },
      data: { agreedAt: now },
    });
    await noteFact(tx, id, "Les parts ont changé.", now);
    const told = {
      fact: `parts ${now.toISOString()}`,
      title: "Les parts de votre groupement ont changé\u202f: votre accord est attendu.",
    };
    await tellMembers(tx, { ...told, consortiumId: id, path: paths.consortiumMembers(id) }, person, now);
  });
}

/**
 * Agrees to one's parts as they were read. Harmless twice. Where the notice admits one bid for a lot, whoever has
 * agreed to a part of it elsewhere is refused here, by its own act: its mandatary is told nothing.
 *
 * @throws Refusal `forbidden`, `not_found`, `changed_meanwhile`, `consortium_one_bid_per_lot`
 */
export async function agreeToParts(actor: Actor, { id, terms }: AgreeInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await hold(tx, id);
    const { consortium, structureId } = await enter(tx, actor, "update", id, now);
    const parts = await tx.consortiumMember.findMany({
      where: { consortiumId: id, structureId },
      take: 1_000,
      select: { lotId: true, shareBasisPoints: true },
    });
    mustBeAsRead({ form: consortium.form, parts }, terms);
    await tx.consortiumSeat.update({
      where: { consortiumId_structureId: { consortiumId: id, structureId } },
      data: { agreedAt: now },
      select: { structureId: true },
    });
  });
}

/** Says, for one's own structure and at any time, whether the club may read the amount. Harmless twice. */
export async function showAmount(actor: Actor, { id, showsAmount }: ShowAmountInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { structureId } = await enter(tx, actor, "update", id, now);
    await tx.consortiumSeat.update({
      where: { consortiumId_structureId: { consortiumId: id, structureId } },
      data: { showsAmount },
      select: { structureId: true },
    });
  });
}

/** Declares a subcontractor of one's own (DC4). @throws Refusal `forbidden`, `not_found`, `consortium_is_frozen` */
export async function declareSubcontractor(actor: Actor, input: SubcontractorInput, now: Date): Promise<void> {
  const { id, ...declared } = input;
  await db().$transaction(async (tx) => {
    const { consortium, structureId, structureName } = await enter(tx, actor, "update", id, now);
    if (consortium.state !== "building") {
      throw new Refusal("consortium_is_frozen", "La réponse est déposée\u202f: elle ne change plus.");
    }
    await tx.consortiumSubcontractor.create({
      data: { ...declared, consortiumId: id, structureId },
      select: { id: true },
    });
    await noteFact(tx, id, `${structureName} déclare un sous-traitant.`, now);
  });
}

/** Withdraws a subcontractor that one's own structure declared. Harmless twice. */
export async function withdrawSubcontractor(actor: Actor, input: WithdrawSubcontractorInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { structureId } = await enter(tx, actor, "update", input.id, now);
    await tx.consortiumSubcontractor.deleteMany({
      where: {
        id: input.subcontractorId,
        consortiumId: input.id,
        structureId,
        bid: { consortium: { state: "building" } },
      },
    });
  });
}
