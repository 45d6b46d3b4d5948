import { randomUUID } from "node:crypto";
import { registerForEvent } from "#lib/events/registrations/commands";
import { LINKS } from "#lib/events/registrations/rules";
import { type RegistrationInput, registrationInput } from "#lib/events/registrations/schema";
import { db } from "#lib/platform/db";
import { openedToken } from "#lib/platform/human-form";
import { signedToken } from "#lib/platform/tokens";
import { visitor } from "#lib/policy/actor";

const made: string[] = [];

interface Given {
  startsAt: Date;
  capacity?: number;
  guestsPerMember?: number;
  commissionId?: string;
  /** Null: nobody may register. */
  deadline?: Date | null;
}

/** A public event of a test's own, with its registrations open until it begins. */
export async function addEvent({
  startsAt,
  capacity = 10,
  guestsPerMember = 0,
  commissionId,
  deadline = startsAt,
}: Given) {
  const slug = `rendez-vous-${randomUUID()}`;
  const { id } = await db().event.create({
    data: {
      slug,
      kind: "club_event",
      title: "Rendez-vous d’essai",
      place: "Arras",
      startsAt,
      endsAt: new Date(startsAt.getTime() + 7_200_000),
      commissionId: commissionId ?? null,
      ...(deadline ? { registrationOpening: { create: { capacity, guestsPerMember, deadline } } } : {}),
    },
    select: { id: true },
  });
  made.push(id);
  return { id, slug };
}

/** Takes them all away again: other tests look at the whole agenda. */
export async function removeOwnEvents(): Promise<void> {
  const eventId = { in: made.splice(0) };
  await db().registration.deleteMany({ where: { eventId } });
  await db().event.deleteMany({ where: { id: eventId } });
}

/** What the form of that event sends, opened a minute before `now`; `over` puts something else in its place. */
export function registrationForm(event: string, now: Date, over: Record<string, unknown> = {}): RegistrationInput {
  return registrationInput.parse({
    event,
    firstName: "Ada",
    lastName: "Delcroix",
    email: `${randomUUID()}@visitors.example`,
    organization: "Menuiserie d’essai",
    consent: "on",
    opened: openedToken(new Date(now.getTime() - 60_000)),
    ...over,
  });
}

/** Sends the form as a visitor; gives the address and the token of the row it made. */
export async function fillForm(event: string, now: Date, over: Record<string, unknown> = {}) {
  const input = registrationForm(event, now, over);
  await registerForEvent(visitor, input, { now, address: randomUUID() });
  const row = await db().registration.findFirstOrThrow({
    where: { email: input.email, opening: { event: { slug: event } } },
    select: { id: true },
  });
  return { ...row, email: input.email, token: signedToken(LINKS.own, row.id) };
}
