import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { mailKindsTo } from "../../../../test/own-people.ts";
import { addApplication, addHost, addSchool, addStudent, NOON, stateOf } from "../../../../test/own-students.ts";
import { findReceived } from "../review/queries.ts";
import { nudgeCompany, shareWithSchool, withdrawApplication } from "./commands.ts";

describe("a student", () => {
  test("takes an application back: words, CV and notes go at once, and it is not sent a second time", async () => {
    const { offer, referent } = await addHost();
    const student = await addStudent();
    const id = await addApplication(student, offer, { state: "offered" });
    await db().applicationNote.create({ data: { applicationId: id, text: "À rappeler", writtenAt: NOON } });
    await withdrawApplication(student, { applicationId: id }, NOON);
    await withdrawApplication(student, { applicationId: id }, NOON);
    expect(await stateOf(id)).toBe("withdrawn");
    expect(await findReceived(referent, id, NOON)).toMatchObject({ message: "", cvId: null, notes: [] });
    expect(await mailKindsTo(referent.personId)).toEqual(["place-declined"]);
    const other = await addStudent();
    const kept = await addApplication(student, (await addHost()).offer);
    const stolen = withdrawApplication(other, { applicationId: kept }, NOON);
    await expect(stolen).rejects.toMatchObject({ code: "forbidden" });
  });

  test("reminds a silent company once, after ten days", async () => {
    const { offer, referent } = await addHost();
    const student = await addStudent();
    const early = await addApplication(student, offer, { sentDaysAgo: 9 });
    await expect(nudgeCompany(student, { applicationId: early }, NOON)).rejects.toMatchObject({ code: "too_early" });
    const due = await addApplication(await addStudent(), offer, { sentDaysAgo: 10 });
    await expect(nudgeCompany(student, { applicationId: due }, NOON)).rejects.toMatchObject({ code: "forbidden" });
    const late = await addStudent();
    const mine = await addApplication(late, offer, { state: "read", sentDaysAgo: 10 });
    const nudge = () => nudgeCompany(late, { applicationId: mine }, NOON);
    await Promise.allSettled([nudge(), nudge()]);
    expect(await mailKindsTo(referent.personId)).toEqual(["application-nudge"]);
    await expect(nudge()).rejects.toMatchObject({ code: "nudged" });
    const answered = await addApplication(late, (await addHost()).offer, { state: "interview", sentDaysAgo: 30 });
    await expect(nudgeCompany(late, { applicationId: answered }, NOON)).rejects.toMatchObject({ code: "nudged" });
  });

  test("shows one application to their own school, or no longer", async () => {
    const school = await addSchool();
    const { offer } = await addHost();
    const student = await addStudent({ schoolId: school.id });
    const id = await addApplication(student, offer);
    const shared = async () => (await db().internshipApplication.findUnique({ where: { id } }))?.sharedWithId;
    await shareWithSchool(student, { applicationId: id, isShared: true }, NOON);
    expect(await shared()).toBe(school.id);
    await shareWithSchool(student, { applicationId: id, isShared: false }, NOON);
    expect(await shared()).toBeNull();
    const alone = await addStudent();
    const theirs = await addApplication(alone, offer);
    const refused = shareWithSchool(alone, { applicationId: theirs, isShared: true }, NOON);
    await expect(refused).rejects.toMatchObject({ code: "no_school" });
  });
});
