import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize, permitted } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { propose } from "../carrying/proposals.ts";
import { MAILED, placedMail } from "../mails.ts";
import { answerDue } from "../rules.ts";
import type { PlaceInput } from "./schema.ts";

/**
 * Puts a need that no member took before one that a lead or the board names, with the usual time to
 * answer, and tells its buyer. Of two who name the same member at once, one does.
 *
 * @throws Refusal `forbidden`, `not_found`, `need_closed`, `unknown_member`, `already_asked`
 */
export async function placeNeed(actor: PersonActor, { needId, structureId }: PlaceInput, now: Date): Promise<void> {
  authorize(actor, "place", "Need", now);
  const mine = { AND: [{ id: needId }, permitted(actor, "place", "Need", now)] };
  await db().$transaction(async (tx) => {
    // Its buyer may be closing it.
    await tx.$queryRaw`SELECT 1 FROM need WHERE id = ${needId}::uuid FOR UPDATE`;
    const need = await tx.need.findFirst({ where: mine, select: { ...MAILED, closedAt: true } });
    if (!need) throw new Refusal("not_found", "Ce besoin n’est pas à placer par vous, ou n’existe plus.");
    if (need.closedAt) throw new Refusal("need_closed", "Ce besoin est clos\u202f: l’acheteur a fait son choix.");
    const member = await tx.structure.findFirst({
      where: { id: structureId, status: "active" },
      select: { id: true },
    });
    if (!member) throw new Refusal("unknown_member", "Choisissez un adhérent en activité.", "structureId");
    const { count } = await tx.introduction.createMany({
      data: [{ needId, structureId, state: "chosen", proposedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) {
      throw new Refusal(
        "already_asked",
        "Cet adhérent a déjà reçu ce besoin\u202f: choisissez-en un autre.",
        "structureId",
      );
    }
    const dueAt = answerDue(now);
    const [name = ""] = await propose(tx, need, [structureId], { now, dueAt });
    await queueMail(tx, placedMail(need, name, dueAt));
    await recordAct(tx, actor, {
      action: "place-need",
      subject: { kind: "Structure", id: structureId },
      detail: { needId },
    });
  });
}
