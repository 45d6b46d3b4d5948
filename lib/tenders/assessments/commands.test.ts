import { afterAll, describe, expect, test } from "vitest";
import { actorOf } from "../../../test/cast.ts";
import { addTender, removeOwnTenders } from "../../../test/own-tenders.ts";
import { assessTender } from "./commands.ts";
import { findAssessment } from "./queries.ts";
import { adviceOf, CRITERIA, gradeOf } from "./rules.ts";
import { assessInput } from "./schema.ts";

const now = new Date();
afterAll(removeOwnTenders);

const input = (tenderId: string, change: Record<string, unknown> = {}) =>
  assessInput.parse({
    tenderId,
    scores: CRITERIA.map((criterion) => ({ criterion, weight: 1, score: 4 })),
    verdict: "go",
    note: "Près de chez nous.",
    ...change,
  });

describe("go or no-go", () => {
  test("is kept for the structure, seen by its people alone, and decided again by the last to say", async () => {
    const tenderId = await addTender();
    await assessTender(await actorOf("member"), input(tenderId), now);
    await assessTender(await actorOf("colleague"), input(tenderId, { verdict: "no_go", note: "Trop court." }), now);
    expect(await findAssessment(await actorOf("member"), tenderId, now)).toMatchObject({
      verdict: "no_go",
      note: "Trop court.",
      grade: 80,
      decidedBy: "Julien Flament",
    });
    for (const role of ["rival", "president", "lead"] as const) {
      expect(await findAssessment(await actorOf(role), tenderId, now)).toMatchObject({
        verdict: null,
        note: "",
        grade: null,
      });
    }
    expect(await findAssessment(await actorOf("admin"), tenderId, now)).toBeNull();
  });

  test("is refused to whoever speaks for nobody, without a mark, with ten thousand characters", async () => {
    const tenderId = await addTender();
    await expect(assessTender(await actorOf("student"), input(tenderId), now)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(assessTender(await actorOf("member"), input(crypto.randomUUID()), now)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(assessInput.safeParse({ ...input(tenderId), scores: [] }).success).toBe(false);
    expect(assessInput.safeParse({ ...input(tenderId), note: "x".repeat(10_000) }).success).toBe(false);
  });
});

test("a grade is the weighted mean out of a hundred, and none when nothing counts", () => {
  expect(
    gradeOf([
      { weight: 3, score: 5 },
      { weight: 1, score: 1 },
    ]),
  ).toBe(80);
  expect(gradeOf([{ weight: 0, score: 5 }])).toBeNull();
  expect([70, 50, 10].map(adviceOf)).toEqual(["plutôt y aller", "à discuter", "plutôt s’abstenir"]);
});
