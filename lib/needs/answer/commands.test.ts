import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { type PersonActor, visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { confirmedBy, kindsTo, NOW, needOf, someBuyer } from "../../../test/own-needs.ts";
import { closeNeed, writeToMember } from "../follow/commands.ts";
import { answerNeed, writeToBuyer } from "./commands.ts";
import { findNeedForMe } from "./queries.ts";
import { answerInput } from "./schema.ts";

let member: PersonActor;
let rival: PersonActor;
let buyer: string;

beforeAll(async () => {
  member = await actorOf("member");
  rival = await actorOf("rival");
});
beforeEach(() => {
  buyer = someBuyer();
});

const answer = (needId: string, more: Record<string, unknown>) => answerInput.parse({ needId, text: "", ...more });

describe("a member's answer", () => {
  test("shows the buyer's contact only after interest, and tells the buyer", async () => {
    const { id, token } = await confirmedBy(buyer, member);
    expect(await findNeedForMe(member, id, NOW)).toMatchObject({ contact: null });
    await answerNeed(member, answer(id, { answer: "asking", text: "Combien de postes ?" }), NOW);
    expect(await findNeedForMe(member, id, NOW)).toMatchObject({ contact: null, state: "asking" });
    await writeToMember({ token, member: member.structures[0]?.slug ?? "", text: "Huit postes." }, NOW);
    await answerNeed(member, answer(id, { answer: "interested", promisedOn: addDays(dayOf(NOW), 7) }), NOW);
    const view = await findNeedForMe(member, id, NOW);
    expect(view?.contact).toMatchObject({ email: buyer });
    expect(view?.messages.map(({ text }) => text)).toEqual(["Combien de postes ?", "Huit postes."]);
    expect(await kindsTo(buyer)).toEqual(["need-confirm", "need-confirmed", "need-question", "need-interested"]);
  });

  test("given twice or three times at once is told once", async () => {
    const { id } = await confirmedBy(buyer, member);
    await Promise.all([1, 2, 3].map(() => answerNeed(member, answer(id, { answer: "interested" }), NOW)));
    expect((await kindsTo(buyer)).filter((kind) => kind === "need-interested").length).toBe(1);
  });

  test("no, and why, passes the need to the next member", async () => {
    const { id } = await confirmedBy(buyer, member);
    await answerNeed(member, answer(id, { answer: "declined", declineReason: "no_time" }), NOW);
    const { introductions } = await needOf(buyer);
    expect(introductions.map(({ state }) => state).sort()).toEqual(["declined", "waiting"]);
    const last = await db().mail.findFirst({ where: { toAddress: buyer }, orderBy: { id: "desc" } });
    expect(last).toMatchObject({ kind: "need-declined", text: expect.stringContaining("transmis à") });
  });

  test("no from the last who could be asked goes to the commission's lead, and the buyer is told so", async () => {
    // A trade that no structure of another test has: nobody new can be asked in the meantime.
    const { id } = await confirmedBy(buyer, member, { text: "cartographier nos réseaux d’eau dans un SIG" });
    const others = await db().structure.findMany({
      where: { introductions: { none: { needId: id } } },
      select: { id: true },
    });
    await db().introduction.createMany({
      data: others.map((structure) => ({ needId: id, structureId: structure.id, state: "silent" as const })),
    });
    await answerNeed(member, answer(id, { answer: "declined", declineReason: "no_time" }), NOW);
    expect((await needOf(buyer)).escalatedAt).toEqual(NOW);
    expect(await db().mail.count({ where: { subjectId: id, kind: "need-escalated" } })).toBeGreaterThan(0);
    const told = await db().mail.findFirstOrThrow({ where: { toAddress: buyer, kind: "need-declined" } });
    expect(told.text).toContain("la personne responsable de la commission");
  });

  test("is refused to strangers, to a rival and after the end", async () => {
    const { id, token } = await confirmedBy(buyer, member);
    await expect(answerNeed(rival, answer(id, { answer: "interested" }), NOW)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await findNeedForMe(rival, id, NOW)).toBeNull();
    expect(await findNeedForMe(visitor, id, NOW)).toBeNull();
    await expect(writeToBuyer(member, { needId: id, text: "Bonjour" }, NOW)).rejects.toMatchObject({
      code: "answer_first",
    });
    await closeNeed({ token, outcome: "abandoned", winner: null }, NOW);
    await expect(answerNeed(member, answer(id, { answer: "interested" }), NOW)).rejects.toMatchObject({
      code: "need_closed",
    });
  });

  test("cannot promise a day that is past", async () => {
    const { id } = await confirmedBy(buyer, member);
    const late = answer(id, { answer: "interested", promisedOn: addDays(dayOf(NOW), -23) });
    await expect(answerNeed(member, late, NOW)).rejects.toMatchObject({ code: "day_past", field: "promisedOn" });
  });
});
