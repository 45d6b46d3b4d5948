import { describe, expect, test } from "vitest";
import { writeCsv } from "#lib/feeds/csv";
import { cohortColumns } from "#lib/feeds/school-tables";
import { listHosts } from "#lib/internships/applications/hosts/queries";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { sayFoundElsewhere } from "#lib/students/commands";
import { joinSchoolByAddress, joinSchoolByCode, leaveSchool } from "#lib/students/school/commands";
import { findProposedSchool } from "#lib/students/school/queries";
import { actorFor, mailKindsTo } from "../../test/own-people.ts";
import { addApplication, addHost, addSchool, addStudent, NOON } from "../../test/own-students.ts";
import { saveAgreement } from "./agreements/commands.ts";
import { findAgreement, findAgreementPdf, listAgreements } from "./agreements/queries.ts";
import { countStages, listCohort } from "./cohort/queries.ts";
import { nameDomain, noteElsewhere, renewCode, wakeUnplaced } from "./commands.ts";
import { findOwnSchool } from "./queries.ts";
import { domainInput } from "./schema.ts";

const codeOf = async (teacher: PersonActor) => (await findOwnSchool(teacher, NOON))?.code ?? "";

describe("a school", () => {
  test("follows those who give its code and agree; a former code opens nothing, and one may leave", async () => {
    const school = await addSchool();
    await renewCode(school.teacher, NOON);
    const former = await codeOf(school.teacher);
    expect(former).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    await renewCode(school.teacher, NOON);
    const student = await addStudent();
    await expect(joinSchoolByCode(student, { code: former }, NOON)).rejects.toMatchObject({ code: "unknown_code" });
    await joinSchoolByCode(student, { code: await codeOf(school.teacher) }, NOON);
    const { offer } = await addHost();
    const id = await addApplication(student, offer);
    await db().internshipApplication.update({ where: { id }, data: { sharedWithId: school.id } });
    expect((await listCohort(school.teacher, { page: 1 }, NOON)).items).toMatchObject([
      { personId: student.personId, stage: "applied", sent: 1, host: null },
    ]);
    await leaveSchool(student, NOON);
    await leaveSchool(student, NOON);
    expect((await listCohort(school.teacher, { page: 1 }, NOON)).items).toEqual([]);
    expect(await db().internshipApplication.count({ where: { sharedWithId: school.id } })).toBe(0);
  });

  test("is proposed to whom its addresses say, and guesses of codes are counted", async () => {
    const school = await addSchool();
    const domain = `etu-${school.id.slice(-12)}.example`;
    await expect(nameDomain(school.teacher, { emailDomain: domain }, NOON)).rejects.toMatchObject({ code: "no_code" });
    await renewCode(school.teacher, NOON);
    await nameDomain(school.teacher, { emailDomain: domain }, NOON);
    const student = await addStudent();
    expect(await findProposedSchool(student, NOON)).toBeNull();
    const forced = joinSchoolByAddress(student, { schoolId: school.id }, NOON);
    await expect(forced).rejects.toMatchObject({ code: "forbidden" });
    await db().person.update({ where: { id: student.personId }, data: { email: `zoe-${school.id}@${domain}` } });
    const theirs = await actorFor(student.personId, NOON);
    expect(await findProposedSchool(theirs, NOON)).toMatchObject({ id: school.id });
    await joinSchoolByAddress(theirs, { schoolId: school.id }, NOON);
    expect((await actorFor(student.personId, NOON)).schoolId).toBe(school.id);
    const guesser = await addStudent();
    const guess = () =>
      joinSchoolByCode(guesser, { code: "AAAAAAAA" }, NOON).catch((error: { code: string }) => error.code);
    for (let n = 0; n < 10; n += 1) expect(await guess()).toBe("unknown_code");
    expect(await guess()).toBe("too_many_codes");
    expect(domainInput.safeParse({ emailDomain: "@gmail.com" }).success).toBe(false);
    expect(domainInput.parse({ emailDomain: "@Etu.Ecole.fr" }).emailDomain).toBe("etu.ecole.fr");
  });

  test("sees where each stands, never words nor CVs, and only its own", async () => {
    const [school, other] = [await addSchool(), await addSchool()];
    const states = ["draft", "read", "interview", "accepted"] as const;
    for (const state of states) {
      await addApplication(await addStudent({ schoolId: school.id }), (await addHost()).offer, { state });
    }
    expect(await countStages(school.teacher, NOON)).toEqual({ searching: 1, applied: 1, talking: 1, placed: 1 });
    expect(await countStages(other.teacher, NOON)).toEqual({ searching: 0, applied: 0, talking: 0, placed: 0 });
    const { items } = await listCohort(school.teacher, { stage: "placed", page: 1 }, NOON);
    expect(Object.keys(items[0] ?? {})).not.toContain("message");
    expect(items).toMatchObject([{ stage: "placed", host: expect.stringMatching(/^Maison/) }]);
    const formula = items.map((line) => ({ ...line, lastName: "=1+1" }));
    expect(writeCsv(cohortColumns, formula)).toContain("'=1+1");
    const { referent } = await addHost();
    await expect(listCohort(referent, { page: 1 }, NOON)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("wakes those without a place, each once a week, two clicks at once included", async () => {
    const school = await addSchool();
    const [searching, placed] = [await addStudent({ schoolId: school.id }), await addStudent({ schoolId: school.id })];
    await addApplication(placed, (await addHost()).offer, { state: "accepted" });
    const wake = (now = NOON) => wakeUnplaced(school.teacher, now);
    expect((await Promise.all([wake(), wake()])).reduce((sum, woken) => sum + woken, 0)).toBe(1);
    expect(await wake()).toBe(0);
    expect(await mailKindsTo(searching.personId)).toEqual(["school-wake"]);
    expect(await mailKindsTo(placed.personId)).toEqual([]);
    expect(await wake(new Date(NOON.getTime() + 8 * 86_400_000))).toBe(1);
    const mail = await db().mail.findFirstOrThrow({ where: { personId: searching.personId, kind: "school-wake" } });
    // The offers are in the message, with why.
    expect(mail.text).toMatch(/période qui convient.*\/stages\//s);
    await expect(wakeUnplaced(searching, NOON)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("knows who found elsewhere, from them or by its own note, and leaves them alone", async () => {
    const [school, other] = [await addSchool(), await addSchool()];
    const [one, two] = [await addStudent({ schoolId: school.id }), await addStudent({ schoolId: school.id })];
    await sayFoundElsewhere(one, { isElsewhere: true }, NOON);
    const note = (teacher: PersonActor, isElsewhere: boolean) =>
      noteElsewhere(teacher, { studentId: two.personId, isElsewhere }, NOON);
    await expect(note(other.teacher, true)).rejects.toMatchObject({ code: "forbidden" });
    await note(school.teacher, true);
    expect(await countStages(school.teacher, NOON)).toMatchObject({ placed: 2, searching: 0 });
    expect(writeCsv(cohortColumns, (await listCohort(school.teacher, { page: 1 }, NOON)).items)).toContain(
      "Hors du club",
    );
    expect(await wakeUnplaced(school.teacher, NOON)).toBe(0);
    await note(school.teacher, false);
    expect(await wakeUnplaced(school.teacher, NOON)).toBe(1);
  });

  test("prepares the agreement of its own students, on paper too", async () => {
    const [school, other] = [await addSchool(), await addSchool()];
    const { offer, structure } = await addHost();
    const id = await addApplication(await addStudent({ schoolId: school.id }), offer, { state: "accepted" });
    expect(await listAgreements(school.teacher, NOON)).toMatchObject([{ id, host: structure.name, done: [] }]);
    const input = {
      applicationId: id,
      startsOn: "2027-04-12",
      endsOn: "2027-06-18",
      tutor: "Ada Delcroix",
      teacher: "Isabelle Warin",
      done: ["missions" as const],
    };
    await saveAgreement(school.teacher, input, NOON);
    await saveAgreement(school.teacher, { ...input, done: ["missions", "sent"] }, NOON);
    expect(await findAgreement(school.teacher, id, NOON)).toMatchObject({
      startsOn: "2027-04-12",
      tutor: "Ada Delcroix",
      done: ["missions", "sent"],
    });
    for (const period of [
      { startsOn: "2027-04-12", endsOn: "2027-05-14" },
      { startsOn: "2027-04-12", endsOn: "2028-06-18" },
    ]) {
      const wrong = saveAgreement(school.teacher, { ...input, ...period }, NOON);
      await expect(wrong).rejects.toMatchObject({ code: "law", field: "endsOn" });
    }
    expect(await findAgreement(other.teacher, id, NOON)).toBeNull();
    expect(await findAgreementPdf(other.teacher, id, NOON)).toBeNull();
    await expect(saveAgreement(other.teacher, input, NOON)).rejects.toMatchObject({ code: "forbidden" });
    const pdf = await findAgreementPdf(school.teacher, id, NOON);
    expect(
      Buffer.from(pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  test("reads how companies answer, and how many interns the law still allows them", async () => {
    const school = await addSchool();
    const { structure, offer } = await addHost({ places: 4 });
    await addApplication(await addStudent(), offer, { state: "accepted" });
    const hosts = await listHosts(school.teacher, NOON);
    expect(hosts.find(({ slug }) => slug === structure.slug)).toMatchObject({
      placesOpen: 3,
      taken: 1,
      legalLeft: 2,
      days: null,
    });
    await expect(listHosts((await addHost()).referent, NOON)).rejects.toMatchObject({ code: "forbidden" });
  });
});
