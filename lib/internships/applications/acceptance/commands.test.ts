import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { mailKindsTo } from "../../../../test/own-people.ts";
import { addApplication, addHost, addSchool, addStudent, NOON, stateOf } from "../../../../test/own-students.ts";
import { reopenOffer } from "../../offers/commands.ts";
import { findOwnOffer } from "../../offers/queries.ts";
import { withdrawApplication } from "../following/commands.ts";
import { acceptPlace } from "./commands.ts";

describe("accepting a place", () => {
  test("fifty at once for two places: two are taken, the offer closes, the others are told kindly", async () => {
    const { offer, referent } = await addHost({ places: 2 });
    const students = await Promise.all(Array.from({ length: 50 }, () => addStudent({ hasCv: false })));
    const ids = await Promise.all(students.map((student) => addApplication(student, offer, { state: "offered" })));
    const results = await Promise.allSettled(
      students.map((student, at) => acceptPlace(student, { applicationId: ids[at] ?? "" }, NOON)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    const codes = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(["place_gone"]));
    const states = await db().internshipApplication.groupBy({
      by: ["state", "refusedBecause"],
      where: { internshipId: offer.id },
      _count: true,
    });
    expect(states).toEqual(
      expect.arrayContaining([
        { state: "accepted", refusedBecause: null, _count: 2 },
        { state: "refused", refusedBecause: "filled", _count: 48 },
      ]),
    );
    const closed = await db().internship.findUniqueOrThrow({ where: { id: offer.id } });
    expect(closed).toMatchObject({ closedAt: NOON, closedBecause: "filled" });
    const told = await db().mail.groupBy({
      by: ["kind"],
      where: { personId: { in: students.map(({ personId }) => personId) } },
      _count: true,
    });
    expect(told).toEqual(
      expect.arrayContaining([
        { kind: "application-accepted", _count: 2 },
        { kind: "application-filled", _count: 48 },
      ]),
    );
    expect(await mailKindsTo(referent.personId)).toEqual(["place-taken", "place-taken"]);
  });

  test("given up again, tells the house that its full offer has a place, to be opened by itself alone", async () => {
    const { offer, referent } = await addHost({ places: 1 });
    const student = await addStudent();
    const id = await addApplication(student, offer, { state: "offered" });
    await acceptPlace(student, { applicationId: id }, NOON);
    await withdrawApplication(student, { applicationId: id }, NOON);
    expect(await mailKindsTo(referent.personId)).toEqual(["place-taken", "place-freed"]);
    const mail = await db().mail.findFirstOrThrow({ where: { personId: referent.personId, kind: "place-freed" } });
    expect(mail.text).toContain(`/espace/stages/${offer.id}`);
    expect(await findOwnOffer(referent, offer.id, NOON)).toMatchObject({
      closedBecause: "filled",
      _count: { applications: 0 },
    });
    await reopenOffer(referent, offer, NOON);
    expect(await db().internship.count({ where: { id: offer.id, closedAt: null } })).toBe(1);
    const late = new Date("2027-02-01T11:00:00Z");
    const again = await addStudent();
    const other = await addHost({ places: 1 });
    const mine = await addApplication(again, other.offer, { state: "offered" });
    await acceptPlace(again, { applicationId: mine }, NOON);
    await withdrawApplication(again, { applicationId: mine }, late);
    const past = await db().mail.findFirstOrThrow({
      where: { personId: other.referent.personId, kind: "place-freed" },
    });
    expect(past.text).toContain("repoussez-la");
  });

  test("is held by the database whatever the code does", async () => {
    const { offer } = await addHost({ places: 1 });
    await addApplication(await addStudent(), offer, { state: "accepted" });
    const id = await addApplication(await addStudent(), offer, { state: "offered" });
    const forced = db().internshipApplication.update({ where: { id }, data: { state: "accepted", endedAt: NOON } });
    await expect(forced).rejects.toThrow(/application_within_places/);
  });

  test("tells the student, the company and the school; twice is once", async () => {
    const school = await addSchool();
    const { offer, referent } = await addHost({ places: 2 });
    const student = await addStudent({ schoolId: school.id });
    const id = await addApplication(student, offer, { state: "offered" });
    await acceptPlace(student, { applicationId: id }, NOON);
    await acceptPlace(student, { applicationId: id }, NOON);
    expect(await stateOf(id)).toBe("accepted");
    expect(await mailKindsTo(student.personId)).toEqual(["application-accepted"]);
    expect(await mailKindsTo(referent.personId)).toEqual(["place-taken"]);
    const notices = await db().notice.findMany({ where: { personId: school.teacher.personId } });
    expect(notices.map(({ kind }) => kind)).toEqual(["student-placed"]);
    expect(await db().internship.count({ where: { id: offer.id, closedAt: null } })).toBe(1);
  });

  test("is for whom a place was offered, and not for somebody placed already at that time", async () => {
    const [first, second] = [await addHost({ places: 3 }), await addHost({ places: 3 })];
    const [student, other] = [await addStudent(), await addStudent()];
    const mine = await addApplication(student, first.offer, { state: "offered" });
    await expect(acceptPlace(other, { applicationId: mine }, NOON)).rejects.toMatchObject({ code: "forbidden" });
    const unasked = await addApplication(other, first.offer, { state: "read" });
    await expect(acceptPlace(other, { applicationId: unasked }, NOON)).rejects.toMatchObject({ code: "place_gone" });
    const also = await addApplication(student, second.offer, { state: "offered" });
    const results = await Promise.allSettled(
      [mine, also].map((applicationId) => acceptPlace(student, { applicationId }, NOON)),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "already_placed" });
  });
});
