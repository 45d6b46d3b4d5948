import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { system, visitor } from "#lib/policy/actor";
import { mailKindsTo } from "../../../../test/own-people.ts";
import { addApplication, addHost, addStudent, NOON } from "../../../../test/own-students.ts";
import { eraseOldInternshipApplications } from "./commands.ts";

const find = (id: string) => db().internshipApplication.findUnique({ where: { id } });

describe("what ended", () => {
  test("is erased three months after, told once; the CV goes with it, a number stays", async () => {
    const { offer } = await addHost();
    const student = await addStudent();
    const old = await addApplication(student, offer, { state: "refused", sentDaysAgo: 95 });
    const other = await addApplication(student, (await addHost()).offer, { state: "withdrawn", sentDaysAgo: 95 });
    const recent = await addApplication(student, (await addHost()).offer, { state: "refused", sentDaysAgo: 80 });
    await db().applicationNote.create({ data: { applicationId: old, text: "x", writtenAt: NOON } });
    await Promise.all([eraseOldInternshipApplications(system, NOON), eraseOldInternshipApplications(system, NOON)]);
    await eraseOldInternshipApplications(system, NOON);
    for (const id of [old, other]) {
      expect(await find(id)).toMatchObject({ studentId: null, cvId: null, message: "" });
    }
    expect(await db().applicationNote.count({ where: { applicationId: old } })).toBe(0);
    expect(await find(recent)).toMatchObject({ studentId: student.personId });
    expect(await mailKindsTo(student.personId)).toEqual(["applications-erased"]);
    const later = new Date(NOON.getTime() + 120 * 86_400_000);
    const [cv] = await db().cv.findMany({ where: { studentId: student.personId } });
    await eraseOldInternshipApplications(system, later);
    expect(await db().cv.count({ where: { studentId: student.personId } })).toBe(0);
    expect(await db().discardedFile.count({ where: { key: cv?.key ?? "" } })).toBe(1);
    await expect(eraseOldInternshipApplications(visitor, NOON)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is not a draft that its student sends meanwhile: it stays, and is not counted", async () => {
    await eraseOldInternshipApplications(system, NOON);
    const student = await addStudent();
    const draft = await addApplication(student, (await addHost()).offer, { state: "draft", sentDaysAgo: 200 });
    const erasing = await db().$transaction(async (tx) => {
      const data = { state: "received" as const, sentAt: NOON };
      await tx.internshipApplication.update({ where: { id: draft }, data, select: { id: true } });
      const started = eraseOldInternshipApplications(system, NOON);
      // Until the erasure waits for this row.
      await wait(500);
      return { started };
    });
    expect(await erasing.started).toBe(0);
    expect(await find(draft)).toMatchObject({ state: "received", studentId: student.personId });
  });

  test("is kept two years for those who asked; what goes on, and a place taken, until after the internship", async () => {
    const { offer } = await addHost({ places: 3 });
    const asked = await addStudent();
    await db().student.update({ where: { personId: asked.personId }, data: { keptLonger: true } });
    const kept = await addApplication(asked, offer, { state: "refused", sentDaysAgo: 200 });
    const placed = await addApplication(await addStudent(), offer, { state: "accepted", sentDaysAgo: 200 });
    const drafted = await addApplication(await addStudent(), offer, { state: "draft", sentDaysAgo: 200 });
    await eraseOldInternshipApplications(system, NOON);
    expect((await find(kept))?.studentId).not.toBeNull();
    expect((await find(placed))?.studentId).not.toBeNull();
    expect(await find(drafted)).toBeNull();
    await eraseOldInternshipApplications(system, new Date("2027-10-01T10:00:00Z"));
    expect(await find(placed)).toMatchObject({ state: "accepted", studentId: null });
    await eraseOldInternshipApplications(system, new Date("2028-12-01T10:00:00Z"));
    expect(await find(kept)).toMatchObject({ studentId: null });
  });
});
