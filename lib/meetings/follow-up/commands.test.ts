import { afterAll, describe, expect, test } from "vitest";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { system } from "#lib/policy/actor";
import { removeOwnCommissions, subjectsTo } from "../../../test/own-commissions.ts";
import { addMeeting, hours } from "../../../test/own-meetings.ts";
import { sendActionReminders, settleAction } from "./commands.ts";
import { listOpenActions, listOwnActions } from "./queries.ts";
import { lastReminderDay } from "./rules.ts";

afterAll(removeOwnCommissions);

async function addAction(dueOn = "2034-03-20") {
  const meeting = await addMeeting();
  const { id } = await db().actionItem.create({
    data: {
      meetingId: meeting.meetingId,
      commissionId: meeting.own.commission.id,
      text: "écrire le contrat",
      ownerId: meeting.first.id,
      dueOn: columnOfDay(dueOn),
      takenOnAt: hours(2),
    },
    select: { id: true },
  });
  return { ...meeting, id };
}

describe("the days of reminders", () => {
  test.each([
    ["2034-03-12", null],
    ["2034-03-13", "2034-03-13"],
    ["2034-03-19", "2034-03-13"],
    ["2034-03-20", "2034-03-20"],
    ["2034-04-02", "2034-03-20"],
    ["2034-04-03", "2034-04-03"],
    ["2034-05-01", "2034-05-01"],
  ])("for the 20 March, on %s: %s", (today, day) => {
    expect(lastReminderDay("2034-03-20", today)).toBe(day);
  });
});

describe("an action", () => {
  test("is its owner's to finish, and of whoever leads; done twice is done once, and may be undone", async () => {
    const { id, first, second, lead, own } = await addAction();
    expect(await listOwnActions(first.actor, hours(3))).toMatchObject([{ id, text: "écrire le contrat" }]);
    expect(await listOwnActions(second.actor, hours(3))).toEqual([]);
    expect(await listOpenActions(lead.actor, own.commission.slug, hours(3))).toMatchObject([{ id }]);
    expect(await listOpenActions(first.actor, own.commission.slug, hours(3))).toEqual([]);
    const done = { actionId: id, isDone: true };
    await expect(settleAction(second.actor, done, hours(3))).rejects.toMatchObject({ code: "forbidden" });
    await Promise.all([settleAction(first.actor, done, hours(3)), settleAction(lead.actor, done, hours(3))]);
    expect(await listOpenActions(lead.actor, own.commission.slug, hours(3))).toEqual([]);
    expect(await db().auditEntry.count({ where: { action: "finish-action", subjectId: id } })).toBe(1);
    await settleAction(first.actor, { actionId: id, isDone: false }, hours(3));
    expect(await listOpenActions(lead.actor, own.commission.slug, hours(3))).toHaveLength(1);
  });

  test("is reminded of a week before, on the day, then every two weeks until it is done; never twice", async () => {
    const { id, first } = await addAction();
    const at = (day: string) => new Date(`${day}T07:50:00Z`);
    const told = async () => (await subjectsTo(first.email)).filter((one) => one.includes("écrire le contrat"));
    await sendActionReminders(system, at("2034-03-12"));
    expect(await told()).toEqual([]);
    await Promise.all([1, 2, 3].map(() => sendActionReminders(system, at("2034-03-13"))));
    await sendActionReminders(system, at("2034-03-15"));
    expect(await told()).toEqual(["À faire\u202f: écrire le contrat"]);
    await sendActionReminders(system, at("2034-03-20"));
    await sendActionReminders(system, at("2034-04-04"));
    await sendActionReminders(system, at("2034-04-05"));
    expect(await told()).toEqual([
      "À faire\u202f: écrire le contrat",
      "À faire\u202f: écrire le contrat",
      "En retard\u202f: écrire le contrat",
    ]);
    await settleAction(first.actor, { actionId: id, isDone: true }, at("2034-04-06"));
    await sendActionReminders(system, at("2034-05-20"));
    expect(await told()).toHaveLength(3);
    await expect(sendActionReminders(first.actor, at("2034-05-20"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
