import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addMember, retireMembers } from "../../../test/own-members.ts";
import { recordPayment, undoPayment } from "./commands.ts";
import { listEntries } from "./queries.ts";

const now = new Date("2026-11-24T10:00:00Z");
const lateCall = { year: 2026, dueOn: "2026-03-31" };
const paid = (call: string, more = {}) => ({
  call,
  amount: 15_000,
  method: "transfer" as const,
  paidOn: "2026-11-20",
  reference: "VIR 42",
  ...more,
});
const callOf = (reference: string) => db().feeCall.findUniqueOrThrow({ where: { reference } });
const mailsTo = (toAddress: string) =>
  db().mail.findMany({ where: { toAddress }, orderBy: { id: "asc" }, include: { attachments: true } });
const statusOf = async (id: string) => (await db().structure.findUniqueOrThrow({ where: { id } })).status;

afterAll(retireMembers);

describe("a payment that the treasurer records", () => {
  test("settles the call, gives a receipt that its holder can read, and is written in the log", async () => {
    const member = await addMember({ call: lateCall });
    const treasurer = await actorOf("treasurer");
    const receipt = await recordPayment(treasurer, paid(member.call), now);
    expect(await callOf(member.call)).toMatchObject({ paidCents: 15_000, balanceCents: 0 });
    const [mail, ...others] = await mailsTo(member.email);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      kind: "fee-receipt",
      subjectKind: "FeeCall",
      subject: expect.stringContaining("150"),
    });
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual([`recu-${receipt}.pdf`]);
    const pdf = await getDocumentProxy(new Uint8Array(mail?.attachments[0]?.content ?? []));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text).toContain("Reçu de cotisation 2026");
    expect(text).toContain("n’est pas un reçu fiscal");
    expect(text).toContain("VIR 42");
    const payment = await db().feePayment.findUniqueOrThrow({ where: { receipt } });
    expect(payment.recordedById).toBe(treasurer.personId);
    const acts = await db().auditEntry.findMany({ where: { subjectId: payment.id } });
    expect(acts.map(({ action, personId }) => [action, personId])).toEqual([["record-payment", treasurer.personId]]);
  });

  test("may be a part, or too much: the balance says so", async () => {
    const member = await addMember({ call: lateCall });
    const treasurer = await actorOf("treasurer");
    await recordPayment(treasurer, paid(member.call, { amount: 10_000 }), now);
    expect((await callOf(member.call)).balanceCents).toBe(5_000);
    await recordPayment(treasurer, paid(member.call, { amount: 6_000, reference: "chèque 7" }), now);
    expect((await callOf(member.call)).balanceCents).toBe(-1_000);
    const bodies = (await mailsTo(member.email)).map(({ text }) => text);
    expect(bodies[0]).toContain("Il reste 50\u00a0€ à régler");
    expect(bodies[1]).toContain("10\u00a0€ de trop");
  });

  test("brings a lapsed member back at once, and only when nothing is late any more", async () => {
    const member = await addMember({ call: lateCall });
    await db().structure.update({ where: { id: member.id }, data: { status: "lapsed" } });
    const treasurer = await actorOf("treasurer");
    await recordPayment(treasurer, paid(member.call, { amount: 100 }), now);
    expect(await statusOf(member.id)).toBe("lapsed");
    await recordPayment(treasurer, paid(member.call, { amount: 14_900, reference: "VIR 43" }), now);
    expect(await statusOf(member.id)).toBe("active");
    expect((await mailsTo(member.email)).at(-1)?.text).toContain("de nouveau dans l’annuaire");
  });

  test("brings back nobody who left", async () => {
    const member = await addMember({ call: lateCall });
    await db().structure.update({ where: { id: member.id }, data: { status: "resigned" } });
    await recordPayment(await actorOf("treasurer"), paid(member.call), now);
    expect(await statusOf(member.id)).toBe("resigned");
  });

  test("is refused to everybody but the president and the treasurer, and changes nothing", async () => {
    const member = await addMember({ call: lateCall });
    for (const actor of [visitor, await actorOf("member"), await actorOf("lead"), await actorOf("admin")]) {
      await expect(recordPayment(actor, paid(member.call), now)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await callOf(member.call)).paidCents).toBe(0);
    expect(await mailsTo(member.email)).toEqual([]);
  });

  test("of tomorrow, or of a call that is not there, is refused beside its field", async () => {
    const member = await addMember({ call: lateCall });
    const treasurer = await actorOf("treasurer");
    const tomorrow = recordPayment(treasurer, paid(member.call, { paidOn: "2026-11-25" }), now);
    await expect(tomorrow).rejects.toMatchObject({ code: "paid_in_the_future", field: "paidOn" });
    const nowhere = recordPayment(treasurer, paid("COT-1999-0001"), now);
    await expect(nowhere).rejects.toMatchObject({ code: "unknown_call" });
  });

  test("by two treasurers at once is recorded once, however it is typed", async () => {
    const member = await addMember({ call: lateCall });
    const [one, other] = [await actorOf("treasurer"), await actorOf("president")];
    const tries = await Promise.allSettled([
      recordPayment(one, paid(member.call, { reference: "Virement Été" }), now),
      recordPayment(other, paid(member.call, { reference: " virement ete" }), now),
      recordPayment(one, paid(member.call, { reference: "VIREMENT ÉTÉ" }), now),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refusals = tries.flatMap((one) => (one.status === "rejected" ? [refusalOf(one.reason)] : []));
    expect(refusals.map((refusal) => [refusal?.code, refusal?.field])).toEqual([
      ["fee_payment_recorded_once", "reference"],
      ["fee_payment_recorded_once", "reference"],
    ]);
    expect((await callOf(member.call)).paidCents).toBe(15_000);
    expect(await mailsTo(member.email)).toHaveLength(1);
  });

  test("has a number of its own, even among many at once", async () => {
    const members = await Promise.all(Array.from({ length: 6 }, () => addMember({ call: lateCall })));
    const treasurer = await actorOf("treasurer");
    const receipts = await Promise.all(members.map(({ call }) => recordPayment(treasurer, paid(call), now)));
    expect(new Set(receipts).size).toBe(6);
  });
});

describe("a payment recorded by mistake", () => {
  test("is undone by a counter-row: nothing is erased, the receipt is worth nothing, its holder is told", async () => {
    const member = await addMember({ call: lateCall });
    const treasurer = await actorOf("treasurer");
    const receipt = await recordPayment(treasurer, paid(member.call), now);
    await undoPayment(treasurer, { receipt, reason: "mauvais adhérent" }, now);
    const call = await callOf(member.call);
    expect(call).toMatchObject({ paidCents: 0, balanceCents: 15_000 });
    const rows = await db().feePayment.findMany({ where: { feeCallId: call.id }, orderBy: { recordedAt: "asc" } });
    expect(rows.map(({ amountCents }) => amountCents).sort()).toEqual([-15_000, 15_000].sort());
    expect((await mailsTo(member.email)).at(-1)?.subject).toBe(`Le reçu ${receipt} est annulé`);
    // The right payment may then bear the same reference.
    await recordPayment(treasurer, paid(member.call), now);
    expect((await callOf(member.call)).balanceCents).toBe(0);
  });

  test("is undone once, by two at once too", async () => {
    const member = await addMember({ call: lateCall });
    const treasurer = await actorOf("treasurer");
    const receipt = await recordPayment(treasurer, paid(member.call), now);
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => undoPayment(treasurer, { receipt, reason: "doublon" }, now)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(tries.filter((one) => one.status === "rejected" && one.reason.code === "payment_undone")).toHaveLength(2);
    expect((await callOf(member.call)).paidCents).toBe(0);
  });

  test("is not undone by a member, nor when there is none", async () => {
    const member = await addMember({ call: lateCall });
    const receipt = await recordPayment(await actorOf("treasurer"), paid(member.call), now);
    const input = { receipt, reason: "x" };
    await expect(undoPayment(await actorOf("member"), input, now)).rejects.toMatchObject({ code: "forbidden" });
    const none = undoPayment(await actorOf("treasurer"), { ...input, receipt: "REC-1999-0001" }, now);
    await expect(none).rejects.toMatchObject({ code: "unknown_payment" });
  });

  test("cannot be changed nor deleted by anything else", async () => {
    const member = await addMember({ call: lateCall });
    const receipt = await recordPayment(await actorOf("treasurer"), paid(member.call), now);
    const change = db().feePayment.update({ where: { receipt }, data: { amountCents: 1 } });
    await expect(change).rejects.toSatisfy((error) => refusalOf(error)?.code === "fee_payment_is_history");
    const deletion = db().feePayment.delete({ where: { receipt } });
    await expect(deletion).rejects.toSatisfy((error) => refusalOf(error)?.code === "fee_payment_is_history");
  });
});

test("the accountant's lines hold payments and counter-rows of the year, and only the board reads them", async () => {
  const member = await addMember({ call: lateCall });
  const treasurer = await actorOf("treasurer");
  const receipt = await recordPayment(treasurer, paid(member.call, { paidOn: "2026-02-03" }), now);
  await undoPayment(treasurer, { receipt, reason: "doublon" }, now);
  const lines = (await listEntries(treasurer, { year: 2026, limit: 10_000 }, now)).filter(
    ({ feeCall }) => feeCall.reference === member.call,
  );
  expect(lines).toMatchObject([
    { paidOn: "2026-02-03", amountCents: 15_000, receipt },
    { paidOn: "2026-11-24", amountCents: -15_000, receipt: null, reverses: { receipt }, reference: "doublon" },
  ]);
  const others = await listEntries(treasurer, { year: 2025, limit: 10_000 }, now);
  expect(others.some(({ feeCall }) => feeCall.reference === member.call)).toBe(false);
  await expect(listEntries(await actorOf("lead"), { year: 2026, limit: 1 }, now)).rejects.toMatchObject({
    code: "forbidden",
  });
});
