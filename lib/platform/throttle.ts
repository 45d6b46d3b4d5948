import "server-only";
import { db } from "./db.ts";

/** At most `limit` tries in `seconds`. */
export interface Allowance {
  limit: number;
  seconds: number;
}

/**
 * Counts one more try of `key` and says whether it is within its allowance. Kept in PostgreSQL in
 * one atomic statement, so that every instance counts together.
 */
export async function tryAgain(key: string, { limit, seconds }: Allowance, now: Date): Promise<boolean> {
  const resetsAt = new Date(now.getTime() + seconds * 1000);
  const rows = await db().$queryRaw<{ count: number }[]>`
    INSERT INTO throttle AS t (key, count, "resetsAt") VALUES (${key}, 1, ${resetsAt})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN t."resetsAt" <= ${now} THEN 1 ELSE t.count + 1 END,
      "resetsAt" = CASE WHEN t."resetsAt" <= ${now} THEN ${resetsAt} ELSE t."resetsAt" END
    RETURNING count`;
  return (rows[0]?.count ?? 0) <= limit;
}

/**
 * The same under several allowances, the shortest first: each pause is longer than the one before. A
 * try that one of them refuses uses up nothing of the longer ones.
 */
export async function tryUnderEach(name: string, allowances: Allowance[], now: Date): Promise<boolean> {
  for (const allowance of allowances) {
    if (!(await tryAgain(keyOf(name, allowance), allowance, now))) return false;
  }
  return true;
}

/** Begins anew under each: what was being guarded against is over. */
export async function forgetTries(name: string, allowances: Allowance[]): Promise<void> {
  const keys = allowances.map((allowance) => keyOf(name, allowance));
  await db().throttle.deleteMany({ where: { key: { in: keys } } });
}

/** Takes back one try of `key` that turned out not to be one to count. */
export async function giveBack(key: string): Promise<void> {
  const { count } = await db().throttle.updateMany({
    where: { key, count: { gt: 1 } },
    data: { count: { decrement: 1 } },
  });
  if (count === 0) await db().throttle.deleteMany({ where: { key, count: 1 } });
}

function keyOf(name: string, { seconds }: Allowance): string {
  return `${name} ${seconds}`;
}
