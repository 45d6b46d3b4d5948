import "server-only";
import type { ApplicationState } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { permitted } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";
import { DEFAULT_REFUSAL, OPEN_STATES } from "../rules.ts";

const PER_PAGE = 50;

/** An offer of the actor's structure, with how many applications stand where; null when it is not theirs. */
export async function findReviewedOffer(actor: PersonActor, internshipId: string, now: Date) {
  if (!isUuid(internshipId)) return null;
  const received = { AND: [{ internshipId }, permitted(actor, "answer", "InternshipApplication", now)] };
  const [offer, groups, takenByErased] = await Promise.all([
    db().internship.findFirst({
      where: { AND: [{ id: internshipId }, permitted(actor, "publish", "Internship", now)] },
      select: {
        id: true,
        slug: true,
        title: true,
        places: true,
        answerBy: true,
        applyBefore: true,
        closedAt: true,
        structure: { select: { id: true, name: true } },
      },
    }),
    db().internshipApplication.groupBy({ by: ["state"], where: received, _count: true }),
    db().internshipApplication.count({ where: { internshipId, state: "accepted" } }),
  ]);
  if (!offer) return null;
  const counts: Partial<Record<ApplicationState, number>> = Object.fromEntries(
    groups.map(({ state, _count }) => [state, _count]),
  );
  return { ...offer, counts, placesLeft: Math.max(0, offer.places - takenByErased) };
}

/** A page of the applications to one offer, in one state or in all, those that wait first; from page 1. */
export async function listReceived(
  actor: PersonActor,
  { internshipId, state, page }: { internshipId: string; state?: ApplicationState | undefined; page: number },
  now: Date,
) {
  const rows = await db().internshipApplication.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [{ internshipId }, permitted(actor, "answer", "InternshipApplication", now), state ? { state } : {}],
    },
    // The states' own order is that of the work.
    orderBy: [{ state: "asc" }, { sentAt: "asc" }, { id: "asc" }],
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
    select: {
      id: true,
      state: true,
      sentAt: true,
      readAt: true,
      nudgedAt: true,
      student: {
        select: {
          diploma: true,
          schoolName: true,
          school: { select: { name: true } },
          person: { select: { firstName: true, lastName: true } },
        },
      },
      _count: { select: { notes: true } },
    },
  });
  return { items: rows.slice(0, PER_PAGE), hasMore: rows.length > PER_PAGE };
}
export type ReceivedLine = Awaited<ReturnType<typeof listReceived>>["items"][number];

/** One application as its company reads it; null when it is not addressed to it. */
export async function findReceived(actor: PersonActor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  return await db().internshipApplication.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id }, permitted(actor, "answer", "InternshipApplication", now)] },
    select: {
      id: true,
      state: true,
      message: true,
      sentAt: true,
      readAt: true,
      nudgedAt: true,
      endedAt: true,
      refusedBecause: true,
      cvId: true,
      notes: {
        orderBy: { writtenAt: "asc" },
        take: 100,
        select: { id: true, text: true, writtenAt: true, author: { select: { firstName: true, lastName: true } } },
      },
      slots: {
        orderBy: { startsAt: "asc" },
        take: 20,
        select: { id: true, startsAt: true, endsAt: true, place: true, chosenAt: true },
      },
      internship: { select: { id: true, title: true, answerBy: true, startsOn: true, endsOn: true } },
      student: {
        select: {
          diploma: true,
          level: true,
          schoolName: true,
          availableFrom: true,
          availableTo: true,
          skills: true,
          links: true,
          school: { select: { name: true } },
          commune: { select: { name: true } },
          person: { select: { firstName: true, lastName: true, email: true } },
        },
      },
    },
  });
}
export type Received = NonNullable<Awaited<ReturnType<typeof findReceived>>>;

/** Those of these applications that can still be refused, with the names their refusal would bear. */
export async function listRefusable(actor: PersonActor, internshipId: string, ids: string[], now: Date) {
  if (!isUuid(internshipId)) return [];
  const rows = await db().internshipApplication.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        { internshipId, id: { in: ids.filter(isUuid) }, state: { in: [...OPEN_STATES] } },
        permitted(actor, "answer", "InternshipApplication", now),
      ],
    },
    orderBy: [{ sentAt: "asc" }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      internship: { select: { title: true } },
      structure: { select: { name: true } },
      student: { select: { person: { select: { firstName: true, lastName: true } } } },
    },
  });
  return rows.map(({ id, internship, structure, student }) => ({
    id,
    title: internship.title,
    structure: structure.name,
    firstName: student?.person.firstName ?? "",
    lastName: student?.person.lastName ?? "",
  }));
}

/** The words with which the structure says no, as it last left them, or the portal's own. */
export async function getRefusalTemplate(actor: Actor, structureId: string, now: Date): Promise<string> {
  const kept = await db().refusalTemplate.findFirst({
    where: { structureId, structure: permitted(actor, "update", "Structure", now) },
    select: { text: true },
  });
  return kept?.text ?? DEFAULT_REFUSAL;
}
