import { afterAll, describe, expect, test } from "vitest";
import { addDays, dayOf, fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { system } from "#lib/policy/actor";
import { setWithdrawn } from "#lib/tenders/spotting";
import { actorOf } from "../../../test/cast.ts";
import { addConsortium, addPartner, retirePartners } from "../../../test/own-consortia.ts";
import { changeTerms } from "../commands.ts";
import { announceDeadlines, announceWithdrawals, remindOfTasks } from "../reminders/commands.ts";
import { addTask, changeTask, markTask, removeTask } from "./commands.ts";
import { listTasks } from "./queries.ts";
import { dueDay } from "./rules.ts";

const now = new Date();
afterAll(retirePartners);

describe("two people editing one task", () => {
  test("the second is shown the first one's change, and loses nothing", async () => {
    const { id, leader, member } = await addConsortium({ lots: 1 });
    const [task] = await listTasks(leader, id, now);
    if (!task) throw new Error("no task");
    const seen = { id, taskId: task.id, version: task.version, dueOn: task.due, owner: "" };
    const both = await Promise.allSettled([
      changeTask(leader, { ...seen, title: "Lire le CCAP" }, now),
      changeTask(member, { ...seen, title: "Lire le CCTP" }, now),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find(({ status }) => status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "task_changed", message: expect.stringMatching(/Lire le CC/) } });
    const after = (await listTasks(leader, id, now)).find((row) => row.id === task.id);
    expect(after?.title).toMatch(/Lire le CC/);
    await expect(removeTask(member, seen, now)).rejects.toMatchObject({ code: "task_changed" });
    // Read again, it is changed knowingly.
    await markTask(member, { id, taskId: task.id, version: after?.version ?? 0, isDone: true }, now);
  });

  test("is for members; a task is given to one of them", async () => {
    const { id, leader } = await addConsortium({ lots: 1 });
    const stranger = await addPartner();
    const task = { id, title: "x", dueOn: dayOf(now), owner: "" };
    for (const actor of [stranger.referent, await actorOf("president"), await actorOf("admin")]) {
      await expect(addTask(actor, task, now)).rejects.toMatchObject({ code: /forbidden|not_found/ });
      expect(await listTasks(actor, id, now)).toEqual([]);
    }
    const owner = stranger.structure.id;
    await expect(addTask(leader, { ...task, owner }, now)).rejects.toMatchObject({ field: "owner" });
  });
});

describe("a deadline that moves", () => {
  test("moves what is counted back from it, leaves what was fixed, and is told once", async () => {
    const respondBefore = fromParis(addDays(dayOf(now), 40), "12:00");
    const { id, leader, tender, partner } = await addConsortium({ lots: 1, respondBefore });
    await addTask(leader, { id, title: "Visite", dueOn: addDays(dayOf(now), 3), owner: "" }, now);
    const before = await listTasks(leader, id, now);
    const later = fromParis(addDays(dayOf(now), 54), "12:00");
    await db().tender.update({ where: { id: tender.id }, data: { respondBefore: later } });
    const after = await listTasks(leader, id, now);
    const due = (rows: typeof after, title: string) => rows.find((row) => row.title.startsWith(title))?.due;
    expect(due(after, "Visite")).toBe(due(before, "Visite"));
    const planned = { daysBefore: 1, dueOn: null };
    expect(due(after, "Dépôt")).toBe(dueDay(planned, { deadline: dayOf(later), openedOn: dayOf(now) }));
    expect(due(after, "Dépôt")).not.toBe(due(before, "Dépôt"));
    await Promise.all([announceDeadlines(system, now), announceDeadlines(system, now)]);
    expect(
      await db().mail.count({ where: { personId: partner.referent.personId, subject: { contains: "date limite" } } }),
    ).toBe(1);
    const notices = { personId: partner.referent.personId, title: { contains: "date limite" } };
    expect(await db().notice.count({ where: notices })).toBe(1);
  });
});

test("saving a form that was open when the deadline moved does not pin the day it showed", async () => {
  const { id, leader, tender } = await addConsortium({
    lots: 1,
    respondBefore: fromParis(addDays(dayOf(now), 40), "12:00"),
  });
  const [task] = await listTasks(leader, id, now);
  const later = fromParis(addDays(dayOf(now), 60), "12:00");
  await db().tender.update({ where: { id: tender.id }, data: { respondBefore: later } });
  const shown = { dueOn: task?.due ?? "", shownOn: task?.due ?? "" };
  const seen = { id, taskId: task?.id ?? "", version: task?.version ?? 0, owner: "" };
  await changeTask(leader, { ...seen, ...shown, title: "Lire le règlement" }, now);
  const after = (await listTasks(leader, id, now)).find((one) => one.id === task?.id);
  expect([after?.title, after?.isPlanned]).toEqual(["Lire le règlement", true]);
});

test("who is no more of the club is told nothing more of a workspace", async () => {
  const { id, leader, partner } = await addConsortium({ lots: 1 });
  await db().structure.update({ where: { id: partner.structure.id }, data: { status: "resigned" } });
  const told = () => db().notice.count({ where: { personId: partner.referent.personId } });
  const before = await told();
  await changeTerms(leader, { id, form: "several", justification: "Chacun pour tous." }, now);
  expect(await told()).toBe(before);
});

test("that the buyer gives up is told once to each member, and its tasks are asked of nobody", async () => {
  const { id, leader, tender, partner } = await addConsortium({ lots: 1 });
  await addTask(leader, { id, title: "Visite du site", dueOn: dayOf(now), owner: partner.structure.id }, now);
  const told = () =>
    db().mail.count({ where: { personId: partner.referent.personId, subject: "Une consultation a changé" } });
  await db().$transaction((tx) => setWithdrawn(tx, { id: tender.id, subject: "Réseau" }, now, now));
  await Promise.all([announceWithdrawals(system, now), announceWithdrawals(system, now)]);
  expect(await told()).toBe(1);
  await remindOfTasks(system, now);
  expect(await db().mail.count({ where: { text: { contains: "Visite du site" } } })).toBe(0);
  await db().$transaction((tx) => setWithdrawn(tx, { id: tender.id, subject: "Réseau" }, null, now));
  await announceWithdrawals(system, now);
  await announceWithdrawals(system, now);
  expect(await told()).toBe(2);
});

describe("reminders", () => {
  test("leave once for each day a task is due, whatever runs twice, to whom it was given", async () => {
    const { id, leader, member, partner } = await addConsortium({ lots: 1 });
    await db().consortiumTask.deleteMany({ where: { consortiumId: id } });
    const owner = `${partner.structure.id} ${partner.referent.personId}`;
    await addTask(leader, { id, title: "Signer le DC2", dueOn: addDays(dayOf(now), 1), owner }, now);
    const count = () =>
      db().mail.count({ where: { personId: partner.referent.personId, text: { contains: "Signer le DC2" } } });
    await Promise.all([remindOfTasks(system, now), remindOfTasks(system, now)]);
    await remindOfTasks(system, now);
    expect(await count()).toBe(1);
    const late = new Date(now.getTime() + 3 * 86_400_000);
    await remindOfTasks(system, late);
    await remindOfTasks(system, late);
    expect(await count()).toBe(2);
    const [task] = await listTasks(member, id, now);
    await markTask(member, { id, taskId: task?.id ?? "", version: task?.version ?? 0, isDone: true }, now);
    await remindOfTasks(system, new Date(now.getTime() + 9 * 86_400_000));
    expect(await count()).toBe(2);
  });

  test("are sent by the portal alone", async () => {
    for (const role of ["president", "admin", "member"] as const) {
      await expect(remindOfTasks(await actorOf(role), now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(announceDeadlines(await actorOf(role), now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(announceWithdrawals(await actorOf(role), now)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
