import "server-only";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";
import { isSlug } from "#lib/platform/slug";
import { readSignedToken, signedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { readable } from "#lib/policy/ability";
import { type Actor, visitor } from "#lib/policy/actor";
import { TOLD } from "./letters/labels.ts";
import { LINKS } from "./rules.ts";

const OPENING = { select: { capacity: true, taken: true, deadline: true, guestsPerMember: true } } as const;

/** What the page of an event says of its registrations; null when they were never opened. For everybody. */
export async function findOpening(slug: string, now: Date) {
  readTag("event", "registration_opening");
  return await db().registrationOpening.findFirst({
    where: { event: { AND: [{ slug }, readable(visitor, "Event", now)] } },
    ...OPENING,
  });
}

/**
 * The form of an event that anybody may read; of whoever is signed in, their name and the token of their
 * own registration. Null when there is no such event.
 */
export async function findRegistrationForm(actor: Actor, slug: string, now: Date) {
  if (!isSlug(slug)) return null;
  const event = await db().event.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ slug }, readable(visitor, "Event", now)] },
    select: {
      ...TOLD,
      registrationOpening: {
        select: {
          ...OPENING.select,
          questions: {
            orderBy: { position: "asc" },
            select: { id: true, label: true, kind: true, options: true, isRequired: true },
          },
        },
      },
    },
  });
  if (!event || actor.kind !== "person") return event && { ...event, person: null, own: null };
  const [person, own] = await Promise.all([
    db().person.findUnique({ where: { id: actor.personId }, select: { firstName: true, lastName: true, email: true } }),
    db().registration.findUnique({
      where: { eventId_email: { eventId: event.id, email: actor.email }, state: { in: ["registered", "waiting"] } },
      select: { id: true },
    }),
  ]);
  return { ...event, person, own: own && signedToken(LINKS.own, own.id) };
}

export type RegistrationForm = NonNullable<
  NonNullable<Awaited<ReturnType<typeof findRegistrationForm>>>["registrationOpening"]
>;

/** A registration as whoever holds its link sees it; null when the link is altered or it was erased. */
export async function findOwnRegistration(token: string) {
  const id = readSignedToken(LINKS.own, token);
  if (!id || !isUuid(id)) return null;
  const found = await db().registration.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      id: true,
      eventId: true,
      state: true,
      firstName: true,
      lastName: true,
      email: true,
      organization: true,
      guests: true,
      confirmedAt: true,
      opening: { select: { event: { select: TOLD } } },
      answers: {
        orderBy: { question: { position: "asc" } },
        select: { value: true, question: { select: { label: true } } },
      },
    },
  });
  if (!found) return null;
  const { opening, ...registration } = found;
  return { ...registration, event: opening.event, ahead: await countAhead(registration) };
}

/** How many wait before them. */
async function countAhead({
  eventId,
  state,
  confirmedAt,
}: {
  eventId: string;
  state: string;
  confirmedAt: Date | null;
}) {
  if (state !== "waiting" || !confirmedAt) return 0;
  return await db().registration.count({ where: { eventId, state: "waiting", confirmedAt: { lt: confirmedAt } } });
}

/** What an application is filled with after a visit; null when the link is altered or the registration erased. */
export async function findVisit(token: string) {
  const id = readSignedToken(LINKS.visit, token);
  if (!id || !isUuid(id)) return null;
  return await db().registration.findUnique({
    where: { id, presentAt: { not: null } },
    select: {
      firstName: true,
      lastName: true,
      email: true,
      organization: true,
      opening: { select: { event: { select: { title: true } } } },
    },
  });
}
