import "server-only";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import type { Actor } from "#lib/policy/actor";
import type { SeatInput } from "../members/schema.ts";
import { enter, hold } from "../workspace.ts";
import type { LeaveInput } from "./schema.ts";
import { departureOf, removeFiles, vacateSeat } from "./vacating.ts";

/**
 * Leaves, while the answer is being built: access ends at once, the parts fall free, and what was given
 * stays or goes as agreed on joining; prices and confidential folders always go. The mandatary hands over
 * first.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_lead_hands_over_first`, `consortium_is_frozen`
 */
export async function leaveConsortium(actor: Actor, { id, reason }: LeaveInput, now: Date): Promise<void> {
  const gone = await db().$transaction(async (tx) => {
    await hold(tx, id);
    const { person, structureId, structureName } = await enter(tx, actor, "update", id, now);
    const words = `${structureName} quitte le groupement\u202f: ses parts sont à répartir.`;
    return vacateSeat(tx, { id, structureId, reason, words }, person, now);
  });
  await removeFiles(gone);
}

/**
 * Closes the seat of a member that is no longer of the club, as if it had left: the mandatary's, since nobody
 * speaks for it here any more. Harmless twice.
 *
 * @throws Refusal `forbidden`, `not_found`, `still_of_the_club`, `consortium_is_frozen`
 */
export async function noteDeparture(actor: Actor, { id, structureId }: SeatInput, now: Date): Promise<void> {
  const gone = await db().$transaction(async (tx) => {
    await hold(tx, id);
    const { person } = await enter(tx, actor, "lead", id, now);
    const seat = await tx.consortiumSeat.findFirst({
      where: { consortiumId: id, structureId, joinedAt: { not: null }, leftAt: null },
      select: { structure: { select: { name: true, status: true } } },
    });
    if (!seat) return [];
    const { name, status } = seat.structure;
    if (status === "active") {
      throw new Refusal(
        "still_of_the_club",
        `${name} est toujours du club\u202f: elle seule peut quitter le groupement.`,
      );
    }
    return vacateSeat(tx, { id, structureId, ...departureOf(name) }, person, now);
  });
  await removeFiles(gone);
}
