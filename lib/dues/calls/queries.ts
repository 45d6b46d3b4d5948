import "server-only";
import { columnOfDay, type Day, dayOf, dayOfColumn } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { authorize, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { KIND_LABELS } from "#lib/structures/labels";
import { HEADCOUNT_LABELS } from "../labels.ts";
import { recipientsOf } from "../letters.ts";
import { callState, daysOfYear, monthsOwed, rateFor, twelfthsOf } from "../rules.ts";
import { getFeeRules, listRates, type RateView } from "../schedule/queries.ts";
import type { CallFilter } from "../schema.ts";

/** A structure that the year's call would reach, with what it would be asked, why, and to whom the letter goes. */
export interface ForeseenCall {
  structureId: string;
  slug: string;
  name: string;
  amountCents: number;
  basis: string;
  recipients: string[];
}

/** What calling the fees of a year would do now. */
export interface CallPreview {
  calls: ForeseenCall[];
  totalCents: number;
  /** Active structures for which the schedule has no line. */
  withoutRate: { slug: string; name: string }[];
  alreadyCalled: number;
}

/** More than the club will ever call at once. */
const MOST_CALLS = 2_000;

/**
 * Who would be called for `year`, how much, and why: the active structures that were not called yet,
 * those that joined after its end excepted.
 */
export async function previewCalls(actor: Actor, year: number, now: Date, tx: Tx = db()): Promise<CallPreview> {
  authorize(actor, "collect", "FeeCall", now);
  const rules = await getFeeRules(actor, now, tx);
  const rates = await listRates(actor, now, tx);
  const { first, last } = daysOfYear(year, rules.firstMonth);
  const waiting = await tx.structure.findMany({
    where: { status: "active", joinedOn: { lte: columnOfDay(last) }, feeCalls: { none: { year } } },
    orderBy: { slug: "asc" },
    take: MOST_CALLS,
    select: { id: true, slug: true, name: true, kind: true, headcount: true, joinedOn: true },
  });
  const recipients = await recipientsOf(
    tx,
    waiting.map(({ id }) => id),
    dayOf(now),
  );
  const alreadyCalled = await tx.feeCall.count({ where: { year } });
  const preview: CallPreview = { calls: [], totalCents: 0, withoutRate: [], alreadyCalled };
  for (const { id, slug, name, joinedOn, ...structure } of waiting) {
    const rate = rateFor(rates, structure, first);
    if (!rate) {
      preview.withoutRate.push({ slug, name });
      continue;
    }
    const months = rules.proRata === "months" ? monthsOwed(dayOfColumn(joinedOn), year, rules.firstMonth) : 12;
    const amountCents = twelfthsOf(rate.amountCents, months);
    const to = recipients.get(id) ?? [];
    preview.calls.push({
      structureId: id,
      slug,
      name,
      amountCents,
      basis: basisOf(rate, months),
      recipients: to.map(({ address }) => address),
    });
    preview.totalCents += amountCents;
  }
  return preview;
}

/** "Barème du 1er janvier 2026, éditeur de logiciels, 10 à 19 personnes, 4 mois sur 12". */
function basisOf(rate: RateView, months: number): string {
  const parts = [
    `Barème ${rate.validFrom.slice(0, 4)}`,
    rate.kind ? KIND_LABELS[rate.kind].toLowerCase() : "tous types de structures",
    ...(rate.headcount ? [HEADCOUNT_LABELS[rate.headcount]] : []),
    ...(months < 12 ? [`${months} mois sur 12`] : []),
  ];
  return parts.join(", ");
}

/** One line of the year's list. */
export type CallLine = Awaited<ReturnType<typeof listCalls>>["items"][number];

const PER_PAGE = 50;

/** The calls of a year, by name: all, or those in one state; a page, or (`page` null) up to `limit` for a file. */
export async function listCalls(
  actor: Actor,
  { year, filter, page, limit = PER_PAGE }: { year: number; filter?: CallFilter; page: number; limit?: number },
  now: Date,
) {
  authorize(actor, "oversee", "FeeCall", now);
  const today = dayOf(now);
  const where = { AND: [readable(actor, "FeeCall", now), { year }, filter ? conditionOf(filter, today) : {}] };
  const [rows, total] = await Promise.all([
    db().feeCall.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [{ structure: { slug: "asc" } }, { id: "asc" }],
      skip: (page - 1) * limit,
      take: limit,
      select: {
        id: true,
        reference: true,
        amountCents: true,
        paidCents: true,
        balanceCents: true,
        basis: true,
        calledOn: true,
        dueOn: true,
        structure: { select: { slug: true, name: true, status: true } },
        reminders: { orderBy: { sentOn: "desc" }, take: 1, select: { sentOn: true } },
      },
    }),
    db().feeCall.count({ where }),
  ]);
  const items = rows.map(({ calledOn, dueOn, reminders, ...call }) => ({
    ...call,
    calledOn: dayOfColumn(calledOn),
    dueOn: dayOfColumn(dueOn),
    remindedOn: reminders[0] ? dayOfColumn(reminders[0].sentOn) : null,
    state: callState({ ...call, dueOn: dayOfColumn(dueOn) }, today),
  }));
  return { items, total, perPage: limit };
}

function conditionOf(filter: CallFilter, today: Day) {
  if (filter === "regle") return { balanceCents: { lte: 0 } };
  if (filter === "a-regler") return { balanceCents: { gt: 0 } };
  return { balanceCents: { gt: 0 }, dueOn: { lt: columnOfDay(today) } };
}

/** What was called for a year, what came in, what is late. */
export async function sumCalls(actor: Actor, year: number, now: Date) {
  authorize(actor, "oversee", "FeeCall", now);
  const today = columnOfDay(dayOf(now));
  const late = { year, balanceCents: { gt: 0 }, dueOn: { lt: today } };
  const [all, overdue] = await Promise.all([
    db().feeCall.aggregate({ where: { year }, _sum: { amountCents: true, paidCents: true }, _count: true }),
    db().feeCall.aggregate({ where: late, _sum: { balanceCents: true }, _count: true }),
  ]);
  return {
    count: all._count,
    calledCents: all._sum.amountCents ?? 0,
    receivedCents: all._sum.paidCents ?? 0,
    lateCount: overdue._count,
    lateCents: overdue._sum.balanceCents ?? 0,
  };
}

/** The membership years in which something was called, the latest first. */
export async function listCalledYears(actor: Actor, now: Date): Promise<number[]> {
  authorize(actor, "oversee", "FeeCall", now);
  const rows = await db().feeCall.groupBy({ by: ["year"], orderBy: { year: "desc" }, take: 100 });
  return rows.map(({ year }) => year);
}
