import "server-only";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import type { Actor } from "#lib/policy/actor";
import { enter } from "../workspace.ts";
import type { SetPricesInput } from "./schema.ts";

/**
 * Sets one's own amounts, lot by lot. Nobody is told and nothing is logged: the mandatary reads them.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_is_frozen`
 */
export async function setPrices(actor: Actor, { id, prices }: SetPricesInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { consortium, structureId } = await enter(tx, actor, "update", id, now);
    if (consortium.state !== "building") {
      throw new Refusal("consortium_is_frozen", "La réponse est déposée\u202f: ses prix ne changent plus.");
    }
    const lotIds = prices.map(({ lotId }) => lotId);
    await tx.consortiumPrice.deleteMany({ where: { consortiumId: id, structureId, lotId: { in: lotIds } } });
    await tx.consortiumPrice.createMany({
      data: prices.flatMap(({ lotId, amount }) =>
        amount === null ? [] : [{ consortiumId: id, structureId, lotId, amountCents: amount }],
      ),
    });
  });
}
