import { describe, expect, test } from "vitest";
import { columnOfDay, dayOfColumn, formatDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { actorFor, addPerson, addPersonOf, mailKindsTo } from "../../../test/own-people.ts";
import { addApplication, addHost, addSchool, addStudent, NOON, stateOf } from "../../../test/own-students.ts";
import { beginApplication, discardDraft, keepDraft, sendApplication } from "./commands.ts";
import { findApplicationTo, findOwnApplication, listOwnApplications } from "./queries.ts";
import { type BeginInput, beginInput } from "./schema.ts";

function form(offer: string, over: Record<string, unknown> = {}): BeginInput {
  return beginInput.parse({
    offer,
    message: "Votre offre me plaît.",
    diploma: "BUT Informatique",
    level: "but2",
    availableFrom: "2027-04-01",
    availableTo: "2027-07-01",
    city: "lens",
    skills: "Linux, SQL\nLinux",
    links: "https://code.example/ines",
    ...over,
  });
}

const send = (student: PersonActor, applicationId: string, message = "Relu.") =>
  sendApplication(student, { applicationId, message, step: "send" }, NOON);

describe("applying", () => {
  test("makes a student of somebody new, keeps a draft, and says nothing to the company yet", async () => {
    const { offer, referent } = await addHost();
    const person = await addPerson();
    const newcomer = await actorFor(person.id, NOON);
    const id = await beginApplication(newcomer, form(offer.slug), NOON);
    const student = await actorFor(person.id, NOON);
    expect(student.isStudent).toBe(true);
    expect(await findApplicationTo(student, offer.slug, NOON)).toBe(id);
    const profile = await db().student.findUnique({ where: { personId: person.id }, include: { commune: true } });
    expect(profile).toMatchObject({
      level: "but2",
      skills: ["Linux", "SQL"],
      isVisible: false,
      commune: { slug: "lens" },
    });
    expect(await stateOf(id)).toBe("draft");
    expect(await db().notice.count({ where: { personId: referent.personId } })).toBe(0);
  });

  test("while the promised day is put off: the day that the receipt says is the one that stands", async () => {
    for (let round = 0; round < 6; round += 1) {
      const { offer } = await addHost();
      const student = await addStudent();
      const id = await beginApplication(student, form(offer.slug), NOON);
      const answerBy = columnOfDay("2027-03-01");
      await Promise.allSettled([
        send(student, id),
        db().internship.update({ where: { id: offer.id }, data: { answerBy }, select: { id: true } }),
      ]);
      const stands = await db().internship.findUniqueOrThrow({ where: { id: offer.id }, select: { answerBy: true } });
      const receipt = await db().mail.findFirstOrThrow({
        where: { personId: student.personId, kind: "application-receipt" },
      });
      expect(receipt.text).toContain(formatDay(dayOfColumn(stands.answerBy)));
    }
  });

  test("twice, and by two clicks at once, is one application", async () => {
    const { offer } = await addHost();
    const student = await addStudent();
    const begin = () => beginApplication(student, form(offer.slug), NOON);
    const ids = await Promise.all([begin(), begin(), begin()]);
    expect(new Set(ids).size).toBe(1);
    const second = { internshipId: offer.id, structureId: (await addHost()).structure.id, studentId: student.personId };
    await expect(db().internshipApplication.create({ data: second })).rejects.toThrow(/application_once|Unique/);
  });

  test("sends once, with the latest CV: a receipt to the student, a notice to each of the company", async () => {
    const { offer, structure, referent } = await addHost();
    const colleague = await addPersonOf(structure.id, "colleague");
    const student = await addStudent();
    const id = await beginApplication(student, form(offer.slug), NOON);
    await Promise.all([send(student, id), send(student, id)]);
    await send(student, id);
    expect(await stateOf(id)).toBe("received");
    expect(await mailKindsTo(student.personId)).toEqual(["application-receipt"]);
    for (const { personId } of [referent, colleague]) {
      expect(await db().notice.count({ where: { personId, kind: "application-received" } })).toBe(1);
    }
    expect(await findOwnApplication(student, id, NOON)).toMatchObject({ message: "Relu.", cv: { uploadedAt: NOON } });
    // What was sent is not changed any more.
    await keepDraft(student, { applicationId: id, message: "Autre.", step: "keep" }, NOON);
    expect(await findOwnApplication(student, id, NOON)).toMatchObject({ message: "Relu." });
  });

  test("without a CV, or after the deadline, is refused, and the draft keeps its last words", async () => {
    const { offer } = await addHost();
    const student = await addStudent({ hasCv: false });
    const id = await beginApplication(student, form(offer.slug), NOON);
    await expect(send(student, id, "Sans CV.")).rejects.toMatchObject({ code: "cv_needed" });
    expect(await findOwnApplication(student, id, NOON)).toMatchObject({ state: "draft", message: "Sans CV." });
    await db().internship.update({
      where: { id: offer.id },
      data: { applyBefore: columnOfDay("2026-11-30") },
      select: { id: true },
    });
    await expect(send(student, id, "Trop tard.")).rejects.toMatchObject({ code: "offer_over" });
    expect(await findOwnApplication(student, id, NOON)).toMatchObject({ state: "draft", message: "Trop tard." });
    const late = await addHost({ applyInDays: -1 });
    await expect(beginApplication(student, form(late.offer.slug), NOON)).rejects.toMatchObject({ code: "offer_over" });
  });

  test("to an offer that chosen schools see first is for their students alone", async () => {
    const school = await addSchool();
    const { offer } = await addHost({ shownFirstTo: [school.id] });
    const [theirs, other] = [await addStudent({ schoolId: school.id }), await addStudent()];
    await expect(beginApplication(other, form(offer.slug), NOON)).rejects.toMatchObject({ code: "offer_over" });
    expect(await beginApplication(theirs, form(offer.slug), NOON)).toMatch(/-/);
  });

  test("is the student's own: others neither read, send nor throw it away", async () => {
    const { offer, referent } = await addHost();
    const [student, other] = [await addStudent(), await addStudent()];
    const id = await beginApplication(student, form(offer.slug), NOON);
    for (const stranger of [other, referent]) {
      expect(await findOwnApplication(stranger, id, NOON)).toBeNull();
      await expect(send(stranger, id, "Pris.")).rejects.toMatchObject({ code: "forbidden" });
      await discardDraft(stranger, { applicationId: id }, NOON);
    }
    expect(await stateOf(id)).toBe("draft");
    expect(await listOwnApplications(other, NOON)).toEqual([]);
    await discardDraft(student, { applicationId: id }, NOON);
    expect(await listOwnApplications(student, NOON)).toEqual([]);
  });

  test("says what is wrong with a profile beside its field", () => {
    const wrong = beginInput.safeParse({
      offer: "x",
      level: "but2",
      availableFrom: "2027-07-01",
      availableTo: "2027-04-01",
      city: "Marseille",
      links: "http://a.example",
    });
    expect(wrong.error?.issues.map(({ path }) => path[0]).sort()).toEqual(["city", "diploma", "links"]);
    const unordered = beginInput.safeParse({
      offer: "x",
      diploma: "BTS",
      level: "bts",
      availableFrom: "2027-07-01",
      availableTo: "2027-04-01",
    });
    expect(unordered.error?.issues.map(({ path }) => path[0])).toEqual(["availableTo"]);
  });
});

describe("the database", () => {
  test("lets a state follow from the one before only, and keeps each with its dates", async () => {
    const { offer } = await addHost();
    const id = await addApplication(await addStudent(), offer, { state: "received" });
    const move = (data: object) => db().internshipApplication.update({ where: { id }, data, select: { id: true } });
    await expect(move({ state: "accepted", endedAt: NOON })).rejects.toThrow(/application_in_turn/);
    await expect(move({ state: "refused", endedAt: NOON })).rejects.toThrow(/application_refused_why/);
    await expect(move({ state: "withdrawn" })).rejects.toThrow(/application_ended_when_over/);
  });
});
