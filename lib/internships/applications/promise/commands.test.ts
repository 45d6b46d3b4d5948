import { describe, expect, test } from "vitest";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { system, visitor } from "#lib/policy/actor";
import { mailKindsTo } from "../../../../test/own-people.ts";
import { addApplication, addHost, addStudent, NOON, stateOf } from "../../../../test/own-students.ts";
import { answerForSilent, countAnswers } from "./commands.ts";
import { findAnswerHabit } from "./queries.ts";

const due = (id: string) =>
  db().internship.update({
    where: { id },
    data: { applyBefore: columnOfDay("2026-11-20"), answerBy: columnOfDay("2026-12-01") },
    select: { id: true },
  });

describe("the promise of an answer", () => {
  test("is kept by the portal on the day, once, for those whom the company left without a word", async () => {
    const { offer } = await addHost();
    const students = [await addStudent(), await addStudent(), await addStudent(), await addStudent()];
    const nobody = await addStudent();
    const states = ["received", "read", "interview", "offered"] as const;
    const ids = await Promise.all(
      states.map((state, at) => addApplication(students[at] ?? nobody, offer, { state, sentDaysAgo: 20 })),
    );
    await answerForSilent(system, NOON);
    expect(await Promise.all(ids.map(stateOf))).toEqual([...states]);
    await due(offer.id);
    await Promise.all([answerForSilent(system, NOON), answerForSilent(system, NOON)]);
    await answerForSilent(system, NOON);
    expect(await Promise.all(ids.map(stateOf))).toEqual(["refused", "refused", "refused", "offered"]);
    expect(await mailKindsTo(students[0]?.personId ?? "")).toEqual(["application-silence"]);
    expect(await mailKindsTo(students[3]?.personId ?? "")).toEqual([]);
    await expect(answerForSilent(visitor, NOON)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("waits for an interview that is to come, and no longer", async () => {
    const { offer } = await addHost();
    const id = await addApplication(await addStudent(), offer, { state: "interview", sentDaysAgo: 20 });
    await due(offer.id);
    const startsAt = new Date(NOON.getTime() + 3_600_000);
    const endsAt = new Date(NOON.getTime() + 7_200_000);
    await db().interviewSlot.create({ data: { applicationId: id, startsAt, endsAt, place: "Chez nous" } });
    await answerForSilent(system, NOON);
    expect(await stateOf(id)).toBe("interview");
    await answerForSilent(system, new Date(endsAt.getTime() + 2 * 86_400_000));
    expect(await stateOf(id)).toBe("interview");
    await answerForSilent(system, new Date(endsAt.getTime() + 3 * 86_400_000));
    expect(await stateOf(id)).toBe("refused");
  });

  test("makes a habit in public: the median of real answers, from three on, silences apart", async () => {
    const { offer, structure } = await addHost({ places: 9 });
    const answered = async (days: number) => {
      const id = await addApplication(await addStudent({ hasCv: false }), offer, {
        state: "offered",
        sentDaysAgo: 30,
      });
      const answeredAt = new Date(NOON.getTime() - (30 - days) * 86_400_000);
      await db().internshipApplication.update({ where: { id }, data: { answeredAt }, select: { id: true } });
    };
    await answered(2);
    await answered(4);
    await countAnswers(system, NOON);
    expect(await findAnswerHabit(structure.slug)).toBeNull();
    await answered(9);
    await addApplication(await addStudent({ hasCv: false }), offer, { state: "read", sentDaysAgo: 25 });
    await due(offer.id);
    await answerForSilent(system, NOON);
    await countAnswers(system, NOON);
    await countAnswers(system, NOON);
    expect(await findAnswerHabit(structure.slug)).toEqual({ days: 4, silences: 1 });
    // What is older than the habit is forgotten.
    await countAnswers(system, new Date(NOON.getTime() + 800 * 86_400_000));
    expect(await findAnswerHabit(structure.slug)).toBeNull();
  });
});
