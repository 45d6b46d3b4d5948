import "server-only";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";
import { isUuid } from "#lib/platform/uuid";
import { permitted, readable } from "#lib/policy/ability";
import { type Actor, visitor } from "#lib/policy/actor";

/**
 * What the study of one expectation needs: those it could be merged into, the coming meetings of its
 * commission, its last decisions; null for whoever does not study it.
 */
export async function findStudy(actor: Actor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  const own = await db().expectation.findFirst({
    where: { AND: [{ id }, permitted(actor, "study", "Expectation", now)] },
    select: { commissionId: true, tags: true },
  });
  if (!own) return null;
  const { commissionId } = own;
  const [others, meetings, decisions] = await Promise.all([
    db().expectation.findMany({
      where: { commissionId, mergedIntoId: null, id: { not: id } },
      select: { id: true, title: true, voiceCount: true },
      orderBy: [{ voiceCount: "desc" }, { id: "desc" }],
      take: 100,
    }),
    db().meeting.findMany({
      where: { event: { commissionId, endsAt: { gt: now }, cancellation: { is: null } } },
      select: { id: true, event: { select: { title: true, startsAt: true } } },
      orderBy: { event: { startsAt: "asc" } },
      take: 12,
    }),
    lastDecisions(actor, { commissionId }, now),
  ]);
  return {
    tags: own.tags,
    others,
    meetings: meetings.map(({ id: meetingId, event }) => ({ id: meetingId, ...event })),
    decisions,
  };
}

/** What answering needs, for the board too: the last decisions one may read. */
export async function listDecisionsToCite(actor: Actor, now: Date) {
  return lastDecisions(actor, {}, now);
}

function lastDecisions(actor: Actor, of: { commissionId?: string }, now: Date) {
  return db().decision.findMany({
    where: { AND: [of, { supersededById: null }, readable(actor, "Decision", now)] },
    select: { number: true, title: true },
    orderBy: [{ decidedOn: "desc" }, { number: "desc" }],
    take: 30,
  });
}

export interface PublishedResult {
  expectationId: string;
  asked: string;
  done: string;
  publishedAt: Date;
  commission: { slug: string; name: string };
}

/** What the board tells the public: "you said, we did", the latest first. */
export async function listPublishedResults(now: Date): Promise<PublishedResult[]> {
  readTag("expectation_publication", "commission");
  return db().expectationPublication.findMany({
    relationLoadStrategy: "join",
    where: readable(visitor, "ExpectationPublication", now),
    select: {
      expectationId: true,
      asked: true,
      done: true,
      publishedAt: true,
      commission: { select: { slug: true, name: true } },
    },
    orderBy: [{ publishedAt: "desc" }, { expectationId: "asc" }],
    take: 60,
  });
}
