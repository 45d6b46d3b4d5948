import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import type { Actor } from "#lib/policy/actor";
import { enter, hold, peopleOf, recordInWorkspace, workspaceMail } from "../workspace.ts";
import type { CloseSeatInput, LeaveInput } from "./schema.ts";
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
 * Closes the seat of a member, as if it had left: the mandatary's, of one that is no longer of the club, since nobody
 * speaks for it here any more, or of one that does not give its agreement, with the reason, which it is told. Whoever
 * agreed to its parts is not put out. Harmless twice.
 *
 * @throws Refusal `forbidden`, `not_found`, `member_agreed`, `consortium_is_frozen`
 */
export async function closeSeat(actor: Actor, { id, structureId, reason }: CloseSeatInput, now: Date): Promise<void> {
  const gone = await db().$transaction(async (tx) => {
    await hold(tx, id);
    const { person, consortium } = await enter(tx, actor, "lead", id, now);
    const seat = await tx.consortiumSeat.findFirst({
      where: { consortiumId: id, structureId, joinedAt: { not: null }, leftAt: null },
      select: { agreedAt: true, structure: { select: { name: true, status: true } } },
    });
    if (!seat) return [];
    const { name, status } = seat.structure;
    if (status !== "active") return vacateSeat(tx, { id, structureId, ...departureOf(name) }, person, now);
    if (seat.agreedAt) {
      throw new Refusal("member_agreed", `${name} a donné son accord\u202f: elle seule peut quitter le groupement.`);
    }
    const words = `${name} n’a pas donné son accord et sort du groupement\u202f: ses parts sont à répartir.`;
    const keys = await vacateSeat(tx, { id, structureId, reason, words }, person, now);
    await tellPutOut(tx, { id, structureId, reason, tender: consortium.tender.subject }, now);
    return keys;
  });
  await removeFiles(gone);
}

/** By mail: they no longer come in to read it. */
async function tellPutOut(
  tx: Tx,
  { id, structureId, reason, tender }: { id: string; structureId: string; reason: string; tender: string },
  now: Date,
): Promise<void> {
  const people = await peopleOf(tx, [structureId], now);
  await queueMail(
    tx,
    ...people.map((person) =>
      workspaceMail(person, "Votre place dans un espace de travail est close", [
        {
          text: `Le mandataire de la réponse à «\u202f${tender}\u202f» retire votre structure, dont l’accord manquait.`,
        },
        ...(reason ? [{ quote: reason }] : []),
        { action: { label: "Voir vos réponses communes", path: paths.consortia } },
      ]),
    ),
  );
  await recordInWorkspace(tx, id);
}
