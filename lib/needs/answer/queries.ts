import "server-only";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { introductionOf, MOST_STRUCTURES } from "../rules.ts";

const PER_PAGE = 25;

/** The needs put before the actor's structures, those to answer first, then the latest; from page 1. */
export async function listNeedsForMe(actor: Actor, page: number, now: Date) {
  const rows = await db().introduction.findMany({
    relationLoadStrategy: "join",
    where: readable(actor, "Introduction", now),
    orderBy: [{ state: "asc" }, { proposedAt: "desc" }, { needId: "desc" }],
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
    select: {
      needId: true,
      state: true,
      proposedAt: true,
      dueAt: true,
      structure: { select: { name: true } },
      need: { select: { text: true, city: true, delay: true, budget: true, closedAt: true } },
    },
  });
  return { items: rows.slice(0, PER_PAGE), hasMore: rows.length > PER_PAGE };
}

/**
 * One need put before the actor's structure, the one they act for if several were asked, with the talk. The buyer's contact is there only once
 * the member said it is interested. Null when it is not theirs.
 */
export async function findNeedForMe(actor: Actor, needId: string, now: Date) {
  if (!isUuid(needId)) return null;
  const rows = await db().introduction.findMany({
    relationLoadStrategy: "join",
    where: { AND: [{ needId }, readable(actor, "Introduction", now)] },
    orderBy: { structureId: "asc" },
    take: MOST_STRUCTURES,
    select: {
      structureId: true,
      state: true,
      proposedAt: true,
      dueAt: true,
      answeredAt: true,
      promisedOn: true,
      declineReason: true,
      structure: { select: { name: true } },
      messages: {
        orderBy: { createdAt: "asc" },
        take: 200,
        select: { id: true, isFromBuyer: true, text: true, createdAt: true },
      },
      need: {
        select: {
          id: true,
          text: true,
          city: true,
          delay: true,
          budget: true,
          headcount: true,
          organization: true,
          contactName: true,
          contactEmail: true,
          contactPhone: true,
          receivedAt: true,
          closedAt: true,
          outcome: true,
        },
      },
    },
  });
  const row = introductionOf(rows, actor);
  if (!row) return null;
  const { contactName, contactEmail, contactPhone, organization, ...need } = row.need;
  const isShared = row.state === "interested" || row.state === "won";
  return {
    ...row,
    need,
    contact: isShared ? { name: contactName, email: contactEmail, phone: contactPhone, organization } : null,
  };
}

/** What became of the needs put before the actor's structures. */
export async function countMyNeeds(
  actor: Actor,
  now: Date,
): Promise<{ received: number; answered: number; won: number }> {
  const groups = await db().introduction.groupBy({
    by: ["state"],
    where: readable(actor, "Introduction", now),
    _count: true,
  });
  const of = (...states: string[]) =>
    groups.reduce((sum, group) => sum + (states.includes(group.state) ? group._count : 0), 0);
  return {
    received: groups.reduce((sum, group) => sum + group._count, 0),
    answered: of("asking", "interested", "declined", "won"),
    won: of("won"),
  };
}
