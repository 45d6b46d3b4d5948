import "server-only";
import type { MandateFunction } from "#lib/generated/prisma/enums";
import type { Message } from "#lib/mail/message";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { addDays, columnOfDay, type Day, dayOf, dayOfColumn, formatDay } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { inForceOn } from "#lib/platform/in-force";
import { paths } from "#lib/platform/paths";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { officeInWords } from "./labels.ts";
import { BOARD_FUNCTIONS } from "./rules.ts";
import type { AppointInput } from "./schema.ts";

/**
 * Appoints somebody of an active structure, and tells them. With `succeeds`, that mandate of the same
 * office ends the day before. Gives the new mandate's id.
 *
 * @throws Refusal `forbidden`, `not_eligible`, `unknown_office`, `unknown_predecessor`; the rules
 * `mandate_one_lead`, `mandate_one_officer`, `mandate_not_twice`
 */
export async function appointPerson(actor: Actor, input: AppointInput, now: Date): Promise<string> {
  authorize(actor, "appoint", "Mandate", now);
  const { personId, office, startsOn, endsOn = null, succeeds } = input;
  return await db().$transaction(async (tx) => {
    const person = await tx.person.findFirst({
      where: {
        id: personId,
        suspension: { is: null },
        affiliations: { some: { AND: [inForceOn(dayOf(now)), { structure: { status: "active" } }] } },
      },
      select: PERSON,
    });
    if (!person) {
      throw new Refusal("not_eligible", "Cette personne n’appartient à aucune structure active.", "personId");
    }
    const commission = office.commission
      ? await tx.commission.findUnique({ where: { slug: office.commission }, select: { id: true, name: true } })
      : null;
    if (office.commission && !commission) throw new Refusal("unknown_office", "Cette fonction n’existe pas.", "office");
    const held = { function: office.function, commissionId: commission?.id ?? null };
    if (succeeds) await endForSuccessor(tx, actor, { id: succeeds, ...held }, startsOn);
    return await begin(tx, actor, { ...held, person, commission, startsOn, endsOn });
  });
}

/**
 * The operator seats the first president of a new club, from today; from then on the board appoints.
 *
 * @throws Refusal `forbidden`, `unknown_person`, `not_eligible`, `already_presided`
 */
export async function appointFirstPresident(actor: Actor, address: string, now: Date): Promise<void> {
  authorize(actor, "appoint", "Mandate", now);
  const today = dayOf(now);
  const seated = { function: "president" as const, OR: [{ endsOn: null }, { endsOn: { gte: columnOfDay(today) } }] };
  if ((await db().mandate.count({ where: seated })) > 0) {
    throw new Refusal(
      "already_presided",
      "Le club a déjà une présidence\u202f: le comité directeur nomme la suivante.",
    );
  }
  const email = address.trim().toLowerCase();
  const person = await db().person.findUnique({ where: { email }, select: { id: true } });
  if (!person) throw new Refusal("unknown_person", `Personne n’a de compte à l’adresse ${email}.`);
  const office = { function: "president" as const, commission: null };
  await appointPerson(actor, { personId: person.id, office, startsOn: today }, now);
}

/**
 * Ends a mandate on a day, included, earlier than it would have ended, and tells its holder. Rights
 * end with that day. Harmless twice.
 *
 * @throws Refusal `forbidden`, `unknown_mandate`, `not_earlier`; `no_successor` when nobody would preside
 * and nobody said that this is meant; `last_board_mandate` when nobody could appoint any more
 */
export async function endMandate(
  actor: Actor,
  { id, endsOn, confirmed }: { id: string; endsOn: Day; confirmed: boolean },
  now: Date,
): Promise<void> {
  authorize(actor, "appoint", "Mandate", now);
  await db().$transaction(async (tx) => {
    await lockMandateEnds(tx);
    const mandate = await load(tx, id);
    const former = mandate.endsOn && dayOfColumn(mandate.endsOn);
    if (former === endsOn) return;
    if (former !== null && endsOn > former) {
      throw new Refusal("not_earlier", `Ce mandat finit déjà le ${formatDay(former)}.`, "endsOn");
    }
    await tx.mandate.update({ where: { id }, data: { endsOn: columnOfDay(endsOn) }, select: { id: true } });
    if (isOfBoard(mandate.function)) await keepABoard(tx, mandate.function, addDays(endsOn, 1), confirmed);
    await tellEnd(tx, mandate, endsOn);
    await recordAct(tx, actor, {
      action: "end-mandate",
      subject: { kind: "Person", id: mandate.person.id },
      detail: { mandateId: id, function: mandate.function, endsOn },
    });
  });
}

/**
 * A second mandate for the same person, from the day after the first to `endsOn`.
 *
 * @throws Refusal `forbidden`, `unknown_mandate`, `nothing_to_renew`; `mandate_in_order` and its likes
 */
export async function renewMandate(
  actor: Actor,
  { id, endsOn }: { id: string; endsOn: Day },
  now: Date,
): Promise<string> {
  authorize(actor, "appoint", "Mandate", now);
  return await db().$transaction(async (tx) => {
    const mandate = await load(tx, id);
    const former = mandate.endsOn && dayOfColumn(mandate.endsOn);
    if (former === null) throw new Refusal("nothing_to_renew", "Ce mandat n’a pas de fin\u202f: il dure déjà.");
    if (former < dayOf(now)) {
      throw new Refusal("nothing_to_renew", "Ce mandat est terminé\u202f: nommez à nouveau la personne.");
    }
    return await begin(tx, actor, { ...mandate, startsOn: addDays(former, 1), endsOn });
  });
}

/**
 * Takes back an appointment that has not begun, and says so to whoever was appointed.
 *
 * @throws Refusal `forbidden`, `unknown_mandate`, `already_begun`
 */
export async function withdrawAppointment(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  authorize(actor, "appoint", "Mandate", now);
  await db().$transaction(async (tx) => {
    const mandate = await load(tx, id);
    const { count } = await tx.mandate.deleteMany({ where: { id, startsOn: { gt: columnOfDay(dayOf(now)) } } });
    if (count === 0) throw new Refusal("already_begun", "Ce mandat a commencé\u202f: donnez-lui une fin.");
    await tell(tx, mandate, "mandate-withdrawn", {
      subject: "Votre nomination est annulée",
      blocks: [
        {
          text: `Le comité directeur a annulé votre nomination à ${officeOfMandate(mandate)}, qui devait commencer le ${formatDay(dayOfColumn(mandate.startsOn))}.`,
        },
      ],
    });
    await recordAct(tx, actor, {
      action: "withdraw-appointment",
      subject: { kind: "Person", id: mandate.person.id },
      detail: { function: mandate.function, startsOn: dayOfColumn(mandate.startsOn) },
    });
  });
}

const PERSON = { id: true, email: true, firstName: true, lastName: true } as const;

interface Held {
  function: MandateFunction;
  commissionId: string | null;
  commission: { id: string; name: string } | null;
  person: { id: string; email: string; firstName: string; lastName: string };
}

async function load(tx: Tx, id: string): Promise<Held & { startsOn: Date; endsOn: Date | null }> {
  const mandate = await tx.mandate.findUnique({
    where: { id },
    select: {
      function: true,
      commissionId: true,
      startsOn: true,
      endsOn: true,
      commission: { select: { id: true, name: true } },
      person: { select: PERSON },
    },
  });
  if (!mandate) throw new Refusal("unknown_mandate", "Ce mandat n’existe plus.");
  return mandate;
}

async function begin(
  tx: Tx,
  actor: Actor,
  { startsOn, endsOn, ...held }: Held & { startsOn: Day; endsOn: Day | null },
): Promise<string> {
  const { id } = await tx.mandate.create({
    data: {
      personId: held.person.id,
      function: held.function,
      commissionId: held.commissionId,
      startsOn: columnOfDay(startsOn),
      endsOn: endsOn && columnOfDay(endsOn),
    },
    select: { id: true },
  });
  await tell(tx, held, "mandate-appointed", {
    subject: "Le club vous confie un mandat",
    blocks: [
      { text: `Le comité directeur vous confie ${officeOfMandate(held)}.` },
      {
        facts: [
          { term: "Premier jour", value: formatDay(startsOn) },
          { term: "Dernier jour", value: endsOn ? formatDay(endsOn) : "jusqu’à votre remplacement" },
        ],
      },
      { text: "Vos droits dans le portail commencent et finissent avec ce mandat, sans autre formalité." },
      { action: { label: "Ouvrir votre espace", path: paths.memberArea } },
    ],
  });
  await recordAct(tx, actor, {
    action: "appoint-person",
    subject: { kind: "Person", id: held.person.id },
    detail: { mandateId: id, function: held.function, commissionId: held.commissionId, startsOn, endsOn },
  });
  return id;
}

async function endForSuccessor(
  tx: Tx,
  actor: Actor,
  { id, ...office }: { id: string; function: MandateFunction; commissionId: string | null },
  startsOn: Day,
): Promise<void> {
  const former = await load(tx, id);
  if (former.function !== office.function || former.commissionId !== office.commissionId) {
    throw new Refusal("unknown_predecessor", "On succède à quelqu’un dans la même fonction.", "office");
  }
  const lastDay = addDays(startsOn, -1);
  // It ends before by itself: nothing to cut short.
  if (former.endsOn && dayOfColumn(former.endsOn) <= lastDay) return;
  if (lastDay < dayOfColumn(former.startsOn)) {
    throw new Refusal("before_predecessor", "La personne en place n’a pas encore commencé à cette date.", "startsOn");
  }
  await tx.mandate.update({ where: { id }, data: { endsOn: columnOfDay(lastDay) }, select: { id: true } });
  await tellEnd(tx, former, lastDay);
  await recordAct(tx, actor, {
    action: "end-mandate",
    subject: { kind: "Person", id: former.person.id },
    detail: { mandateId: id, function: former.function, endsOn: lastDay },
  });
}

/** Two ends at once must not each count on the other's mandate. */
export async function lockMandateEnds(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('end of mandates'))`;
}

/** @throws Refusal `last_board_mandate`, `no_successor` when nobody would sit on the board, or preside, on `day`. */
export async function keepABoard(tx: Tx, held: MandateFunction, day: Day, confirmed: boolean): Promise<void> {
  const left = await tx.mandate.findMany({
    where: { AND: [{ function: { in: [...BOARD_FUNCTIONS] } }, inForceOn(day)] },
    take: 50,
    select: { function: true },
  });
  if (left.length === 0) {
    throw new Refusal(
      "last_board_mandate",
      "Après ce jour, plus personne ne siégerait au comité directeur\u202f: nommez d’abord quelqu’un.",
      "endsOn",
    );
  }
  if (held === "president" && !confirmed && left.every(({ function: other }) => other !== "president")) {
    throw new Refusal(
      "no_successor",
      "Après ce jour, personne ne préside le club. Nommez un successeur, ou confirmez que c’est voulu.",
      "confirmed",
    );
  }
}

async function tellEnd(tx: Tx, held: Held, lastDay: Day): Promise<void> {
  await tell(tx, held, "mandate-ended", {
    subject: "La fin de votre mandat",
    blocks: [
      {
        text: `Votre mandat pour ${officeOfMandate(held)} prend fin le ${formatDay(lastDay)}, ce jour compris. Les droits qu’il vous donnait s’arrêtent avec lui.`,
      },
      { text: "Merci pour le temps que vous y avez donné." },
    ],
  });
}

async function tell(tx: Tx, held: Held, kind: string, message: Pick<Message, "subject" | "blocks">): Promise<void> {
  const { id, email, firstName, lastName } = held.person;
  await queueMail(tx, {
    kind,
    to: { address: email, name: `${firstName} ${lastName}`, personId: id },
    message: {
      ...message,
      greeting: `Bonjour ${firstName}`,
      why: "Vous recevez ce message parce que le comité directeur a pris une décision qui vous concerne.",
    },
    about: { kind: "Person", id },
  });
}

function officeOfMandate({ function: held, commission }: Held): string {
  return officeInWords(held, commission?.name ?? null);
}

function isOfBoard(held: MandateFunction): boolean {
  return BOARD_FUNCTIONS.some((one) => one === held);
}
