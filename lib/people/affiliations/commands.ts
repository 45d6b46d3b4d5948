import "server-only";
import type { Message } from "#lib/mail/message";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { addDays, columnOfDay, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { NotedRefusal, Refusal } from "#lib/platform/errors";
import { of } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { permitted } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";
import type { IntroduceInput, RoleInput } from "./schema.ts";

/**
 * Makes somebody of the structure a référent, or no longer one.
 *
 * @throws Refusal `not_there`; broken constraint `structure_keeps_a_referent`
 */
export async function changeRole(actor: Actor, { id, role }: RoleInput, now: Date): Promise<void> {
  const { structureId, person, structure } = await findPlace(actor, id, now);
  await db().$transaction(async (tx) => {
    await holdPeople(tx, structureId);
    await setRole(tx, id, role);
    await recordAct(tx, actor, {
      action: "change-role",
      subject: { kind: "Structure", id: structureId },
      detail: { personId: person.id, role },
    });
    if (role === "primary_contact") await tell(tx, person, structureId, namedReferent(structure.name));
  });
}

/**
 * Passes one's own role of référent on: the other takes it, one stays as a colleague.
 *
 * @throws Refusal `not_there`, `not_referent`
 */
export async function handOver(actor: PersonActor, { id }: { id: string }, now: Date): Promise<void> {
  const { structureId, person, structure } = await findPlace(actor, id, now);
  await db().$transaction(async (tx) => {
    await holdPeople(tx, structureId);
    await setRole(tx, id, "primary_contact");
    const { count } = await tx.affiliation.updateMany({
      where: { structureId, personId: actor.personId, endsOn: null, role: "primary_contact", NOT: { id } },
      data: { role: "colleague" },
    });
    if (count === 0) throw new Refusal("not_referent", "Vous n’êtes pas référent de cette structure.");
    await recordAct(tx, actor, {
      action: "hand-over",
      subject: { kind: "Structure", id: structureId },
      detail: { personId: person.id },
    });
    await tell(tx, person, structureId, namedReferent(structure.name));
  });
}

/**
 * Ends somebody's place in the structure: their rights for it are gone at their next click, their
 * account and their history stay.
 *
 * @throws Refusal `not_there`; broken constraint `structure_keeps_a_referent`
 */
export async function removePerson(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  const { structureId, person, structure } = await findPlace(actor, id, now);
  await db().$transaction(async (tx) => {
    await holdPeople(tx, structureId);
    await endPlace(tx, id, now);
    await recordAct(tx, actor, {
      action: "remove-person",
      subject: { kind: "Structure", id: structureId },
      detail: { personId: person.id },
    });
    await tell(tx, person, structureId, {
      subject: `Vous ne représentez plus ${structure.name}`,
      text: `Un référent ${of(structure.name)} a mis fin à votre rattachement. Votre compte reste le vôtre, avec son historique.`,
    });
  });
}

/**
 * One leaves a structure by oneself.
 *
 * @throws Refusal `not_there`; broken constraint `structure_keeps_a_referent` for the last référent
 */
export async function leaveStructure(
  actor: PersonActor,
  { structureId }: { structureId: string },
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await holdPeople(tx, structureId);
    const own = await tx.affiliation.findFirst({
      where: { structureId, personId: actor.personId, endsOn: null },
      select: { id: true },
    });
    if (!own) throw notThere();
    await endPlace(tx, own.id, now);
    await recordAct(tx, actor, { action: "leave-structure", subject: { kind: "Structure", id: structureId } });
  });
}

/**
 * Says how one is named for a structure (position), and who may see it: a page names nobody by itself.
 *
 * @throws Refusal `not_there`
 */
export async function introduceMyself(
  actor: PersonActor,
  { structureId, position, visibility }: IntroduceInput,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.affiliation.updateMany({
      where: { structureId, personId: actor.personId, endsOn: null },
      data: { position: position ?? null, visibility },
    });
    if (count === 0) throw notThere();
    await recordAct(tx, actor, {
      action: "choose-visibility",
      subject: { kind: "Structure", id: structureId },
      detail: { visibility },
    });
  });
}

/**
 * From now on one acts in this structure's name, in this browser. Checked again at each request: a
 * place that ends takes the choice with it.
 *
 * @throws Refusal `forbidden` for a structure that is not one's own
 */
export async function actFor(actor: PersonActor, { structureId }: { structureId: string }): Promise<void> {
  if (!actor.structures.some(({ id }) => id === structureId)) {
    await recordAct(db(), actor, {
      action: "refuse-structure",
      subject: { kind: "Structure", id: structureId },
      detail: { intention: "act-for" },
    });
    throw new NotedRefusal("forbidden", "Vous n’appartenez pas à cette structure. Rien n’a changé.");
  }
  await db().session.update({
    where: { id: actor.sessionId },
    data: { actingForId: structureId },
    select: { id: true },
  });
}

/** The place of somebody in a structure whose people `actor` may decide on. */
async function findPlace(actor: Actor, id: string, now: Date) {
  const place = await db().affiliation.findFirst({
    where: { id, endsOn: null, structure: permitted(actor, "staff", "Structure", now) },
    select: {
      structureId: true,
      person: { select: { id: true, email: true, firstName: true } },
      structure: { select: { name: true } },
    },
  });
  if (place) return place;
  await recordAct(db(), actor, { action: "refuse-person", subject: { kind: "Affiliation", id } });
  throw notThere();
}

/** Whoever changes the people of a structure waits for whoever began before (see `structure_keeps_a_referent`). */
async function holdPeople(tx: Tx, structureId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM structure WHERE id = ${structureId}::uuid FOR NO KEY UPDATE`;
}

async function setRole(tx: Tx, id: string, role: RoleInput["role"]): Promise<void> {
  const { count } = await tx.affiliation.updateMany({ where: { id, endsOn: null }, data: { role } });
  if (count === 0) throw notThere();
}

/** The last day is yesterday, so that it ends now; a place of today only was none. */
async function endPlace(tx: Tx, id: string, now: Date): Promise<void> {
  const today = dayOf(now);
  const { count: undone } = await tx.affiliation.deleteMany({
    where: { id, endsOn: null, startsOn: { gte: columnOfDay(today) } },
  });
  const { count } = await tx.affiliation.updateMany({
    where: { id, endsOn: null },
    data: { endsOn: columnOfDay(addDays(today, -1)) },
  });
  if (undone + count === 0) throw notThere();
}

function notThere(): Refusal {
  return new Refusal("not_there", "Cette personne n’appartient pas, ou plus, à la structure.");
}

function namedReferent(structure: string) {
  return {
    subject: `Vous êtes référent de ${structure}`,
    text: `Vous pouvez désormais inviter, retirer et nommer les personnes de ${structure}.`,
  };
}

async function tell(
  tx: Tx,
  person: { id: string; email: string; firstName: string },
  structureId: string,
  { subject, text }: { subject: string; text: string },
): Promise<void> {
  const message: Message = {
    subject,
    greeting: `Bonjour ${person.firstName}`,
    blocks: [{ text }, { action: { label: "Ouvrir votre espace", path: paths.memberArea } }],
    why: "Vous recevez ce message parce que votre rattachement à une structure du club a changé.",
  };
  await queueMail(tx, {
    kind: "affiliation-changed",
    to: { address: person.email, personId: person.id },
    about: { kind: "Structure", id: structureId },
    message,
  });
}
