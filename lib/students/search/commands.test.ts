import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { mailKindsTo } from "../../../test/own-people.ts";
import { addApplication, addHost, addStudent, NOON } from "../../../test/own-students.ts";
import { fitOf } from "../rules.ts";
import { inviteStudent } from "./commands.ts";
import { listFittingStudents } from "./queries.ts";

const show = (personId: string) =>
  db().student.update({ where: { personId }, data: { isVisible: true }, select: { personId: true } });

describe("students that a company may find", () => {
  test("are those who agreed and fit, with why, by their first name alone", async () => {
    const { offer, referent } = await addHost();
    const [seen, hidden, applied] = [await addStudent(), await addStudent(), await addStudent()];
    await Promise.all([seen, applied].map(({ personId }) => show(personId)));
    await addApplication(applied, offer);
    const found = await listFittingStudents(referent, offer.id, NOON);
    const ids = found?.students.map(({ personId }) => personId) ?? [];
    expect(ids).toContain(seen.personId);
    expect(ids).not.toContain(hidden.personId);
    expect(ids).not.toContain(applied.personId);
    const line = found?.students.find(({ personId }) => personId === seen.personId);
    expect(line?.reasons).toEqual(["niveau BUT 2", "période qui convient", "Linux en commun"]);
    expect(JSON.stringify(line)).not.toMatch(/Lefebvre|people[.]example/);
    const rival = (await addHost()).referent;
    expect(await listFittingStudents(rival, offer.id, NOON)).toBeNull();
  });

  test("are invited by one message for an offer, whoever asks and however often", async () => {
    const { offer, referent } = await addHost();
    const student = await addStudent();
    const invite = (actor = referent) =>
      inviteStudent(actor, { internshipId: offer.id, studentId: student.personId }, NOON);
    await expect(invite()).rejects.toMatchObject({ code: "student_gone" });
    await show(student.personId);
    await Promise.all([invite(), invite()]);
    await invite();
    expect(await mailKindsTo(student.personId)).toEqual(["student-invitation"]);
    await expect(invite((await addHost()).referent)).rejects.toMatchObject({ code: "forbidden" });
    const over = await addHost({ applyInDays: -1 });
    const late = inviteStudent(over.referent, { internshipId: over.offer.id, studentId: student.personId }, NOON);
    await expect(late).rejects.toMatchObject({ code: "offer_over" });
  });

  test("fit by level and dates first; skills and distance make the order", () => {
    const offer = {
      levels: ["but2" as const],
      startsOn: "2027-04-05",
      endsOn: "2027-06-25",
      weeks: 10,
      skills: ["Linux"],
      town: "lens",
    };
    const student = {
      level: "but2" as const,
      availableFrom: "2027-04-01",
      availableTo: "2027-07-01",
      skills: ["linux"],
      town: "lens",
    };
    expect(fitOf(student, offer)).toMatchObject({
      reasons: expect.arrayContaining(["Linux en commun", "même commune"]),
    });
    expect(fitOf({ ...student, level: "bts" }, offer)).toBeNull();
    expect(fitOf({ ...student, availableTo: "2027-05-15" }, offer)).toBeNull();
    const far = fitOf({ ...student, town: null }, offer);
    expect(far?.score).toBeLessThan(fitOf(student, offer)?.score ?? 0);
    expect(fitOf({ ...student, town: "arras" }, offer)?.reasons.at(-1)).toMatch(/^à 1\d\u00a0km$/);
  });
});
