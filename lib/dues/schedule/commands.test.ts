import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addMember, retireMembers } from "../../../test/own-members.ts";
import { addRate, changeFeeRules, noteHeadcount, withdrawRate } from "./commands.ts";
import { getFeeRules, listRates } from "./queries.ts";
import { addRateInput, feeRulesInput } from "./schema.ts";

const now = new Date("2026-11-24T10:00:00Z");
const rate = { kind: "editor" as const, validFrom: "2070-01-01", amount: 12_345, note: "essai" };
const rules = {
  firstMonth: 1,
  proRata: "full" as const,
  dueInDays: 30,
  reminderDays: [15, 30, 60],
  lapseAfterDays: 90,
};
afterAll(retireMembers);

describe("the schedule", () => {
  test("gains a line, loses it, harmlessly twice, and both are in the log", async () => {
    const president = await actorOf("president");
    await addRate(president, rate, now);
    const added = (await listRates(president, now)).find(({ validFrom }) => validFrom === "2070-01-01");
    expect(added).toMatchObject({ kind: "editor", headcount: null, amountCents: 12_345, note: "essai" });
    const id = added?.id ?? "";
    await withdrawRate(president, { id }, now);
    await withdrawRate(president, { id }, now);
    expect(await db().feeRate.findUnique({ where: { id } })).toBeNull();
    const acts = await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
    expect(acts.map(({ action }) => action)).toEqual(["add-fee-rate", "withdraw-fee-rate"]);
  });

  test("holds one line a case and day, those for all included, even from two at once", async () => {
    const president = await actorOf("president");
    const general = { validFrom: "2071-01-01", amount: 100 };
    const tries = await Promise.allSettled([1, 2, 3].map(() => addRate(president, general, now)));
    const refused = tries.flatMap((one) => (one.status === "rejected" ? [refusalOf(one.reason)] : []));
    expect(refused.map((refusal) => [refusal?.code, refusal?.field])).toEqual([
      ["fee_rate_once", "validFrom"],
      ["fee_rate_once", "validFrom"],
    ]);
    await db().feeRate.deleteMany({ where: { validFrom: new Date("2071-01-01") } });
  });

  test("is the board's alone; members read it, strangers do not", async () => {
    for (const actor of [visitor, await actorOf("member"), await actorOf("lead"), await actorOf("admin")]) {
      await expect(addRate(actor, rate, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(withdrawRate(actor, { id: crypto.randomUUID() }, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(changeFeeRules(actor, rules, now)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await listRates(await actorOf("member"), now)).length).toBeGreaterThan(0);
    expect(await listRates(visitor, now)).toEqual([]);
  });

  test.each(["", "12,345", "douze", "-5"])("an amount typed %j is refused in French", (amount) => {
    const { error } = addRateInput.safeParse({ amount, validFrom: "2026-01-01" });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      "Saisissez un montant en euros, par exemple 1 200,50.",
    ]);
  });
});

describe("the rules", () => {
  test("change what the next call says, and what is left empty reads « À compléter »", async () => {
    const treasurer = await actorOf("treasurer");
    const iban = "FR7630006000011234567890189";
    await changeFeeRules(treasurer, { ...rules, firstMonth: 9, iban }, now);
    expect(await getFeeRules(treasurer, now)).toMatchObject({ firstMonth: 9, iban, vatMention: null });
    await changeFeeRules(treasurer, rules, now);
    expect(await getFeeRules(treasurer, now)).toMatchObject({ firstMonth: 1, iban: null });
  });

  test("are read as they are typed", () => {
    const typed = {
      firstMonth: "9",
      proRata: "months",
      dueInDays: "45",
      reminderDays: "60; 15 , 30",
      lapseAfterDays: "120",
    };
    expect(feeRulesInput.parse({ ...typed, iban: "fr76 3000 6000 0112 3456 7890 189" })).toMatchObject({
      firstMonth: 9,
      reminderDays: [15, 30, 60],
      iban: "FR7630006000011234567890189",
    });
    const wrong = feeRulesInput.safeParse({ ...typed, dueInDays: "0", reminderDays: "bientôt", iban: "FR76" });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(["dueInDays", "reminderDays", "iban"]);
  });
});

test("the size of a structure is the treasurer's to note, and changes nothing else", async () => {
  const member = await addMember();
  const input = { structure: member.id, headcount: "up_to_9" as const };
  await expect(noteHeadcount(await actorOf("member"), input, now)).rejects.toMatchObject({ code: "forbidden" });
  await noteHeadcount(await actorOf("treasurer"), input, now);
  expect(await db().structure.findUnique({ where: { id: member.id } })).toMatchObject({ headcount: "up_to_9" });
  const nowhere = noteHeadcount(await actorOf("treasurer"), { structure: crypto.randomUUID() }, now);
  await expect(nowhere).rejects.toMatchObject({ code: "unknown_structure" });
});
