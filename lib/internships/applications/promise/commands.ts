import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { addMonths, columnOfDay, dayOf, fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { MAILED, silenceMail } from "../mails.ts";
import { SILENT_STATES } from "../rules.ts";

/** More than will ever fall due on one day: the next run has the rest. */
const AT_ONCE = 500;

/** How long after an interview, or after its moments were declined, a company may still think. */
const AFTER_INTERVIEW_DAYS = 3;

/** How far back a habit is looked for. */
const HABIT_MONTHS = 24;

/**
 * Answers, on the promised day, for the companies that said nothing; gives how many. What was answered is
 * told by its state: cut, run twice or by two at once, each student hears once.
 */
export async function answerForSilent(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "answer", "InternshipApplication", now);
  // An interview is an answer as long as one is to come; then the answer is owed within a few days.
  const rested = new Date(now.getTime() - AFTER_INTERVIEW_DAYS * 86_400_000);
  const waiting = {
    OR: [
      { state: { in: [...SILENT_STATES] } },
      {
        state: "interview" as const,
        slots: { none: { endsAt: { gt: rested } } },
        OR: [{ slotsDeclinedAt: null }, { slotsDeclinedAt: { lte: rested } }],
      },
    ],
  };
  const due = { AND: [waiting, { internship: { answerBy: { lte: columnOfDay(dayOf(now)) } } }] };
  return await db().$transaction(async (tx) => {
    const late = await tx.internshipApplication.findMany({ where: due, take: AT_ONCE, select: { id: true } });
    const answered = await tx.internshipApplication.updateManyAndReturn({
      where: { AND: [{ id: { in: late.map(({ id }) => id) } }, waiting] },
      data: { state: "refused", refusedBecause: "silence", endedAt: now },
      select: MAILED,
    });
    await queueMail(tx, ...answered.flatMap(silenceMail));
    for (const { id } of answered) {
      await recordAct(tx, actor, { action: "answer-for-silent", subject: { kind: "InternshipApplication", id } });
    }
    return answered.length;
  });
}

/** Counts how each structure answers, over two years; what did not change is not written, what is too old is forgotten. */
export async function countAnswers(actor: Actor, now: Date): Promise<void> {
  authorize(actor, "answer", "InternshipApplication", now);
  const since = fromParis(addMonths(dayOf(now), -HABIT_MONTHS), "00:00");
  await db().$executeRaw`
    DELETE FROM answer_record r WHERE NOT EXISTS (
      SELECT 1 FROM internship_application a WHERE a."structureId" = r."structureId"
         AND a."sentAt" >= ${since} AND (a."answeredAt" IS NOT NULL OR a."refusedBecause" = 'silence'))`;
  await db().$executeRaw`
    INSERT INTO answer_record AS r ("structureId", answers, silences, "medianDays")
    SELECT a."structureId", count(a."answeredAt"), count(*) FILTER (WHERE a."refusedBecause" = 'silence'),
           round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM a."answeredAt" - a."sentAt") / 86400))
      FROM internship_application a
     WHERE a."sentAt" >= ${since} AND (a."answeredAt" IS NOT NULL OR a."refusedBecause" = 'silence')
     GROUP BY a."structureId"
    ON CONFLICT ("structureId") DO UPDATE
      SET answers = EXCLUDED.answers, silences = EXCLUDED.silences, "medianDays" = EXCLUDED."medianDays"
     WHERE (r.answers, r.silences, r."medianDays")
        IS DISTINCT FROM (EXCLUDED.answers, EXCLUDED.silences, EXCLUDED."medianDays")`;
}
