import "server-only";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

const EVENT_NAMED = { slug: true, title: true, startsAt: true, visibility: true } as const;

/** What meetings made of an expectation, among what `actor` may read: agendas, decisions, actions. */
export async function listOutcomes(actor: Actor, expectationId: string, now: Date) {
  const [meetings, decisions, actions] = await Promise.all([
    meetingsAbout(actor, expectationId, now),
    decisionsAbout(actor, expectationId, now),
    actionsAbout(actor, expectationId, now),
  ]);
  return { meetings, decisions, actions };
}

/** The meetings that have it on their agenda, among those `actor` may know of. */
function meetingsAbout(actor: Actor, expectationId: string, now: Date) {
  return db().event.findMany({
    where: {
      AND: [
        { meeting: { agendaItems: { some: { expectationId } } }, cancellation: { is: null } },
        readable(actor, "Event", now),
      ],
    },
    select: EVENT_NAMED,
    orderBy: { startsAt: "desc" },
    take: 50,
  });
}

/** The decisions its answers cite, and those taken where an agenda took it up, among those `actor` may read. */
function decisionsAbout(actor: Actor, expectationId: string, now: Date) {
  return db().decision.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        { OR: [{ expectationSteps: { some: { expectationId } } }, { expectationId }] },
        readable(actor, "Decision", now),
      ],
    },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      title: true,
      expectationId: true,
      meeting: { select: { event: { select: EVENT_NAMED } } },
    },
    take: 50,
  });
}

/** What somebody took on where an agenda took it up, in the minutes `actor` may read. */
function actionsAbout(actor: Actor, expectationId: string, now: Date) {
  return db().actionItem.findMany({
    relationLoadStrategy: "join",
    where: { expectationId, meeting: { minutes: { is: readable(actor, "Minutes", now) } } },
    select: {
      id: true,
      text: true,
      dueOn: true,
      doneAt: true,
      meeting: { select: { event: { select: EVENT_NAMED } } },
    },
    orderBy: { id: "asc" },
    take: 50,
  });
}
