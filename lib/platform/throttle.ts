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

/** Takes back one try that turned out not to be one to count. */
export async function giveBack(key: string): Promise<void> {
  await db().throttle.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } });
}

/** Begins anew: what was being guarded against is over. */
export async function forgetTries(keys: string[]): Promise<void> {
  await db().throttle.deleteMany({ where: { key: { in: keys } } });
}
