import "server-only";
import { dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { tiesOf } from "./rules.ts";

const MOST = 300;
/** Beyond, lines hide lines: the table says the rest. */
const MOST_TIES = 60;

/**
 * What the club's members read of joint answers once they are settled: by year, with whom, what was
 * learnt; the amount when every member agreed to show it.
 */
export async function listMemory(actor: Actor, now: Date) {
  const rows = await db().consortiumOutcome.findMany({
    relationLoadStrategy: "join",
    where: readable(actor, "ConsortiumOutcome", now),
    orderBy: [{ settledAt: "desc" }, { consortiumId: "desc" }],
    take: MOST,
    select: {
      consortiumId: true,
      lesson: true,
      amountCents: true,
      settledAt: true,
      consortium: {
        select: {
          state: true,
          tender: { select: { subject: true, buyer: true } },
          leadStructure: { select: { name: true } },
          steps: { orderBy: { position: "desc" }, take: 1, select: { reason: true } },
          seats: {
            where: { joinedAt: { not: null }, leftAt: null },
            orderBy: { joinedAt: "asc" },
            take: 100,
            select: { showsAmount: true, structure: { select: { name: true } } },
          },
        },
      },
    },
  });
  const answers = rows.map(({ consortiumId, consortium, amountCents, ...outcome }) => ({
    ...outcome,
    id: consortiumId,
    year: dayOf(outcome.settledAt).slice(0, 4),
    state: consortium.state,
    tender: consortium.tender,
    lead: consortium.leadStructure.name,
    reason: consortium.steps[0]?.reason ?? "",
    members: consortium.seats.map(({ structure }) => structure.name),
    amountCents: consortium.seats.every(({ showsAmount }) => showsAmount) ? amountCents : null,
  }));
  const ties = tiesOf(answers.filter(({ state }) => state !== "dropped"));
  return { answers, ties, shownTies: ties.slice(0, MOST_TIES) };
}
