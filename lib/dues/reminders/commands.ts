import "server-only";
import { getClub } from "#lib/club/queries";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf, dayOfColumn } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { CALL_ON_PAPER } from "../documents.ts";
import { lapseLetters, recipientsOf, reminderLetters, type Sender } from "../letters.ts";
import { isLastWarning, mustLapse, reminderDue } from "../rules.ts";
import { getFeeRules } from "../schedule/queries.ts";

/**
 * Reminds of one call by hand, at most once a day (`fee_reminder_once_a_day`).
 *
 * @throws Refusal `forbidden`; `unknown_call`; `nothing_owed`; `nobody_to_remind`
 */
export async function remind(actor: Actor, { call: reference }: { call: string }, now: Date): Promise<void> {
  authorize(actor, "collect", "FeeCall", now);
  const sender = { rules: await getFeeRules(actor, now), club: await getClub() };
  await db().$transaction(async (tx) => {
    const call = await tx.feeCall.findUnique({ where: { reference }, select: CALL_ON_PAPER });
    if (!call) throw new Refusal("unknown_call", "Cet appel à cotisation n’existe pas.");
    if (call.balanceCents <= 0) throw new Refusal("nothing_owed", "Cette cotisation est réglée.");
    const to = (await recipientsOf(tx, [call.structure.id], dayOf(now))).get(call.structure.id) ?? [];
    if (to.length === 0) throw new Refusal("nobody_to_remind", "Cette structure n’a pas d’adresse e-mail.");
    await tx.feeReminder.create({
      data: { feeCallId: call.id, sentOn: columnOfDay(dayOf(now)) },
      select: { id: true },
    });
    await queueMail(tx, ...reminderLetters(call, to, sender, { isLast: false }));
    await recordAct(tx, actor, { action: "remind-of-fee", subject: { kind: "FeeCall", id: call.id } });
  });
}

/** What the day's work on dues did. */
interface DuesWork {
  reminded: number;
  lapsed: number;
}

/**
 * The daily job: sends each late call the reminder it waits for, then takes out of the directory those
 * who were warned and have not paid. Each call has its own transaction: one that fails stops no other, and
 * makes the job fail once all the others are done.
 * Run twice or by two processes, it does its work once: a reminder is a unique row, a lapse a state.
 */
export async function pursueLateFees(actor: Actor, now: Date): Promise<DuesWork> {
  authorize(actor, "collect", "FeeCall", now);
  const sender = { rules: await getFeeRules(actor, now), club: await getClub() };
  const late = await db().feeCall.findMany({
    where: {
      balanceCents: { gt: 0 },
      dueOn: { lt: columnOfDay(dayOf(now)) },
      structure: { status: { in: ["active", "lapsed"] } },
    },
    orderBy: { reference: "asc" },
    take: MOST_A_DAY,
    select: { id: true, structureId: true },
  });
  const work: DuesWork = { reminded: 0, lapsed: 0 };
  const failures: unknown[] = [];
  for (const call of late) {
    try {
      const [isReminded, isLapsed] = await db().$transaction(async (tx) => [
        await sendReminder(tx, actor, call, sender, now),
        await lapse(tx, actor, call, sender, now),
      ]);
      if (isReminded) work.reminded += 1;
      if (isLapsed) work.lapsed += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} late calls could not be pursued`);
  return work;
}

const MOST_A_DAY = 5_000;

type LateCall = { id: string; structureId: string };

async function sendReminder(tx: Tx, actor: Actor, { id }: LateCall, sender: Sender, now: Date): Promise<boolean> {
  const call = await readLate(tx, id);
  if (call.balanceCents <= 0) return false;
  const step = reminderDue(dayOfColumn(call.dueOn), call.reminders, sender.rules, dayOf(now));
  if (step === null) return false;
  const { count } = await tx.feeReminder.createMany({
    data: [{ feeCallId: id, step, sentOn: columnOfDay(dayOf(now)) }],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  const to = (await recipientsOf(tx, [call.structure.id], dayOf(now))).get(call.structure.id) ?? [];
  const isLast = isLastWarning(step, sender.rules) && call.structure.status === "active";
  await queueMail(tx, ...reminderLetters(call, to, sender, { isLast }));
  await recordAct(tx, actor, { action: "remind-of-fee", subject: { kind: "FeeCall", id }, detail: { step } });
  return true;
}

/** Waits for a payment under way on the same structure, then looks again at what is owed. */
async function lapse(tx: Tx, actor: Actor, { id, structureId }: LateCall, sender: Sender, now: Date): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM structure WHERE id = ${structureId}::uuid FOR NO KEY UPDATE`;
  const call = await readLate(tx, id);
  const sent = call.reminders.map(({ step, sentOn }) => ({ step, sentOn: dayOfColumn(sentOn) }));
  if (call.balanceCents <= 0 || !mustLapse(dayOfColumn(call.dueOn), sent, sender.rules, dayOf(now))) return false;
  const { count } = await tx.structure.updateMany({
    where: { id: structureId, status: "active" },
    data: { status: "lapsed" },
  });
  if (count === 0) return false;
  const to = (await recipientsOf(tx, [structureId], dayOf(now))).get(structureId) ?? [];
  await queueMail(tx, ...lapseLetters(call, to, sender));
  const detail = { call: call.reference, owedCents: call.balanceCents };
  await recordAct(tx, actor, { action: "lapse-member", subject: { kind: "Structure", id: structureId }, detail });
  return true;
}

async function readLate(tx: Tx, id: string) {
  return await tx.feeCall.findUniqueOrThrow({
    where: { id },
    select: {
      ...CALL_ON_PAPER,
      structure: { select: { ...CALL_ON_PAPER.structure.select, status: true } },
      reminders: { select: { step: true, sentOn: true } },
    },
  });
}
