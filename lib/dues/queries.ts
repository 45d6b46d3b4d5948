import "server-only";
import { getClub } from "#lib/club/queries";
import { dayOf, dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { can, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { CALL_ON_PAPER, writeCall, writeReceipt } from "./documents.ts";
import { callState } from "./rules.ts";
import { getFeeRules } from "./schedule/queries.ts";

/** The years of a structure with the club: more than anybody will look at. */
const MOST_YEARS = 60;

/** A call with all that happened to it. */
export type CallSheet = NonNullable<Awaited<ReturnType<typeof findDues>>>["calls"][number];

/**
 * A structure's calls, the latest first, with their payments, counter-rows and reminders; null when
 * `actor` may not read them. `which`: its id, or its slug.
 */
export async function findDues(actor: Actor, which: { id: string } | { slug: string }, now: Date) {
  if (!can(actor, "read", "FeeCall", now)) return null;
  const isBoard = can(actor, "oversee", "FeeCall", now);
  const structure = await db().structure.findFirst({
    where: { AND: [which, isBoard ? {} : { id: { in: ownIds(actor) } }] },
    select: { id: true, slug: true, name: true, kind: true, headcount: true, status: true, joinedOn: true },
  });
  if (!structure) return null;
  const rows = await db().feeCall.findMany({
    relationLoadStrategy: "join",
    where: { AND: [readable(actor, "FeeCall", now), { structureId: structure.id }] },
    orderBy: { year: "desc" },
    take: MOST_YEARS,
    select: {
      id: true,
      reference: true,
      year: true,
      amountCents: true,
      paidCents: true,
      balanceCents: true,
      basis: true,
      calledOn: true,
      dueOn: true,
      payments: {
        orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
        select: {
          id: true,
          amountCents: true,
          method: true,
          paidOn: true,
          reference: true,
          receipt: true,
          reversedById: true,
        },
      },
      reminders: { orderBy: { sentOn: "asc" }, select: { id: true, sentOn: true, step: true } },
    },
  });
  const calls = rows.map(({ calledOn, dueOn, payments, reminders, ...call }) => ({
    ...call,
    calledOn: dayOfColumn(calledOn),
    dueOn: dayOfColumn(dueOn),
    state: callState({ ...call, dueOn: dayOfColumn(dueOn) }, dayOf(now)),
    payments: payments.map(({ paidOn, reversedById, ...payment }) => ({
      ...payment,
      paidOn: dayOfColumn(paidOn),
      isUndone: reversedById !== null,
    })),
    reminders: reminders.map(({ sentOn, ...reminder }) => ({ ...reminder, sentOn: dayOfColumn(sentOn) })),
  }));
  return { structure: { ...structure, joinedOn: dayOfColumn(structure.joinedOn) }, calls };
}

/** The letters about a structure's dues: who was told what, and when, the latest first. */
export async function listDuesMail(actor: Actor, callIds: string[], now: Date) {
  if (!can(actor, "oversee", "FeeCall", now)) return [];
  return await db().mail.findMany({
    where: { AND: [readable(actor, "Mail", now), { subjectKind: "FeeCall", subjectId: { in: callIds } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    select: { id: true, subject: true, toAddress: true, state: true, createdAt: true },
  });
}

/** The paper of a call; null when there is none, or not for `actor`. */
export async function findCallPdf(actor: Actor, reference: string, now: Date) {
  const call = await db().feeCall.findFirst({
    where: { AND: [{ reference }, readable(actor, "FeeCall", now)] },
    select: CALL_ON_PAPER,
  });
  return call && (await writeCall(call, await getFeeRules(actor, now), await getClub()));
}

/** A receipt; null when there is none, when it was undone, or not for `actor`. */
export async function findReceiptPdf(actor: Actor, receipt: string, now: Date) {
  const payment = await db().feePayment.findFirst({
    relationLoadStrategy: "join",
    where: { receipt, reversedById: null, feeCall: readable(actor, "FeeCall", now) },
    select: { amountCents: true, method: true, paidOn: true, reference: true, feeCall: { select: CALL_ON_PAPER } },
  });
  if (!payment) return null;
  const { feeCall, ...paid } = payment;
  return await writeReceipt(feeCall, { ...paid, receipt }, await getFeeRules(actor, now), await getClub());
}

function ownIds(actor: Actor): string[] {
  return actor.kind === "person" ? actor.structures.map(({ id }) => id) : [];
}
