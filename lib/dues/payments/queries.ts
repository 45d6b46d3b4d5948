import "server-only";
import { columnOfDay, dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { daysOfYear } from "../rules.ts";
import { getFeeRules } from "../schedule/queries.ts";

/** A line of the accountant's file. */
export type Entry = Awaited<ReturnType<typeof listEntries>>[number];

/**
 * Every payment and counter-row dated in a membership year, in order, up to `limit`: what the accountant
 * copies. Two files of two years never hold the same line.
 */
export async function listEntries(actor: Actor, { year, limit }: { year: number; limit: number }, now: Date) {
  authorize(actor, "oversee", "FeeCall", now);
  const { firstMonth } = await getFeeRules(actor, now);
  const { first, last } = daysOfYear(year, firstMonth);
  const rows = await db().feePayment.findMany({
    relationLoadStrategy: "join",
    where: { paidOn: { gte: columnOfDay(first), lte: columnOfDay(last) } },
    orderBy: [{ paidOn: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
    take: limit,
    select: {
      paidOn: true,
      amountCents: true,
      method: true,
      reference: true,
      receipt: true,
      reverses: { select: { receipt: true } },
      feeCall: { select: { reference: true, year: true, structure: { select: { name: true, siret: true } } } },
    },
  });
  return rows.map(({ paidOn, ...entry }) => ({ ...entry, paidOn: dayOfColumn(paidOn) }));
}
