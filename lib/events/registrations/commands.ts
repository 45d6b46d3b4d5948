import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { mustBeHuman } from "#lib/platform/human-form";
import { tryAgain } from "#lib/platform/throttle";
import { readSignedToken, signedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import type { Actor } from "#lib/policy/actor";
import {
  alreadyLetter,
  cancelledLetter,
  confirmLetter,
  movedLetter,
  movedUpLetter,
  registeredLetter,
  TOLD,
  waitingLetter,
  withdrawnLetter,
} from "./letters/labels.ts";
import { findRegistrationForm } from "./queries.ts";
import { LINKS, movingUp, readAnswers, type Standing, standingOf } from "./rules.ts";
import type { RegistrationInput } from "./schema.ts";

// A training room behind one address still passes; nobody's mailbox is filled by others.
const BY_ADDRESS = { limit: 40, seconds: 3_600 };
const BY_EMAIL = { limit: 5, seconds: 86_400 };
/** How many of a waiting list are looked at when seats become free. */
const MOST_MOVED = 1_000;

/**
 * Takes in the registration of whoever fills the form. A member who is signed in has shown that their
 * address is theirs: they have their seat, or their place in the waiting list, at once, and the token of
 * their own page is given back. Anybody else gets a message first, and holds nothing before they
 * confirm: the answer is the same whether the address was registered or not.
 *
 * @throws Refusal `not_by_a_person`, `too_many`, `registration_closed`, `guests_of_members`, `too_many_guests`, or
 *   what `readAnswers` refuses
 */
export async function registerForEvent(
  actor: Actor,
  input: RegistrationInput,
  { now, address }: { now: Date; address: string },
): Promise<string | null> {
  mustBeHuman(input, now);
  if (address && !(await tryAgain(`registration ${address}`, BY_ADDRESS, now))) {
    throw new Refusal("too_many", "Beaucoup d’inscriptions sont parties d’ici\u202f: réessayez dans une heure.");
  }
  const form = await findRegistrationForm(actor, input.event, now);
  const standing = form ? standingOf(form, now) : "not_open";
  if (standing !== "open" && standing !== "full") throw closed(standing);
  if (!form?.registrationOpening) throw closed("not_open");
  const { guestsPerMember, questions } = form.registrationOpening;
  const member = actor.kind === "person" && actor.email === input.email ? actor : null;
  const structure = member?.actingFor?.isActive ? member.actingFor : null;
  mustBringAllowedGuests(input.guests, structure !== null, guestsPerMember);
  const answers = readAnswers(questions, input.answers);
  // Nobody is told that a mailbox has had enough: it would say that somebody registered.
  if (!member && !(await tryAgain(`registration of ${input.email}`, BY_EMAIL, now))) return null;

  return db().$transaction(async (tx) => {
    const seats = await lockSeats(tx, form.id);
    // It may have moved, or been cancelled, since the form was read.
    const event = await loadComing(tx, form.id, now);
    const eventId_email = { eventId: event.id, email: input.email };
    const known = await tx.registration.findUnique({ where: { eventId_email }, select: REGISTRANT });
    if (known && (known.state === "registered" || known.state === "waiting")) {
      if (!member) await queueMail(tx, alreadyLetter(event, known));
      return member && signedToken(LINKS.own, known.id);
    }
    const told = {
      firstName: input.firstName,
      lastName: input.lastName,
      organization: input.organization ?? structure?.name ?? null,
      guests: input.guests,
      personId: member?.personId ?? null,
      structureId: structure?.id ?? null,
      submittedAt: now,
      state: "unconfirmed" as const,
      confirmedAt: null,
      withdrawnAt: null,
      movedUpAt: null,
    };
    const registrant = await tx.registration.upsert({
      where: { eventId_email },
      create: { ...told, ...eventId_email },
      update: told,
      select: REGISTRANT,
    });
    await tx.registrationAnswer.deleteMany({ where: { registrationId: registrant.id } });
    await tx.registrationAnswer.createMany({
      data: answers.map((answer) => ({ ...answer, registrationId: registrant.id })),
    });
    if (member) await seat(tx, event, registrant, seats, now);
    else await queueMail(tx, confirmLetter(event, registrant));
    return member && signedToken(LINKS.own, registrant.id);
  });
}

function mustBringAllowedGuests(guests: number, isMember: boolean, most: number): void {
  if (guests === 0) return;
  if (!isMember) {
    throw new Refusal("guests_of_members", "Seuls les adhérents connectés viennent avec des invités.", "guests");
  }
  if (guests > most) throw new Refusal("too_many_guests", `${most} au plus, pour que chacun ait une place.`, "guests");
}

/**
 * Gives whoever confirms their address a seat, or the next place in the waiting list. A second
 * confirmation changes nothing. Possible until the event begins, also past the deadline: they asked in time.
 *
 * @throws Refusal `wrong_link`, `registration_closed`
 */
export async function confirmRegistration(token: string, now: Date): Promise<void> {
  const { id, eventId } = await findByLink(token);
  await db().$transaction(async (tx) => {
    const seats = await lockSeats(tx, eventId);
    const registrant = await tx.registration.findUniqueOrThrow({ where: { id }, select: REGISTRANT });
    if (registrant.state !== "unconfirmed") return;
    await seat(tx, await loadComing(tx, eventId, now), registrant, seats, now);
  });
}

/**
 * Gives a place back, by the link of one's own registration; whoever waits and fits has it in the same
 * transaction. Harmless twice.
 *
 * @throws Refusal `wrong_link`, `registration_closed`
 */
export async function withdrawRegistration(token: string, now: Date): Promise<void> {
  const { id, eventId } = await findByLink(token);
  await db().$transaction((tx) => giveBack(tx, { id, eventId }, now));
}

/** The same, in the transaction of whoever may do it. */
export async function giveBack(tx: Tx, { id, eventId }: { id: string; eventId: string }, now: Date): Promise<void> {
  await lockSeats(tx, eventId);
  const registrant = await tx.registration.findUniqueOrThrow({ where: { id }, select: REGISTRANT });
  if (registrant.state !== "registered" && registrant.state !== "waiting") return;
  const event = await loadComing(tx, eventId, now);
  await tx.registration.update({
    where: { id },
    data: { state: "withdrawn", withdrawnAt: now, presentAt: null },
    select: { id: true },
  });
  await queueMail(tx, withdrawnLetter(event, registrant, registrant.state === "registered", now));
  await moveUp(tx, eventId, now);
}

/** Gives the seats that are free to those who wait, in their order, and tells them. Nothing once the event is over. */
export async function moveUp(tx: Tx, eventId: string, now: Date): Promise<void> {
  const { free } = await lockSeats(tx, eventId);
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: TOLD });
  if (free === 0 || event.cancellation || event.startsAt <= now) return;
  const waiting = await tx.registration.findMany({
    where: { eventId, state: "waiting" },
    orderBy: [{ confirmedAt: "asc" }, { id: "asc" }],
    take: MOST_MOVED,
    select: REGISTRANT,
  });
  const lucky = movingUp(waiting, free);
  await tx.registration.updateMany({
    where: { id: { in: lucky.map(({ id }) => id) } },
    data: { state: "registered", movedUpAt: now },
  });
  await queueMail(tx, ...lucky.map((registrant) => movedUpLetter(event, registrant, now)));
}

/**
 * Tells all who registered of what becomes of an event, in the transaction that decides it; none when nobody did.
 * Whoever is confirming at the same moment is waited for, and told; whoever comes after reads what was decided.
 */
export async function tellRegistrants(
  tx: Tx,
  eventId: string,
  news: { kind: "moved"; words: string } | { kind: "cancelled"; reason: string },
  now: Date,
): Promise<void> {
  await holdSeats(tx, eventId);
  const registrants = await tx.registration.findMany({
    where: { eventId, state: { in: ["registered", "waiting"] } },
    orderBy: { id: "asc" },
    select: REGISTRANT,
  });
  if (registrants.length === 0) return;
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: TOLD });
  await queueMail(
    tx,
    ...registrants.map((registrant) =>
      news.kind === "moved"
        ? movedLetter(event, registrant, news.words, registrant.state === "registered", now)
        : cancelledLetter(event, registrant, news.reason, registrant.state === "registered", now),
    ),
  );
}

const REGISTRANT = {
  id: true,
  state: true,
  firstName: true,
  lastName: true,
  email: true,
  guests: true,
  personId: true,
} as const;

type Told = Awaited<ReturnType<typeof loadComing>>;

async function seat(
  tx: Tx,
  event: Told,
  registrant: {
    id: string;
    firstName: string;
    lastName: string;
    email: string;
    guests: number;
    personId: string | null;
  },
  { free }: { free: number },
  now: Date,
): Promise<void> {
  const state = 1 + registrant.guests <= free ? ("registered" as const) : ("waiting" as const);
  await tx.registration.update({
    where: { id: registrant.id },
    data: { state, confirmedAt: now },
    select: { id: true },
  });
  await queueMail(
    tx,
    state === "registered" ? registeredLetter(event, registrant, now) : waitingLetter(event, registrant),
  );
}

/** Holds the seats of an event until the end of the transaction, before any registration of it: all who give or take one queue here. */
async function lockSeats(tx: Tx, eventId: string): Promise<{ free: number }> {
  const seats = await holdSeats(tx, eventId);
  if (!seats) throw closed("not_open");
  return seats;
}

/** The same for an event that may have none. */
async function holdSeats(tx: Tx, eventId: string): Promise<{ free: number } | undefined> {
  const [row] = await tx.$queryRaw<{ free: number }[]>`
    SELECT capacity - taken AS free FROM registration_opening WHERE "eventId" = ${eventId}::uuid FOR UPDATE`;
  return row;
}

async function loadComing(tx: Tx, eventId: string, now: Date) {
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: TOLD });
  if (event.cancellation) throw closed("cancelled");
  if (event.startsAt <= now) throw closed("over");
  return event;
}

async function findByLink(token: string): Promise<{ id: string; eventId: string }> {
  const id = readSignedToken(LINKS.own, token);
  const found =
    id && isUuid(id)
      ? await db().registration.findUnique({ where: { id }, select: { id: true, eventId: true } })
      : null;
  if (!found) throw new Refusal("wrong_link", "Ce lien n’est pas complet, ou l’inscription a été effacée.");
  return found;
}

type Closed = Exclude<Standing, "open" | "full">;

const WHY_CLOSED: Record<Closed, string> = {
  not_open: "Ce rendez-vous n’a pas d’inscriptions ouvertes.",
  closed: "La date limite d’inscription est passée.",
  over: "Ce rendez-vous a déjà commencé.",
  cancelled: "Ce rendez-vous est annulé.",
};

function closed(standing: Closed): Refusal {
  return new Refusal("registration_closed", WHY_CLOSED[standing]);
}
