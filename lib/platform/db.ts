import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#lib/generated/prisma/client";
import { inUtc } from "./utc.ts";

export type Db = PrismaClient;
/** What a command's transaction hands to the functions it calls. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/**
 * A client of its own: for tests and scripts that speak to a database by its address.
 *
 * Queries are announced as events only where somebody counts them (`COUNT_QUERIES`).
 */
export function createDb(url: string) {
  const adapter = new PrismaPg({ connectionString: inUtc(url), max: 10 });
  return new PrismaClient({
    adapter,
    // A burst waits for its turn, ten connections wide, rather than being refused after Prisma's own two seconds.
    transactionOptions: { maxWait: 20_000, timeout: 20_000 },
    log: process.env.COUNT_QUERIES ? [{ emit: "event", level: "query" }] : [],
  });
}

// Hot reload evaluates this module again: the pool must not be opened again with it.
const kept = globalThis as typeof globalThis & { tacticDb?: ReturnType<typeof createDb> };

/** The process's one client, opened at first use, so that a build needs no database. */
export function db() {
  if (!kept.tacticDb) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set: start the portal through npm start");
    kept.tacticDb = createDb(url);
  }
  return kept.tacticDb;
}
