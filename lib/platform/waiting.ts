import "server-only";
import { Prisma } from "#lib/generated/prisma/client";
import { db } from "./db.ts";

/** One kind of thing that waits for somebody: how many, and where to see to it. */
export interface WaitingLine<Context> {
  /** How many, as a sub-select that gives one number. */
  howMany: (context: Context) => Prisma.Sql;
  words: (howMany: number) => string;
  href: string;
}

export interface Waiting {
  words: string;
  howMany: number;
  href: string;
}

/** Those of `lines` that are not zero, in their order. One SQL statement, however many they are. */
export async function countWaiting<Context>(lines: WaitingLine<Context>[], context: Context): Promise<Waiting[]> {
  if (lines.length === 0) return [];
  const counts = lines.map(({ howMany }) => Prisma.sql`(${howMany(context)})::int`);
  const rows = await db().$queryRaw<{ counts: number[] }[]>(Prisma.sql`SELECT ARRAY[${Prisma.join(counts)}] AS counts`);
  return lines.flatMap(({ words, href }, index) => {
    const howMany = rows[0]?.counts[index] ?? 0;
    return howMany > 0 ? [{ words: words(howMany), howMany, href }] : [];
  });
}
