import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { formatRange } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { listLeads } from "../../circle/queries.ts";
import { ORPHAN } from "../../labels.ts";
import { leadMail } from "../labels.ts";
import { loadPoll, type PollView } from "../queries.ts";
import { explainBest } from "../rules.ts";

const HOUR_MS = 3_600_000;
/** How long a poll stays open again after its date fell through, in hours. */
const AGAIN_HOURS = 72;
const BATCH = 50;

/**
 * Closes the polls whose deadline has passed and tells those who lead which date is the best, and why;
 * gives how many. Each is closed once, whoever runs it, however often.
 */
export async function closeDuePolls(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "schedule", "Poll", now);
  const due = await db().poll.findMany({
    where: { deadline: { lte: now }, closing: { is: null } },
    orderBy: [{ deadline: "asc" }, { id: "asc" }],
    take: BATCH,
    select: { id: true },
  });
  let closed = 0;
  for (const { id } of due) {
    closed += await db().$transaction(async (tx) => {
      const { count } = await tx.pollClosing.createMany({
        data: [{ pollId: id, closedAt: now }],
        skipDuplicates: true,
      });
      if (count > 0)
        await tellLeads(tx, id, "Les réponses sont closes", ["Le sondage s’est clos à son échéance."], now);
      return count;
    });
  }
  return closed;
}

/**
 * The room of the date that was kept is refused: that date goes, answers may change again, and those
 * who lead are told which date is now the best. The meeting itself stays until they choose. Does
 * nothing for a meeting that came of no poll, nor for one that was moved since to a date of its own.
 */
export async function reopenPoll(
  tx: Tx,
  { eventId, startsAt, refusal }: { eventId: string; startsAt: Date; refusal: string },
  now: Date,
): Promise<boolean> {
  const poll = await tx.poll.findUnique({
    where: { eventId },
    select: { id: true, deadline: true, closing: { select: { slot: { select: { id: true, startsAt: true } } } } },
  });
  const kept = poll?.closing?.slot;
  if (!kept || kept.startsAt.getTime() !== startsAt.getTime()) return false;
  await tx.pollSlot.update({ where: { id: kept.id }, data: { withdrawnAt: now }, select: { id: true } });
  const next = await tx.pollSlot.findFirst({
    where: { pollId: poll.id, withdrawnAt: null, startsAt: { gt: new Date(now.getTime() + HOUR_MS) } },
    orderBy: { startsAt: "asc" },
    select: { startsAt: true },
  });
  await tx.pollClosing.delete({ where: { pollId: poll.id }, select: { pollId: true } });
  if (next) {
    const before = next.startsAt.getTime() - HOUR_MS;
    const deadline = new Date(
      Math.min(before, Math.max(poll.deadline.getTime(), now.getTime() + AGAIN_HOURS * HOUR_MS)),
    );
    await tx.poll.update({ where: { id: poll.id }, data: { deadline }, select: { id: true } });
  }
  await tellLeads(tx, poll.id, "Salle refusée, sondage rouvert", [refusal], now);
  return true;
}

/** Writes to those who lead the commission today, not to who opened the poll: mandates end. */
async function tellLeads(tx: Tx, pollId: string, subject: string, sentences: string[], now: Date): Promise<void> {
  const poll = await loadPoll(tx, pollId, now);
  const { commissionId } = await tx.poll.findUniqueOrThrow({ where: { id: pollId }, select: { commissionId: true } });
  const { people, isOrphan } = await listLeads(tx, commissionId, now);
  const told = { subject, sentences: [...sentences, ...bestInWords(poll), ...(isOrphan ? [ORPHAN] : [])], isOrphan };
  await queueMail(tx, ...people.map((lead) => leadMail(poll, lead, told)));
}

function bestInWords({ ranking, slots, quorum }: PollView): string[] {
  const best = slots.find(({ id }) => id === ranking[0]?.id);
  if (!best) return ["Il ne reste aucune date à retenir\u202f: ajoutez-en, ou fixez la réunion directement."];
  return [`La meilleure date est ${formatRange(best.startsAt, best.endsAt)}.`, ...explainBest(ranking, quorum)];
}
