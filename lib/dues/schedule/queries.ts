import "server-only";
import { dayOfColumn } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { authorize, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

const RULES = {
  firstMonth: true,
  proRata: true,
  dueInDays: true,
  reminderDays: true,
  lapseAfterDays: true,
  vatMention: true,
  iban: true,
  chequePayableTo: true,
} as const;

/** How the club asks for its dues. */
export async function getFeeRules(actor: Actor, now: Date, tx: Tx = db()) {
  authorize(actor, "read", "FeeRate", now);
  return await tx.feeRules.findUniqueOrThrow({ where: { id: 1 }, select: RULES });
}

/** A line of the schedule. */
export type RateView = Awaited<ReturnType<typeof listRates>>[number];

/** More lines than a club will ever write. */
const MOST_RATES = 500;

/** The whole schedule, the latest lines first. */
export async function listRates(actor: Actor, now: Date, tx: Tx = db()) {
  const rows = await tx.feeRate.findMany({
    where: readable(actor, "FeeRate", now),
    orderBy: [{ validFrom: "desc" }, { kind: "asc" }, { headcount: "asc" }],
    take: MOST_RATES,
    select: { id: true, kind: true, headcount: true, validFrom: true, amountCents: true, note: true },
  });
  return rows.map(({ validFrom, ...rate }) => ({ ...rate, validFrom: dayOfColumn(validFrom) }));
}
