import "server-only";
import { getClub } from "#lib/club/queries";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { addDays, columnOfDay, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { CALL_ON_PAPER, type CallOnPaper, writeReport } from "../documents.ts";
import { callLetters, recipientsOf, type Sender } from "../letters.ts";
import { countFacts } from "../report/sql.ts";
import { daysOfYear, nextNumber } from "../rules.ts";
import { getFeeRules } from "../schedule/queries.ts";
import type { CallFeesInput } from "../schema.ts";
import { previewCalls } from "./queries.ts";

/** Hundreds of documents are drawn inside the transaction that numbers them. */
const LONG = { timeout: 120_000, maxWait: 10_000 };

/**
 * Calls the fees of a year: one call and its letters for each structure of the preview, all or nothing.
 * A structure is called once a year, so that calling again only reaches those who joined since. Gives
 * how many were called; none when everybody was.
 *
 * @throws Refusal `forbidden`; `preview_outdated` when the list is no longer the one that was shown
 */
export async function callFees(actor: Actor, { year, count, totalCents }: CallFeesInput, now: Date): Promise<number> {
  authorize(actor, "collect", "FeeCall", now);
  return await db().$transaction(async (tx) => {
    // Of two treasurers at once, the second waits, and finds that nobody is left to call.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('fee numbers'))`;
    const preview = await previewCalls(actor, year, now, tx);
    if (preview.calls.length === 0) return 0;
    if (preview.calls.length !== count || preview.totalCents !== totalCents) {
      throw new Refusal(
        "preview_outdated",
        "La liste a changé depuis l’aperçu\u202f: relisez-la ci-dessous, puis envoyez les appels.",
      );
    }
    const rules = await getFeeRules(actor, now, tx);
    const today = dayOf(now);
    const last = await tx.feeCall.aggregate({ where: { year }, _max: { reference: true } });
    let reference = last._max.reference;
    const rows = preview.calls.map(({ structureId, amountCents, basis }) => {
      reference = nextNumber("COT", year, reference);
      const dueOn = columnOfDay(addDays(today, rules.dueInDays));
      return { reference, structureId, year, amountCents, basis, calledOn: columnOfDay(today), dueOn };
    });
    await tx.feeCall.createMany({ data: rows });
    const calls = await tx.feeCall.findMany({
      relationLoadStrategy: "join",
      where: { reference: { in: rows.map((row) => row.reference) } },
      orderBy: { reference: "asc" },
      select: CALL_ON_PAPER,
    });
    const sender = { rules, club: await getClub() };
    const recipients = await recipientsOf(
      tx,
      rows.map(({ structureId }) => structureId),
      today,
    );
    const reports = await lastYearReports(tx, calls, sender);
    for (const call of calls) {
      const to = recipients.get(call.structure.id) ?? [];
      await queueMail(tx, ...(await callLetters(call, to, sender, reports.get(call.structure.id) ?? null)));
    }
    const detail = { year, count: calls.length, totalCents };
    await recordAct(tx, actor, { action: "call-fees", subject: { kind: "FeeCall", id: String(year) }, detail });
    return calls.length;
  }, LONG);
}

/** What the club brought to each structure in the year before its call, for those that were members then. */
async function lastYearReports(tx: Tx, calls: CallOnPaper[], { rules, club }: Sender) {
  const year = (calls[0]?.year ?? 0) - 1;
  const period = daysOfYear(year, rules.firstMonth);
  const members = await tx.structure.findMany({
    where: { id: { in: calls.map(({ structure }) => structure.id) }, joinedOn: { lte: columnOfDay(period.last) } },
    select: { id: true, name: true },
  });
  const facts = await countFacts(
    tx,
    members.map(({ id }) => id),
    period,
  );
  const reports = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const structure of members) {
    const counted = facts.get(structure.id);
    if (!counted) continue;
    const day = addDays(period.last, 1);
    const report = { structure, year, period, firstMonth: rules.firstMonth, facts: counted };
    reports.set(structure.id, await writeReport(report, club, day));
  }
  return reports;
}
