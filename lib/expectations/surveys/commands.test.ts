import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { type PersonActor, visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addCommission, removeOwnCommissions } from "../../../test/own-commissions.ts";
import { answerSurvey, askSurvey } from "./commands.ts";
import { findSurvey } from "./queries.ts";
import type { AskSurveyInput } from "./schema.ts";

const now = new Date("2026-11-24T10:00:00Z");
const closesOn = addDays(dayOf(now), 7);
const afterClosing = new Date("2026-12-02T10:00:00Z");
type Own = Awaited<ReturnType<typeof addCommission>>;
let own: Own;
let lead: PersonActor;
let first: PersonActor;
let second: PersonActor;

beforeAll(async () => {
  own = await addCommission({ people: 2 });
  lead = own.lead.actor;
  [first, second] = own.members.map(({ actor }) => actor) as [PersonActor, PersonActor];
});
afterAll(async () => {
  await db().survey.deleteMany({ where: { commissionId: own.commission.id } });
  await removeOwnCommissions();
});

describe("asking the commission", () => {
  test("tells each of its people once, but not who asks", async () => {
    const id = await ask();
    const told = await db().notice.findMany({ where: { fact: `survey ${id}` }, select: { personId: true } });
    expect(told.map(({ personId }) => personId).sort()).toEqual([first.personId, second.personId].sort());
  });

  test("belongs to its lead, and wants a day to come", async () => {
    for (const role of ["lead", "formerLead", "member", "president"] as const) {
      await expect(askSurvey(await actorOf(role), asked(), now), role).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(ask({ closesOn: addDays(dayOf(now), -1) })).rejects.toMatchObject({ field: "closesOn" });
  });
});

describe("answering", () => {
  test("counts one answer per structure: the last one given, whoever gives it, two at once included", async () => {
    const id = await ask({ kind: "choice" });
    await answer(first, id, { chosen: [1] });
    await Promise.all([answer(first, id, { chosen: [2, 3] }), answer(first, id, { chosen: [2, 3] })]);
    await answer(second, id, { chosen: [2] });
    expect(await db().surveyAnswer.count({ where: { surveyId: id } })).toBe(2);
    expect((await findSurvey(first, id, now))?.own).toEqual([2, 3]);
    const scores = (await findSurvey(lead, id, now))?.results?.scores.map(({ option, score }) => [option, score]);
    expect(scores).toEqual([
      [2, 2],
      [3, 1],
      [1, 0],
    ]);
  });

  test("shows members the results once it is closed, and never who answered what", async () => {
    const id = await ask();
    await answer(first, id, { ranks: [2, 1, 3] });
    expect((await findSurvey(second, id, now))?.results).toBeNull();
    const closed = await findSurvey(second, id, afterClosing);
    expect(closed?.results?.scores[0]).toMatchObject({ option: 2 });
    expect(JSON.stringify(closed)).not.toContain(first.actingFor?.id);
  });

  test("stops at midnight of the last day", async () => {
    const id = await ask();
    await answer(first, id, { ranks: [1, 2, 3] }, new Date("2026-12-01T22:59:59Z"));
    await expect(answer(first, id, { ranks: [3, 2, 1] }, new Date("2026-12-01T23:00:00Z"))).rejects.toMatchObject({
      code: "survey_closed",
    });
    expect((await findSurvey(first, id, afterClosing))?.own).toEqual([1, 2, 3]);
  });

  test("is for the structures of the commission, active ones", async () => {
    const id = await ask();
    for (const role of ["member", "rival"] as const) {
      await expect(answer(await actorOf(role), id, { ranks: [1, 2, 3] }), role).rejects.toMatchObject({
        code: "not_of_the_commission",
      });
    }
    for (const actor of [visitor, await actorOf("student")]) {
      await expect(answer(actor, id, { ranks: [1, 2, 3] })).rejects.toMatchObject({ code: "forbidden" });
    }
    const lapsed = { ...first, actingFor: first.actingFor ? { ...first.actingFor, isActive: false } : null };
    await expect(answer(lapsed, id, { ranks: [1, 2, 3] })).rejects.toMatchObject({ code: "not_of_the_commission" });
    expect(await db().surveyAnswer.count({ where: { surveyId: id } })).toBe(0);
  });

  test.each([
    ["a rank given twice", [1, 1, 2]],
    ["a rank left out", [1, undefined, 2]],
    ["a rank beyond the last", [1, 2, 4]],
    ["too few ranks", [1, 2]],
    ["too many ranks", [1, 2, 3, 4]],
  ])("refuses %s, beside its field", async (_, ranks) => {
    const id = await ask();
    await expect(answer(first, id, { ranks })).rejects.toMatchObject({ code: "incomplete_answer", field: "ranks" });
    expect(await db().surveyAnswer.count({ where: { surveyId: id } })).toBe(0);
  });

  test("refuses no choice at all, and a choice that is none", async () => {
    const id = await ask({ kind: "choice" });
    for (const chosen of [[], [9]]) {
      await expect(answer(first, id, { chosen })).rejects.toMatchObject({ code: "incomplete_answer", field: "chosen" });
    }
  });
});

function asked(over: Partial<AskSurveyInput> = {}): AskSurveyInput {
  const options = ["Le Wi-Fi", "La fibre", "La sauvegarde"];
  return { commission: own.commission.slug, question: "Quel sujet\u202f?", kind: "borda", options, closesOn, ...over };
}

function ask(over: Partial<AskSurveyInput> = {}): Promise<string> {
  return askSurvey(lead, asked(over), now);
}

function answer(
  actor: Parameters<typeof answerSurvey>[0],
  id: string,
  { chosen = [], ranks = [] }: { chosen?: number[]; ranks?: (number | undefined)[] },
  at = now,
): Promise<void> {
  return answerSurvey(actor, { id, chosen, ranks }, at);
}
