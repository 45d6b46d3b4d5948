import "server-only";
import type { ConsortiumForm } from "#lib/generated/prisma/enums";
import type { OutgoingMail } from "#lib/mail/outbox";
import { notify } from "#lib/notices/commands";
import { speakingOn } from "#lib/people/affiliations/rules";
import { recordAct } from "#lib/platform/audit";
import { dayOf } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { tryAgain } from "#lib/platform/throttle";
import { fingerprintOf } from "#lib/platform/tokens";
import { authorize, permitted } from "#lib/policy/ability";
import { type Actor, type PersonActor, system } from "#lib/policy/actor";
import { seatOf } from "./rules.ts";

// Nobody makes the portal write to members all day long: neither to one of them, nor to all.
const INVITATIONS_TO_ONE = { limit: 5, seconds: 86_400 };
const INVITATIONS = { limit: 150, seconds: 86_400 };

/** Whoever has no right to it learns nothing, not even that it exists. */
export function noSuchConsortium(): Refusal {
  return new Refusal("not_found", "Ce groupement n’existe pas, ou vous n’en êtes pas.");
}

/**
 * Goes into a workspace to change something there, in the transaction that does: who, in which seat.
 *
 * @throws Refusal `forbidden`, `not_found`
 */
export async function enter(tx: Tx, actor: Actor, intention: "update" | "lead", id: string, now: Date) {
  authorize(actor, intention, "Consortium", now);
  const consortium = await tx.consortium.findFirst({
    where: { AND: [{ id }, permitted(actor, intention, "Consortium", now)] },
    select: {
      id: true,
      state: true,
      form: true,
      leadStructureId: true,
      tender: { select: { id: true, subject: true, buyer: true, respondBefore: true, withdrawnAt: true } },
      leadStructure: { select: { name: true } },
    },
  });
  const person = actor.kind === "person" ? actor : null;
  const seat = person && seatOf(person, id);
  if (!consortium || !person || !seat) throw noSuchConsortium();
  const structure = person.structures.find((own) => own.id === seat.structureId);
  return { consortium, person, structureId: seat.structureId, structureName: structure?.name ?? "" };
}

/**
 * Holds a consortium until the transaction is over: seats, parts and terms are read and changed one behind the
 * other (the database takes a share of this row for each of them).
 */
export async function hold(tx: Tx, consortiumId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM consortium WHERE id = ${consortiumId}::uuid FOR NO KEY UPDATE`;
}

/** What a structure agrees to: how members are bound, and its own parts. */
export interface Terms {
  form: ConsortiumForm;
  parts: { lotId: string; shareBasisPoints: number }[];
}

/** Sent with an agreement, so that nobody agrees to terms other than those they read. */
export function fingerprintOfTerms({ form, parts }: Terms): string {
  const lines = parts.map(({ lotId, shareBasisPoints }) => `${lotId} ${shareBasisPoints}`).sort();
  return fingerprintOf([form, ...lines].join("\n"));
}

/** @throws Refusal `changed_meanwhile` when the terms are no longer those that were read */
export function mustBeAsRead(terms: Terms, read: string): void {
  if (fingerprintOfTerms(terms) === read) return;
  throw new Refusal(
    "changed_meanwhile",
    "Les conditions ont changé depuis que vous avez ouvert cette page\u202f: relisez-les avant de donner votre accord.",
  );
}

/** Adds a fact to the workspace's log, in words that name structures and no person. */
export async function noteFact(tx: Tx, consortiumId: string, text: string, now: Date): Promise<void> {
  await tx.consortiumEntry.create({ data: { consortiumId, kind: "fact", text, at: now }, select: { id: true } });
}

/**
 * Leaves in the club's own log that something happened in some workspace, neither what nor by whom: board
 * and administrators read that log, and may be rivals.
 */
export async function recordInWorkspace(tx: Tx, consortiumId: string): Promise<void> {
  await recordAct(tx, system, { action: "change-workspace", subject: { kind: "Consortium", id: consortiumId } });
}

interface Told {
  consortiumId: string;
  /** Names the fact within the consortium: the same person is told of it once. */
  fact: string;
  title: string;
  path?: string;
}

/** Tells the people of its members, but not whoever did it. */
export async function tellMembers(
  tx: Tx,
  { consortiumId, fact, title, path = paths.consortium(consortiumId) }: Told,
  by: PersonActor | null,
  now: Date,
): Promise<void> {
  const seats = await tx.consortiumSeat.findMany({
    where: { consortiumId, joinedAt: { not: null }, leftAt: null },
    select: { structureId: true },
    take: 100,
  });
  const people = await peopleOf(
    tx,
    seats.map(({ structureId }) => structureId),
    now,
  );
  await notify(
    tx,
    people
      .filter(({ id }) => id !== by?.personId)
      .map(({ id }) => ({
        personId: id,
        kind: "workspace",
        fact: `consortium ${consortiumId} ${fact}`,
        title,
        path,
      })),
    now,
  );
}

/**
 * Counts one more invitation out of a workspace: of a structure on a day, and to one and the same on a day.
 *
 * @throws Refusal `too_many_invitations`
 */
export async function mayStillInvite(actor: Actor, id: string, { to, field }: Invited, now: Date): Promise<void> {
  const seat = actor.kind === "person" ? seatOf(actor, id) : null;
  // Whoever has no seat is refused by the command itself.
  if (!seat) return;
  const isWithin =
    (await tryAgain(`workspace invitation ${id} ${to}`, INVITATIONS_TO_ONE, now)) &&
    (await tryAgain(`workspace invitations ${seat.structureId}`, INVITATIONS, now));
  if (isWithin) return;
  throw new Refusal("too_many_invitations", "Trop d’invitations en un jour\u202f: reprenez demain.", field);
}

interface Invited {
  /** A structure's id or an address. */
  to: string;
  /** The form's. */
  field: string;
}

/** Who speaks today for these structures, once for each. */
export async function peopleOf(tx: Tx, structureIds: string[], now: Date) {
  const rows = await tx.affiliation.findMany({
    where: {
      structureId: { in: structureIds },
      // Who is no more of the club is let out at once, of what is told too.
      structure: { status: "active" },
      ...speakingOn(dayOf(now)),
    },
    // Once for each structure that they speak for.
    distinct: ["personId", "structureId"],
    orderBy: [{ personId: "asc" }, { structureId: "asc" }],
    take: 1_000,
    select: {
      structureId: true,
      role: true,
      person: { select: { id: true, email: true, firstName: true, lastName: true } },
    },
  });
  return rows.map(({ person, structureId, role }) => ({ ...person, structureId, role }));
}
export type Somebody = Awaited<ReturnType<typeof peopleOf>>[number];

/**
 * A message of a workspace. Its subject says nothing of which one, nor of what for: the log of messages is
 * read by the board, and by rivals in it.
 */
export function workspaceMail(
  to: Pick<Somebody, "id" | "email" | "firstName" | "lastName">,
  subject: string,
  blocks: OutgoingMail["message"]["blocks"],
): OutgoingMail {
  return {
    kind: "workspace",
    to: { address: to.email, name: `${to.firstName} ${to.lastName}`, personId: to.id },
    message: {
      subject,
      greeting: `Bonjour ${to.firstName}`,
      blocks,
      why: "Vous recevez ce message parce qu’une réponse commune à un appel d’offres vous concerne.",
    },
  };
}
