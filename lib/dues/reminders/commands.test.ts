import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import { system, visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addMember, retireMembers } from "../../../test/own-members.ts";
import { recordPayment } from "../payments/commands.ts";
import { pursueLateFees, remind } from "./commands.ts";

const call = { year: 2026, dueOn: "2026-01-31" };
const at = (day: string) => new Date(`${day}T08:00:00Z`);
const statusOf = async (id: string) => (await db().structure.findUniqueOrThrow({ where: { id } })).status;
const subjectsTo = async (toAddress: string) =>
  (await db().mail.findMany({ where: { toAddress }, orderBy: { id: "asc" } })).map(({ subject }) => subject);

afterAll(retireMembers);

describe("the daily pursuit", () => {
  test("reminds on each step once, warns, then takes the member out of the directory, telling them each time", async () => {
    const member = await addMember({ call });
    for (const day of [
      "2026-02-14",
      "2026-02-15",
      "2026-02-16",
      "2026-03-02",
      "2026-04-01",
      "2026-04-17",
      "2026-04-30",
    ]) {
      await pursueLateFees(system, at(day));
      await pursueLateFees(system, at(day));
    }
    const subjects = await subjectsTo(member.email);
    expect(subjects.map((subject) => subject.split("\u202f")[0])).toEqual([
      "Rappel",
      "Rappel",
      "Rappel",
      "Cotisation 2026",
    ]);
    expect(subjects.at(-1)).toContain("quittera l’annuaire le vendredi 1er\u00a0mai 2026");
    expect(await statusOf(member.id)).toBe("active");
    await pursueLateFees(system, at("2026-05-01"));
    await pursueLateFees(system, at("2026-05-02"));
    expect(await statusOf(member.id)).toBe("lapsed");
    expect(await subjectsTo(member.email)).toHaveLength(5);
    const acts = await db().auditEntry.findMany({ where: { subjectId: member.id } });
    expect(acts.map(({ action, personId }) => [action, personId])).toEqual([["lapse-member", null]]);
  });

  test("by several processes at once does each thing once", async () => {
    const member = await addMember({ call });
    await Promise.all([1, 2, 3].map(() => pursueLateFees(system, at("2026-02-20"))));
    expect(await subjectsTo(member.email)).toHaveLength(1);
    await pursueLateFees(system, at("2026-04-17"));
    await Promise.all([1, 2, 3].map(() => pursueLateFees(system, at("2026-05-20"))));
    expect(await statusOf(member.id)).toBe("lapsed");
    expect((await subjectsTo(member.email)).filter((subject) => subject.includes("n’est plus"))).toHaveLength(1);
  });

  test("leaves in the directory whoever pays while it runs, whichever comes first", async () => {
    const treasurer = await actorOf("treasurer");
    const members = await Promise.all(Array.from({ length: 5 }, () => addMember({ call })));
    await pursueLateFees(system, at("2026-04-17"));
    const payment = { amount: 15_000, method: "transfer" as const, paidOn: "2026-05-19", reference: "VIR" };
    await Promise.all([
      pursueLateFees(system, at("2026-05-20")),
      ...members.map((member) => recordPayment(treasurer, { ...payment, call: member.call }, at("2026-05-20"))),
    ]);
    for (const { id } of members) expect(await statusOf(id)).toBe("active");
  });

  test("lapses nobody who was not warned two weeks before, and writes to nobody who has no address", async () => {
    const [silent, mute] = [await addMember({ call }), await addMember({ call, email: null })];
    await pursueLateFees(system, at("2026-08-01"));
    expect(await statusOf(silent.id)).toBe("active");
    expect(await subjectsTo(silent.email)).toHaveLength(1);
    expect(await db().feeReminder.count({ where: { feeCall: { structureId: mute.id } } })).toBe(1);
  });

  test("is nobody's to order but the treasurer's and the portal's own", async () => {
    await expect(pursueLateFees(visitor, at("2026-02-15"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(pursueLateFees(await actorOf("member"), at("2026-02-15"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a reminder by hand", () => {
  test("leaves now, once a day, and never for what is paid", async () => {
    const member = await addMember({ call });
    const treasurer = await actorOf("treasurer");
    await remind(treasurer, { call: member.call }, at("2026-02-01"));
    const again = remind(treasurer, { call: member.call }, at("2026-02-01"));
    await expect(again).rejects.toSatisfy((error) => refusalOf(error)?.code === "fee_reminder_once_a_day");
    await remind(treasurer, { call: member.call }, at("2026-02-02"));
    expect(await subjectsTo(member.email)).toHaveLength(2);
    const payment = { amount: 15_000, method: "card" as const, paidOn: "2026-02-03", reference: "carte" };
    await recordPayment(treasurer, { ...payment, call: member.call }, at("2026-02-03"));
    await expect(remind(treasurer, { call: member.call }, at("2026-02-04"))).rejects.toMatchObject({
      code: "nothing_owed",
    });
  });

  test("is refused to others, and says when there is nobody to write to", async () => {
    const mute = await addMember({ call, email: null });
    await expect(remind(await actorOf("rival"), { call: mute.call }, at("2026-02-01"))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(remind(await actorOf("president"), { call: mute.call }, at("2026-02-01"))).rejects.toMatchObject({
      code: "nobody_to_remind",
    });
  });

  test("twice at once leaves once", async () => {
    const member = await addMember({ call });
    const treasurer = await actorOf("treasurer");
    await Promise.allSettled([1, 2, 3].map(() => remind(treasurer, { call: member.call }, at("2026-02-01"))));
    expect(await subjectsTo(member.email)).toHaveLength(1);
  });
});
