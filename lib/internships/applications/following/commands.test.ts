import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { eraseOwnAccount } from "#lib/privacy/commands";
import { findSharedApplication, listSharedApplications } from "#lib/schools/cohort/queries";
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
    const house = await addHost();
    const answered = await addApplication(late, house.offer, { state: "interview", sentDaysAgo: 30 });
    const inHours = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);
    const slot = { applicationId: answered, startsAt: inHours(1), endsAt: inHours(2), place: "Lens" };
    const { id: slotId } = await db().interviewSlot.create({ data: slot, select: { id: true } });
    await expect(nudgeCompany(late, { applicationId: answered }, NOON)).rejects.toMatchObject({ code: "nudged" });
    // With no moment to come, the company owes an answer again.
    await db().interviewSlot.delete({ where: { id: slotId }, select: { id: true } });
    await nudgeCompany(late, { applicationId: answered }, NOON);
    expect(await mailKindsTo(house.referent.personId)).toEqual(["application-nudge"]);
  });

  test("shows one application to their own school, or no longer", async () => {
    const school = await addSchool();
    const { offer } = await addHost();
    const student = await addStudent({ schoolId: school.id });
    const id = await addApplication(student, offer);
    const shared = async () => (await db().internshipApplication.findUnique({ where: { id } }))?.sharedWithId;
    const reads = async (teacher: PersonActor) => (await findSharedApplication(teacher, id, NOON))?.message ?? null;
    expect(await reads(school.teacher)).toBeNull();
    for (let time = 0; time < 2; time += 1) await shareWithSchool(student, { applicationId: id, isShared: true }, NOON);
    expect(await shared()).toBe(school.id);
    expect(await reads(school.teacher)).toBe("Votre offre me plaît.");
    expect(await reads((await addSchool()).teacher)).toBeNull();
    expect(await listSharedApplications(school.teacher, NOON)).toMatchObject([{ id }]);
    const told = { personId: school.teacher.personId, kind: "application-shared" };
    expect(await db().notice.count({ where: told })).toBe(1);
    await shareWithSchool(student, { applicationId: id, isShared: false }, NOON);
    expect(await shared()).toBeNull();
    expect(await reads(school.teacher)).toBeNull();
    const alone = await addStudent();
    const theirs = await addApplication(alone, offer);
    const refused = shareWithSchool(alone, { applicationId: theirs, isShared: true }, NOON);
    await expect(refused).rejects.toMatchObject({ code: "no_school" });
  });

  test("who has their account erased frees the place they had, and the interview to come; nobody is named", async () => {
    const [taken, talking] = [await addHost(), await addHost()];
    const student = await addStudent();
    const place = await addApplication(student, taken.offer, { state: "accepted" });
    await db().internship.update({
      where: { id: taken.offer.id },
      data: { closedAt: NOON, closedBecause: "filled" },
      select: { id: true },
    });
    const interview = await addApplication(student, talking.offer, { state: "interview" });
    const inHours = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);
    const slot = {
      applicationId: interview,
      startsAt: inHours(24),
      endsAt: inHours(25),
      place: "Lens",
      chosenAt: NOON,
    };
    await db().interviewSlot.create({ data: slot, select: { id: true } });
    // What had told the company of it, by name.
    const notice = { personId: taken.referent.personId, kind: "application-received", title: student.name, path: "/" };
    await db().notice.create({ data: { ...notice, fact: `application ${place} received` }, select: { id: true } });
    await eraseOwnAccount(student, { confirmation: student.email }, NOON);
    expect(await db().notice.count({ where: { title: student.name } })).toBe(0);
    expect([await stateOf(place), await stateOf(interview)]).toEqual(["withdrawn", "withdrawn"]);
    expect(await mailKindsTo(taken.referent.personId)).toEqual(["place-freed"]);
    expect(await mailKindsTo(talking.referent.personId)).toEqual(["interview-cancelled", "place-declined"]);
    const mails = await db().mail.findMany({ where: { personId: talking.referent.personId } });
    expect(mails.find(({ kind }) => kind === "interview-cancelled")?.calendar).toContain("METHOD:CANCEL");
    expect(mails.some(({ text, calendar }) => `${text}${calendar}`.includes(student.name))).toBe(false);
  });
});
