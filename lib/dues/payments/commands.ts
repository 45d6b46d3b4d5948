import "server-only";
import { getClub } from "#lib/club/queries";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { CALL_ON_PAPER, type CallOnPaper } from "../documents.ts";
import { receiptLetters, recipientsOf, undoneLetters } from "../letters.ts";
import { nextNumber } from "../rules.ts";
import { getFeeRules } from "../schedule/queries.ts";
import type { RecordPaymentInput, UndoPaymentInput } from "../schema.ts";

/**
 * Notes a payment received, with its receipt by mail. A structure that had lapsed is back in the
 * directory in the same transaction as soon as nothing is late any more. Gives the receipt's number.
 *
 * The same payment noted by two treasurers at once is noted once: the second is refused by the
 * constraint `fee_payment_recorded_once`.
 *
 * @throws Refusal `forbidden`; `unknown_call`; `paid_in_the_future`
 */
export async function recordPayment(actor: Actor, input: RecordPaymentInput, now: Date): Promise<string> {
  authorize(actor, "collect", "FeeCall", now);
  if (input.paidOn > dayOf(now)) {
    throw new Refusal("paid_in_the_future", "Un règlement ne peut pas dater de demain.", "paidOn");
  }
  return await db().$transaction(async (tx) => {
    await lockStructureOf(tx, input.call);
    const receipt = await nextReceipt(tx, Number(input.paidOn.slice(0, 4)));
    const { amount: amountCents, method, reference } = input;
    const payment = { receipt, amountCents, method, reference, paidOn: columnOfDay(input.paidOn) };
    const { id } = await tx.feePayment.create({
      data: {
        ...payment,
        feeCall: { connect: { reference: input.call } },
        recordedAt: now,
        ...(actor.kind === "person" ? { recordedBy: { connect: { id: actor.personId } } } : {}),
      },
      select: { id: true },
    });
    const call = await tx.feeCall.findUniqueOrThrow({ where: { reference: input.call }, select: CALL_ON_PAPER });
    const isBack = await bringBack(tx, call, now);
    await tellReceipt(tx, { actor, call, payment, isBack, now });
    const detail = { call: call.reference, receipt, amountCents, method, isBack };
    await recordAct(tx, actor, { action: "record-payment", subject: { kind: "FeePayment", id }, detail });
    return receipt;
  });
}

/**
 * Undoes a payment noted by mistake: a counter-row of the opposite amount, which the payment then
 * names. Nothing is erased. Its receipt is worth nothing from then on, and its holder is told.
 *
 * @throws Refusal `forbidden`; `unknown_payment`; `payment_undone` when it was undone before
 */
export async function undoPayment(actor: Actor, { receipt, reason }: UndoPaymentInput, now: Date): Promise<void> {
  authorize(actor, "collect", "FeeCall", now);
  await db().$transaction(async (tx) => {
    const payment = await tx.feePayment.findUnique({
      where: { receipt },
      select: {
        id: true,
        feeCallId: true,
        amountCents: true,
        method: true,
        paidOn: true,
        reference: true,
        feeCall: { select: { reference: true } },
      },
    });
    if (!payment) throw new Refusal("unknown_payment", "Ce règlement n’existe pas.");
    await lockStructureOf(tx, payment.feeCall.reference);
    const counter = await tx.feePayment.create({
      data: {
        feeCallId: payment.feeCallId,
        amountCents: -payment.amountCents,
        method: payment.method,
        paidOn: columnOfDay(dayOf(now)),
        reference: reason,
        recordedAt: now,
        recordedById: personIdOf(actor),
      },
      select: { id: true },
    });
    const { count } = await tx.feePayment.updateMany({
      where: { id: payment.id, reversedById: null },
      data: { reversedById: counter.id },
    });
    if (count === 0) throw new Refusal("payment_undone", "Ce règlement a déjà été annulé.");
    const call = await tx.feeCall.findUniqueOrThrow({ where: { id: payment.feeCallId }, select: CALL_ON_PAPER });
    const sender = { rules: await getFeeRules(actor, now, tx), club: await getClub() };
    const to = (await recipientsOf(tx, [call.structure.id], dayOf(now))).get(call.structure.id) ?? [];
    await queueMail(tx, ...undoneLetters(call, { ...payment, receipt }, to, sender));
    const detail = { call: call.reference, receipt, amountCents: payment.amountCents };
    await recordAct(tx, actor, { action: "undo-payment", subject: { kind: "FeePayment", id: payment.id }, detail });
  });
}

/** Payments and lapses of one structure wait for each other; other commands of its row do not. */
async function lockStructureOf(tx: Tx, reference: string): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM structure WHERE id = (SELECT "structureId" FROM fee_call WHERE reference = ${reference})
    FOR NO KEY UPDATE`;
  if (found.length === 0) throw new Refusal("unknown_call", "Cet appel à cotisation n’existe pas.");
}

async function nextReceipt(tx: Tx, year: number): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('fee numbers'))`;
  const { _max } = await tx.feePayment.aggregate({
    where: { receipt: { startsWith: `REC-${year}-` } },
    _max: { receipt: true },
  });
  return nextNumber("REC", year, _max.receipt);
}

/** Puts a lapsed structure back into the directory when none of its calls is late any more. */
async function bringBack(tx: Tx, { structure: { id } }: CallOnPaper, now: Date): Promise<boolean> {
  const late = await tx.feeCall.count({
    where: { structureId: id, balanceCents: { gt: 0 }, dueOn: { lt: columnOfDay(dayOf(now)) } },
  });
  if (late > 0) return false;
  const { count } = await tx.structure.updateMany({ where: { id, status: "lapsed" }, data: { status: "active" } });
  return count > 0;
}

type Told = {
  actor: Actor;
  call: CallOnPaper;
  payment: Parameters<typeof receiptLetters>[1];
  isBack: boolean;
  now: Date;
};

async function tellReceipt(tx: Tx, { actor, call, payment, isBack, now }: Told): Promise<void> {
  const sender = { rules: await getFeeRules(actor, now, tx), club: await getClub() };
  const to = (await recipientsOf(tx, [call.structure.id], dayOf(now))).get(call.structure.id) ?? [];
  await queueMail(tx, ...(await receiptLetters(call, payment, to, sender, { isBack })));
}
