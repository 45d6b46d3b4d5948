import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { SuspendInput } from "./schema.ts";

/**
 * Gives the administration of the portal to somebody. Harmless twice.
 *
 * @throws Refusal `forbidden`, `unknown_person`, `person_suspended`
 */
export async function grantAdministration(actor: Actor, { personId }: { personId: string }, now: Date): Promise<void> {
  authorize(actor, "administer", "Person", now);
  await db().$transaction(async (tx) => {
    const person = await load(tx, personId);
    if (person.suspension) {
      throw new Refusal(
        "person_suspended",
        "L’accès de cette personne est suspendu\u202f: levez d’abord la suspension.",
      );
    }
    const { count } = await tx.administrator.createMany({ data: { personId, grantedAt: now }, skipDuplicates: true });
    if (count === 0) return;
    await tell(tx, person, "administration-granted", "Vous administrez le portail du club", [
      "L’administration du portail vous est confiée\u202f: les comptes, l’envoi du courrier, le fonctionnement. Elle ne donne aucune voix dans les décisions du club.",
    ]);
    await recordAct(tx, actor, { action: "grant-administration", subject: { kind: "Person", id: personId } });
  });
}

/**
 * Takes it back; harmless twice.
 *
 * @throws Refusal `forbidden`, `unknown_person`, `last_administrator`
 */
export async function withdrawAdministration(
  actor: Actor,
  { personId }: { personId: string },
  now: Date,
): Promise<void> {
  authorize(actor, "administer", "Person", now);
  await db().$transaction(async (tx) => {
    await lockAdministrators(tx);
    const person = await load(tx, personId);
    const { count } = await tx.administrator.deleteMany({ where: { personId } });
    if (count === 0) return;
    await keepAnAdministrator(tx);
    await tell(tx, person, "administration-withdrawn", "Vous n’administrez plus le portail du club", [
      "L’administration du portail vous est retirée. Votre compte et vos autres droits ne changent pas.",
    ]);
    await recordAct(tx, actor, { action: "withdraw-administration", subject: { kind: "Person", id: personId } });
  });
}

/**
 * Closes the door to somebody, at their next request, and tells them why. Harmless twice: the first
 * reason stays.
 *
 * @throws Refusal `forbidden`, `unknown_person`, `own_suspension`, `last_administrator`
 */
export async function suspendPerson(actor: Actor, { personId, reason }: SuspendInput, now: Date): Promise<void> {
  authorize(actor, "suspend", "Person", now);
  if (actor.kind === "person" && actor.personId === personId) {
    throw new Refusal("own_suspension", "Vous ne pouvez pas suspendre votre propre accès.");
  }
  await db().$transaction(async (tx) => {
    await lockAdministrators(tx);
    const person = await load(tx, personId);
    const { count } = await tx.suspension.createMany({
      data: { personId, reason, suspendedAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return;
    if (person.administrator) await keepAnAdministrator(tx);
    await tell(tx, person, "access-suspended", "Votre accès au portail est suspendu", [
      "Votre accès au portail du club est suspendu. La raison donnée\u202f:",
      { quote: reason },
      "Vos données sont conservées. Pour en parler, répondez au comité directeur.",
    ]);
    await recordAct(tx, actor, { action: "suspend-person", subject: { kind: "Person", id: personId } });
  });
}

/** Opens it again; harmless twice. */
export async function liftSuspension(actor: Actor, { personId }: { personId: string }, now: Date): Promise<void> {
  authorize(actor, "suspend", "Person", now);
  await db().$transaction(async (tx) => {
    const person = await load(tx, personId);
    const { count } = await tx.suspension.deleteMany({ where: { personId } });
    if (count === 0) return;
    await tell(tx, person, "access-restored", "Votre accès au portail est rétabli", [
      "La suspension est levée\u202f: vous pouvez de nouveau vous connecter, avec les mêmes identifiants.",
    ]);
    await recordAct(tx, actor, { action: "lift-suspension", subject: { kind: "Person", id: personId } });
  });
}

async function load(tx: Tx, id: string) {
  const person = await tx.person.findUnique({
    where: { id },
    select: {
      id: true,
      email: true,
      firstName: true,
      lastName: true,
      administrator: { select: { personId: true } },
      suspension: { select: { personId: true } },
    },
  });
  if (!person) throw new Refusal("unknown_person", "Cette personne n’existe plus.");
  return person;
}

/** Two withdrawals at once must not each count on the other's administrator. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('administrators'))`;
}

/** @throws Refusal `last_administrator` when nobody who may still come in would be left. */
export async function keepAnAdministrator(tx: Tx): Promise<void> {
  const left = await tx.administrator.count({ where: { person: { suspension: { is: null } } } });
  if (left > 0) return;
  throw new Refusal(
    "last_administrator",
    "C’est la dernière personne qui administre le portail\u202f: nommez d’abord quelqu’un.",
  );
}

async function tell(
  tx: Tx,
  person: { id: string; email: string; firstName: string; lastName: string },
  kind: string,
  subject: string,
  said: (string | { quote: string })[],
): Promise<void> {
  await queueMail(tx, {
    kind,
    to: { address: person.email, name: `${person.firstName} ${person.lastName}`, personId: person.id },
    message: {
      subject,
      greeting: `Bonjour ${person.firstName}`,
      blocks: said.map((one) => (typeof one === "string" ? { text: one } : one)),
      why: "Vous recevez ce message parce que vous avez un compte sur le portail du club.",
    },
    about: { kind: "Person", id: person.id },
  });
}
