import "server-only";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { AddRateInput, FeeRulesInput, HeadcountInput } from "./schema.ts";

/** Adds a line to the schedule. What was called before keeps its amount. */
export async function addRate(actor: Actor, input: AddRateInput, now: Date): Promise<void> {
  authorize(actor, "update", "FeeRate", now);
  const { amount, validFrom, kind = null, headcount = null, note = null } = input;
  await db().$transaction(async (tx) => {
    const { id } = await tx.feeRate.create({
      data: { kind, headcount, validFrom: columnOfDay(validFrom), amountCents: amount, note },
      select: { id: true },
    });
    const detail = { kind, headcount, validFrom, amountCents: amount };
    await recordAct(tx, actor, { action: "add-fee-rate", subject: { kind: "FeeRate", id }, detail });
  });
}

/**
 * Takes a line out of the schedule: calls already made hold their own amount and reason. Harmless twice.
 */
export async function withdrawRate(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  authorize(actor, "update", "FeeRate", now);
  await db().$transaction(async (tx) => {
    const [rate] = await tx.feeRate.findMany({ where: { id } });
    const { count } = await tx.feeRate.deleteMany({ where: { id } });
    if (!rate || count === 0) return;
    const { kind, headcount, amountCents } = rate;
    const detail = { kind, headcount, amountCents, validFrom: dayOfColumn(rate.validFrom) };
    await recordAct(tx, actor, { action: "withdraw-fee-rate", subject: { kind: "FeeRate", id }, detail });
  });
}

/** Changes how the club asks for its dues, from the next call on. */
export async function changeFeeRules(actor: Actor, input: FeeRulesInput, now: Date): Promise<void> {
  authorize(actor, "update", "FeeRate", now);
  const { vatMention = null, iban = null, chequePayableTo = null, ...rules } = input;
  await db().$transaction(async (tx) => {
    const data = { ...rules, vatMention, iban, chequePayableTo };
    await tx.feeRules.update({ where: { id: 1 }, data, select: { id: true } });
    await recordAct(tx, actor, { action: "change-fee-rules", subject: { kind: "FeeRules", id: "1" }, detail: data });
  });
}

/**
 * Notes how many people work in a structure.
 *
 * @throws Refusal `unknown_structure`
 */
export async function noteHeadcount(actor: Actor, input: HeadcountInput, now: Date): Promise<void> {
  authorize(actor, "collect", "FeeCall", now);
  const { structure: id, headcount = null } = input;
  await db().$transaction(async (tx) => {
    const { count } = await tx.structure.updateMany({ where: { id }, data: { headcount } });
    if (count === 0) throw new Refusal("unknown_structure", "Cette structure n’existe pas.");
    await recordAct(tx, actor, { action: "note-headcount", subject: { kind: "Structure", id }, detail: { headcount } });
  });
}
