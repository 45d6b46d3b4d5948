import "server-only";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { AssessInput } from "./schema.ts";

/**
 * Keeps what the structure that the actor acts for thinks of a tender: marks, verdict and why. The last to
 * save is the one who decided. Seen by its people alone, so nothing of it is in the audit log.
 *
 * @throws Refusal `forbidden`, `no_structure`, `not_found`
 */
export async function assessTender(actor: Actor, input: AssessInput, now: Date): Promise<void> {
  authorize(actor, "update", "TenderAssessment", now);
  if (actor.kind !== "person" || !actor.actingFor?.isActive) {
    throw new Refusal("no_structure", "Choisissez d’abord au nom de quelle structure adhérente vous parlez.");
  }
  const key = { tenderId: input.tenderId, structureId: actor.actingFor.id };
  const data = { verdict: input.verdict, note: input.note, decidedAt: now, decidedById: actor.personId };
  await db().$transaction(async (tx) => {
    const tender = await tx.tender.findFirst({
      where: { AND: [{ id: input.tenderId }, readable(actor, "Tender", now)] },
      select: { id: true },
    });
    if (!tender) throw new Refusal("not_found", "Cet appel d’offres n’existe pas, ou n’existe plus.");
    await tx.tenderAssessment.upsert({
      where: { tenderId_structureId: key },
      create: { ...key, ...data },
      update: data,
      select: { tenderId: true },
    });
    await tx.tenderScore.deleteMany({ where: key });
    await tx.tenderScore.createMany({
      data: [...new Map(input.scores.map((score) => [score.criterion, { ...key, ...score }])).values()],
    });
  });
}
