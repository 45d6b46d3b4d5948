import { extractText, getDocumentProxy } from "unpdf";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addMember, retireMembers } from "../../../test/own-members.ts";
import { findCallPdf } from "../queries.ts";
import { callFees } from "./commands.ts";
import { listCalls, previewCalls, sumCalls } from "./queries.ts";

const now = new Date("2026-11-24T10:00:00Z");
// In years when nobody of the demonstration had joined: only a test's own members are called.
const founder = { joinedOn: "1979-01-01" };
beforeAll(async () => {
  const validFrom = columnOfDay("1979-01-01");
  await db().feeRate.create({ data: { validFrom, amountCents: 15_000 }, select: { id: true } });
});
afterEach(retireMembers);

async function asShown(year: number) {
  const { calls, totalCents } = await previewCalls(await actorOf("treasurer"), year, now);
  return { year, count: calls.length, totalCents };
}

describe("calling the fees of a year", () => {
  test("does what the preview said: a number, an amount, its reason and a letter with its paper for each", async () => {
    const member = await addMember(founder);
    const treasurer = await actorOf("treasurer");
    const foreseen = await previewCalls(treasurer, 1980, now);
    const own = foreseen.calls.find(({ structureId }) => structureId === member.id);
    expect(own).toMatchObject({
      amountCents: 15_000,
      basis: expect.stringContaining("Barème"),
      recipients: [member.email],
    });
    expect(await callFees(treasurer, await asShown(1980), now)).toBe(foreseen.calls.length);
    const call = await db().feeCall.findFirstOrThrow({ where: { structureId: member.id, year: 1980 } });
    expect(call).toMatchObject({ amountCents: 15_000, balanceCents: 15_000, basis: own?.basis });
    expect(call.dueOn.toISOString()).toContain("2026-12-24");
    const mails = await db().mail.findMany({ where: { subjectId: call.id }, include: { attachments: true } });
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([member.email]);
    expect(mails[0]?.text).toContain(call.reference);
    expect(mails[0]?.attachments.map(({ filename }) => filename).sort()).toEqual([
      `appel-${call.reference}.pdf`,
      "ce-que-le-club-vous-a-apporte.pdf",
    ]);
    const paper = mails[0]?.attachments.find(({ filename }) => filename.startsWith("appel"));
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper?.content ?? [])), {
      mergePages: true,
    });
    for (const words of [call.reference, member.name, "150 €", "À compléter", "n’est pas un reçu fiscal"]) {
      expect(text.replace(/\s+/g, " ")).toContain(words);
    }
    const references = await db().feeCall.findMany({ where: { year: 1980 }, orderBy: { reference: "asc" } });
    expect(references[0]?.reference).toBe("COT-1980-0001");
    expect(references).toHaveLength(foreseen.calls.length);
  });

  test("twice calls nobody twice; whoever joined since is called alone", async () => {
    const treasurer = await actorOf("treasurer");
    await addMember(founder);
    const shown = await asShown(1981);
    await callFees(treasurer, shown, now);
    expect(await callFees(treasurer, shown, now)).toBe(0);
    const late = await addMember(founder);
    expect(await callFees(treasurer, await asShown(1981), now)).toBe(1);
    expect(await db().feeCall.count({ where: { year: 1981 } })).toBe(shown.count + 1);
    expect(await db().mail.count({ where: { toAddress: late.email } })).toBe(1);
  });

  test("by two at once calls each once", async () => {
    const [one, other] = [await actorOf("treasurer"), await actorOf("president")];
    for (const _ of [1, 2, 3]) await addMember(founder);
    const shown = await asShown(1982);
    expect(shown.count).toBe(3);
    const done = await Promise.all([callFees(one, shown, now), callFees(other, shown, now)]);
    expect(done.sort((a, b) => a - b)).toEqual([0, shown.count]);
    expect(await db().feeCall.count({ where: { year: 1982 } })).toBe(shown.count);
  });

  test("sends nothing that was not shown, when somebody joined or the schedule changed meanwhile", async () => {
    const shown = await asShown(1983);
    const newcomer = await addMember(founder);
    const call = callFees(await actorOf("treasurer"), shown, now);
    await expect(call).rejects.toMatchObject({ code: "preview_outdated" });
    expect(await db().feeCall.count({ where: { year: 1983 } })).toBe(0);
    expect(await db().mail.count({ where: { toAddress: newcomer.email } })).toBe(0);
  });

  test("asks newcomers for their months only when the club says so", async () => {
    const member = await addMember({ joinedOn: "1984-09-15" });
    const treasurer = await actorOf("treasurer");
    const amount = async () =>
      (await previewCalls(treasurer, 1984, now)).calls.find(({ structureId }) => structureId === member.id);
    expect(await amount()).toMatchObject({ amountCents: 15_000 });
    await db().feeRules.update({ where: { id: 1 }, data: { proRata: "months" } });
    expect(await amount()).toMatchObject({ amountCents: 5_000, basis: expect.stringContaining("4 mois sur 12") });
    await db().feeRules.update({ where: { id: 1 }, data: { proRata: "full" } });
  });

  test("leaves out those who are not members, and those who join after the year", async () => {
    const [gone, later] = [await addMember(founder), await addMember({ joinedOn: "1986-01-01" })];
    await db().structure.update({ where: { id: gone.id }, data: { status: "resigned" } });
    const ids = (await previewCalls(await actorOf("treasurer"), 1985, now)).calls.map(({ structureId }) => structureId);
    expect(ids).not.toContain(gone.id);
    expect(ids).not.toContain(later.id);
  });

  test("is the president's and the treasurer's alone", async () => {
    const shown = await asShown(1987);
    for (const actor of [visitor, await actorOf("lead"), await actorOf("admin"), await actorOf("student")]) {
      await expect(callFees(actor, shown, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(previewCalls(actor, 1987, now)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await db().feeCall.count({ where: { year: 1987 } })).toBe(0);
  });
});

describe("the year's list", () => {
  test("of the demonstration: paid, partly paid, two late; its totals are those of its lines", async () => {
    const today = new Date();
    const year = today.getFullYear();
    const treasurer = await actorOf("treasurer");
    const { items } = await listCalls(treasurer, { year, page: 1, limit: 1_000 }, today);
    const sums = await sumCalls(treasurer, year, today);
    expect(sums.calledCents).toBe(items.reduce((sum, { amountCents }) => sum + amountCents, 0));
    expect(sums.receivedCents).toBe(items.reduce((sum, { paidCents }) => sum + paidCents, 0));
    const late = await listCalls(treasurer, { year, filter: "en-retard", page: 1, limit: 1_000 }, today);
    expect(late.total).toBe(sums.lateCount);
    expect(late.items.every(({ state }) => state === "late")).toBe(true);
    const states = items.map(({ state }) => state);
    expect(states).toEqual(expect.arrayContaining(["paid", "partly_paid", "due", "late"]));
    const [paid, owed] = await Promise.all(
      (["regle", "a-regler"] as const).map((filter) =>
        listCalls(treasurer, { year, filter, page: 1, limit: 1 }, today),
      ),
    );
    expect((paid?.total ?? 0) + (owed?.total ?? 0)).toBe(items.length);
    await expect(listCalls(await actorOf("member"), { year, page: 1 }, today)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("a call's paper is its structure's and the board's; anybody else finds none", async () => {
    const own = await actorOf("member");
    const call = await db().feeCall.findFirstOrThrow({ where: { structureId: own.actingFor?.id ?? "" } });
    expect(await findCallPdf(own, call.reference, now)).not.toBeNull();
    expect(await findCallPdf(await actorOf("treasurer"), call.reference, now)).not.toBeNull();
    for (const actor of [visitor, await actorOf("rival"), await actorOf("student"), await actorOf("admin")]) {
      expect(await findCallPdf(actor, call.reference, now)).toBeNull();
    }
  });
});
