import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { openedToken } from "#lib/platform/human-form";
import type { PersonActor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { confirmedBy, kindsTo, NOW, needOf, someBuyer, submitBy } from "../../../test/own-needs.ts";
import { findNeedForMe } from "../answer/queries.ts";
import { confirmToken, followToken } from "../mails.ts";
import { answerDue } from "../rules.ts";
import { confirmNeed } from "./commands.ts";

const DAY = 86_400_000;

let member: PersonActor;
let buyer: string;

beforeAll(async () => {
  member = await actorOf("member");
});
beforeEach(() => {
  buyer = someBuyer();
});

describe("a need", () => {
  test("reaches nobody before its buyer confirms", async () => {
    await submitBy(buyer, { members: [member.structures[0]?.slug] });
    const need = await needOf(buyer);
    expect(need).toMatchObject({ confirmedAt: null, introductions: [{ state: "chosen", answeredAt: null }] });
    expect(await kindsTo(buyer)).toEqual(["need-confirm"]);
    expect(await db().mail.count({ where: { subjectId: need.id } })).toBe(1);
    expect(await findNeedForMe(member, need.id, NOW)).toBeNull();
  });

  test("sent a hundred times at once is one need and one mail", async () => {
    const sent = await Promise.allSettled(Array.from({ length: 100 }, () => submitBy(buyer)));
    expect(sent.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await db().need.count({ where: { contactEmail: buyer } })).toBe(1);
    expect(await kindsTo(buyer)).toEqual(["need-confirm"]);
  });

  test("goes to whom the buyer chose, or to those the club chooses, once however often it is confirmed", async () => {
    const { id } = await confirmedBy(buyer, member);
    await Promise.all([1, 2, 3].map(() => confirmNeed(confirmToken(id), NOW)));
    const need = await needOf(buyer);
    expect(need.introductions).toMatchObject([{ state: "waiting", dueAt: answerDue(NOW) }]);
    expect(await kindsTo(buyer)).toEqual(["need-confirm", "need-confirmed"]);
    expect((await kindsTo(member.email)).filter((kind) => kind === "need-proposed")).not.toEqual([]);

    buyer = someBuyer();
    await submitBy(buyer);
    await confirmNeed(confirmToken((await needOf(buyer)).id), NOW);
    const { introductions } = await needOf(buyer);
    expect(introductions.length).toBeGreaterThanOrEqual(2);
    expect(introductions.length).toBeLessThanOrEqual(3);
  });

  test("that nobody covers goes to a person", async () => {
    const text = "on voudrait des tests de charge et de non-régression avant de livrer notre logiciel, avec Selenium";
    await submitBy(buyer, { text });
    const { id } = await needOf(buyer);
    await db().structureTopic.deleteMany({ where: { skill: { slug: "tests-et-qualite-logicielle" } } });
    await db().need.update({ where: { id }, data: { text: "xyzzy" } });
    await confirmNeed(confirmToken(id), NOW);
    expect((await needOf(buyer)).escalatedAt).toEqual(NOW);
    expect(await db().mail.count({ where: { subjectId: id, kind: "need-escalated" } })).toBeGreaterThan(0);
  });

  test.each([
    ["filled at once", { opened: openedToken(new Date(NOW.getTime() - 500)) }],
    ["of an altered hour", { opened: `${openedToken(new Date(NOW.getTime() - 20_000))}x` }],
    ["without its hour", { opened: "" }],
    ["with the trap filled", { fax: "0353010000" }],
  ])("by a machine is refused: %s", async (_, more) => {
    await expect(submitBy(buyer, more)).rejects.toMatchObject({ code: "not_by_a_person" });
    expect(await db().need.count({ where: { contactEmail: buyer } })).toBe(0);
  });

  test("is held off when one person sends many", async () => {
    for (let number = 0; number < 5; number += 1)
      await submitBy(buyer, { text: `une imprimante en panne numéro ${number}` });
    await expect(submitBy(buyer, { text: "une imprimante en panne, encore" })).rejects.toMatchObject({
      code: "too_many",
    });
  });

  test("is confirmed by its own link alone, and within a week", async () => {
    await submitBy(buyer);
    const { id } = await needOf(buyer);
    await expect(confirmNeed(`${confirmToken(id)}x`, NOW)).rejects.toMatchObject({ code: "wrong_link" });
    await expect(confirmNeed(followToken(id), NOW)).rejects.toMatchObject({ code: "wrong_link" });
    await expect(confirmNeed(confirmToken(id), new Date(NOW.getTime() + 8 * DAY))).rejects.toMatchObject({
      code: "wrong_link",
    });
  });
});
