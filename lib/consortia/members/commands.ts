import "server-only";
import type { TenderProcedure } from "#lib/generated/prisma/enums";
import { queueMail } from "#lib/mail/outbox";
import { notify } from "#lib/notices/commands";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { authorize, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { planOf } from "../tasks/rules.ts";
import {
  enter,
  hold,
  mayStillInvite,
  mustBeAsRead,
  noSuchConsortium,
  noteFact,
  peopleOf,
  recordInWorkspace,
  tellMembers,
  workspaceMail,
} from "../workspace.ts";
import type { DeclineInput, InviteMemberInput, JoinInput, SeatInput } from "./schema.ts";

const WAITING = { joinedAt: null, declinedAt: null } as const;

/**
 * Offers a structure of the club a seat and parts of lots; its people are written to. Whoever declined or
 * left may be asked again.
 *
 * @throws Refusal `forbidden`, `not_found`, `already_in_consortium`, `consortium_is_frozen`, `too_many_invitations`
 */
export async function inviteMember(actor: Actor, input: InviteMemberInput, now: Date): Promise<void> {
  const { id, structureId } = input;
  await mayStillInvite(actor, id, { to: structureId, field: "structureId" }, now);
  await db().$transaction(async (tx) => {
    const { consortium } = await enter(tx, actor, "lead", id, now);
    if (consortium.state !== "building") {
      throw new Refusal("consortium_is_frozen", "La réponse est déposée\u202f: ses membres ne changent plus.");
    }
    // Whoever joins at this moment is waited for: a seat just taken is no longer offered.
    await hold(tx, id);
    const structure = await tx.structure.findFirst({
      where: { id: structureId, status: "active" },
      select: { name: true },
    });
    if (!structure) throw new Refusal("not_found", "Cette structure n’est pas au club.", "structureId");
    const key = { consortiumId_structureId: { consortiumId: id, structureId } };
    const seat = await tx.consortiumSeat.findUnique({ where: key, select: { joinedAt: true, leftAt: true } });
    if (seat?.joinedAt && !seat.leftAt) {
      throw new Refusal("already_in_consortium", `${structure.name} est déjà membre.`, "structureId");
    }
    const offered = {
      invitedAt: now,
      message: input.message,
      joinedAt: null,
      declinedAt: null,
      leftAt: null,
      reason: "",
    };
    await tx.consortiumSeat.upsert({
      where: key,
      create: { consortiumId: id, structureId, ...offered },
      update: { ...offered, agreedAt: null },
      select: { structureId: true },
    });
    await tx.consortiumOffer.deleteMany({ where: { consortiumId: id, structureId } });
    await tx.consortiumOffer.createMany({
      data: input.offers.flatMap(({ lotId, share }) =>
        share > 0 ? [{ consortiumId: id, structureId, lotId, shareBasisPoints: share }] : [],
      ),
    });
    await noteFact(tx, id, `${structure.name} est invitée.`, now);
    await queueMail(
      tx,
      ...(await peopleOf(tx, [structureId], now)).map((person) =>
        workspaceMail(person, "Une invitation attend votre réponse", [
          {
            text: `${consortium.leadStructure.name} propose à ${structure.name} de répondre ensemble à un appel d’offres.`,
          },
          ...(input.message ? [{ quote: input.message }] : []),
          { action: { label: "Lire l’invitation", path: paths.consortiumInvitation(id) } },
        ]),
      ),
    );
  });
}

/**
 * Takes back an invitation that nobody has answered; those it was sent to are told. Harmless twice.
 *
 * @throws Refusal `forbidden`, `not_found`
 */
export async function withdrawInvitation(actor: Actor, { id, structureId }: SeatInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { consortium } = await enter(tx, actor, "lead", id, now);
    const waiting = { consortiumId: id, structureId, ...WAITING };
    // Of a former member, what it had given hangs on its seat.
    const hasPast = { OR: [{ documents: { some: {} } }, { guests: { some: {} } }] };
    const kept = await tx.consortiumSeat.updateMany({
      where: { AND: [waiting, hasPast] },
      data: { declinedAt: now, reason: "Invitation retirée par le mandataire." },
    });
    const deleted = await tx.consortiumSeat.deleteMany({ where: waiting });
    if (kept.count + deleted.count === 0) return;
    const people = await peopleOf(tx, [structureId], now);
    await notify(
      tx,
      people.map((person) => ({
        personId: person.id,
        kind: "workspace",
        fact: `consortium ${id} invitation withdrawn ${now.toISOString()}`,
        title: `${consortium.leadStructure.name} retire son invitation à répondre ensemble\u202f: «\u202f${consortium.tender.subject}\u202f».`,
        path: paths.consortia,
      })),
      now,
    );
  });
}

/**
 * Takes the seat that was offered, with its parts as they can still be had: of many who want the last of a
 * lot, the database lets in those it holds.
 *
 * @throws Refusal `forbidden`, `not_found`, `changed_meanwhile`, `consortium_parts_at_most_whole`,
 *   `consortium_one_bid_per_lot`
 */
export async function joinConsortium(actor: Actor, input: JoinInput, now: Date): Promise<void> {
  const { id, structureId } = input;
  await db().$transaction(async (tx) => {
    await hold(tx, id);
    const structure = await invited(tx, actor, { id, structureId }, now);
    const offers = await tx.consortiumOffer.findMany({
      where: { consortiumId: id, structureId },
      // Locks of lots are taken in one order.
      orderBy: { lotId: "asc" },
      select: { lotId: true, shareBasisPoints: true },
    });
    const { form, tender } = await tx.consortium.findUniqueOrThrow({
      where: { id },
      select: { form: true, tender: { select: { procedure: true } } },
    });
    mustBeAsRead({ form, parts: offers }, input.terms);
    const { count } = await tx.consortiumSeat.updateMany({
      where: { consortiumId: id, structureId, ...WAITING },
      data: { joinedAt: now, givenStays: input.given === "stays", showsAmount: input.showsAmount },
    });
    if (count === 0) throw noSuchConsortium();
    await tx.consortiumMember.createMany({
      data: offers.map((offer) => ({ ...offer, consortiumId: id, structureId })),
    });
    await tx.consortiumOffer.deleteMany({ where: { consortiumId: id, structureId } });
    await tx.consortiumSeat.updateMany({ where: { consortiumId: id, structureId }, data: { agreedAt: now } });
    await planTasks(tx, { consortiumId: id, structureId, procedure: tender.procedure }, now);
    const text = `${structure.name} rejoint le groupement.`;
    await noteFact(tx, id, text, now);
    const told = { consortiumId: id, fact: `joined ${structureId} ${now.toISOString()}`, title: text };
    await tellMembers(tx, told, actor.kind === "person" ? actor : null, now);
    await recordInWorkspace(tx, id);
  });
}

/** What each member has to do; one that comes back finds what it had done. */
async function planTasks(
  tx: Tx,
  { procedure, consortiumId, structureId }: { procedure: TenderProcedure; consortiumId: string; structureId: string },
  now: Date,
): Promise<void> {
  const own = await tx.consortiumTask.findMany({
    where: { consortiumId, ownerStructureId: structureId },
    take: 1_000,
    select: { title: true },
  });
  const known = new Set(own.map(({ title }) => title));
  await tx.consortiumTask.createMany({
    data: planOf(procedure, { isLead: false })
      .filter(({ title }) => !known.has(title))
      .map((task) => ({ ...task, consortiumId, ownerStructureId: structureId, changedAt: now })),
  });
}

/** Says no; the mandatary reads why. @throws Refusal `forbidden`, `not_found` */
export async function declineInvitation(actor: Actor, { id, structureId, reason }: DeclineInput, now: Date) {
  await db().$transaction(async (tx) => {
    const structure = await invited(tx, actor, { id, structureId }, now);
    const { count } = await tx.consortiumSeat.updateMany({
      where: { consortiumId: id, structureId, ...WAITING },
      data: { declinedAt: now, reason },
    });
    if (count === 0) throw noSuchConsortium();
    const text = `${structure.name} décline l’invitation.`;
    await noteFact(tx, id, text, now);
    const told = { consortiumId: id, fact: `declined ${structureId} ${now.toISOString()}`, title: text };
    await tellMembers(tx, { ...told, path: paths.consortiumMembers(id) }, null, now);
  });
}

async function invited(tx: Tx, actor: Actor, { id, structureId }: SeatInput, now: Date): Promise<{ name: string }> {
  authorize(actor, "join", "ConsortiumSeat", now);
  const seat = await tx.consortiumSeat.findFirst({
    where: {
      AND: [{ consortiumId: id, structureId, ...WAITING }, permitted(actor, "join", "ConsortiumSeat", now)],
      consortium: { state: "building" },
    },
    select: { structure: { select: { name: true } } },
  });
  if (!seat) throw noSuchConsortium();
  return seat.structure;
}
