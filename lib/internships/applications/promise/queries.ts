import "server-only";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";
import { ANSWERS_SHOWN_FROM } from "../rules.ts";

/**
 * In how many days the structure with this slug usually answers those who apply, and how often the portal had to; null when
 * too little is known to say so.
 */
export async function findAnswerHabit(slug: string): Promise<{ days: number; silences: number } | null> {
  readTag("answer_record");
  const record = await db().answerRecord.findFirst({
    where: { structure: { slug } },
    select: { answers: true, silences: true, medianDays: true },
  });
  if (!record || record.answers < ANSWERS_SHOWN_FROM || record.medianDays === null) return null;
  return { days: record.medianDays, silences: record.silences };
}
