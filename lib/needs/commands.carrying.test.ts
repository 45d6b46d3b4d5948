import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { signedToken } from "#lib/platform/tokens";
import { type PersonActor, system, visitor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import { answerNeed, writeToBuyer } from "./answer/commands.ts";
import { countMyNeeds, findNeedForMe, listNeedsForMe } from "./answer/queries.ts";
import { answerInput } from "./answer/schema.ts";
import { askSatisfaction, passOnSilent } from "./carrying/commands.ts";
import { countNeeds } from "./figures/queries.ts";
import { closeNeed, rateNeed, writeToMember } from "./follow/commands.ts";
import { findFollowedNeed } from "./follow/queries.ts";
import { confirmToken, followToken } from "./mails.ts";
import { confirmNeed, submitNeed } from "./request/commands.ts";
import { needInput, OPENED } from "./request/schema.ts";
import { answerDue } from "./rules.ts";

const now = new Date();
/** When whoever has not answered is late. */
const later = new Date(answerDue(now).getTime() + 3_600_000);
const DAY = 86_400_000;

let member: PersonActor;
let rival: PersonActor;
let buyer: string;

beforeAll(async () => {
  member = await actorOf("member");
  rival = await actorOf("rival");
});
beforeEach(() => {
  buyer = `${randomUUID()}@acheteur.example`;
});

const asked = (more: Record<string, unknown> = {}) =>
  needInput.parse({
    text: "il nous faut des sauvegardes et quelqu’un à appeler pour nos ordinateurs",
    city: "Arras",
    contactName: "Odile Acheteur",
    contactEmail: buyer,
    consent: "on",
    opened: signedToken(OPENED, String(now.getTime() - 20_000)),
    ...more,
  });
const submit = (more: Record<string, unknown> = {}) => submitNeed(asked(more), { now, address: "" });
const needOf = () => db().need.findFirstOrThrow({ where: { contactEmail: buyer }, include: { introductions: true } });
const mailsTo = (toAddress: string) =>
  db().mail.findMany({
    where: { toAddress },
    orderBy: { id: "asc" },
    select: { kind: true, subject: true, text: true },
  });
const kindsTo = async (address: string) => (await mailsTo(address)).map(({ kind }) => kind);

/** A confirmed need put before the member's structure alone. */
async function confirmed(more: Record<string, unknown> = {}) {
  await submit({ members: [member.structures[0]?.slug], ...more });
  const { id } = await needOf();
  await confirmNeed(confirmToken(id), now);
  return { id, token: followToken(id) };
}

const answer = (needId: string, more: Record<string, unknown>) => answerInput.parse({ needId, text: "", ...more });

describe("a need", () => {
  test("reaches nobody before its buyer confirms", async () => {
    await submit({ members: [member.structures[0]?.slug] });
    const need = await needOf();
    expect(need).toMatchObject({ confirmedAt: null, introductions: [{ state: "chosen", answeredAt: null }] });
    expect(await kindsTo(buyer)).toEqual(["need-confirm"]);
    expect(await db().mail.count({ where: { subjectId: need.id } })).toBe(1);
    expect(await findNeedForMe(member, need.id, now)).toBeNull();
  });

  test("sent a hundred times at once is one need and one mail", async () => {
    const sent = await Promise.allSettled(Array.from({ length: 100 }, () => submit()));
    expect(sent.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await db().need.count({ where: { contactEmail: buyer } })).toBe(1);
    expect(await kindsTo(buyer)).toEqual(["need-confirm"]);
  });

  test("goes to whom the buyer chose, or to those the club chooses, once however often it is confirmed", async () => {
    const { id } = await confirmed();
    await Promise.all([1, 2, 3].map(() => confirmNeed(confirmToken(id), now)));
    const need = await needOf();
    expect(need.introductions).toMatchObject([{ state: "waiting", dueAt: answerDue(now) }]);
    expect(await kindsTo(buyer)).toEqual(["need-confirm", "need-confirmed"]);
    expect((await kindsTo(member.email)).filter((kind) => kind === "need-proposed")).not.toEqual([]);

    buyer = `${randomUUID()}@acheteur.example`;
    await submit();
    await confirmNeed(confirmToken((await needOf()).id), now);
    const { introductions } = await needOf();
    expect(introductions.length).toBeGreaterThanOrEqual(2);
    expect(introductions.length).toBeLessThanOrEqual(3);
  });

  test("that nobody covers goes to a person", async () => {
    const text = "on voudrait des tests de charge et de non-régression avant de livrer notre logiciel, avec Selenium";
    await submit({ text });
    const { id } = await needOf();
    await db().structureTopic.deleteMany({ where: { skill: { slug: "tests-et-qualite-logicielle" } } });
    await db().need.update({ where: { id }, data: { text: "xyzzy" } });
    await confirmNeed(confirmToken(id), now);
    expect((await needOf()).escalatedAt).toEqual(now);
    expect(await db().mail.count({ where: { subjectId: id, kind: "need-escalated" } })).toBeGreaterThan(0);
  });

  test.each([
    ["filled at once", { opened: signedToken(OPENED, String(now.getTime() - 500)) }],
    ["of an altered hour", { opened: `${signedToken(OPENED, "1")}x` }],
    ["without its hour", { opened: "" }],
  ])("by a machine is refused: %s", async (_, more) => {
    await expect(submit(more)).rejects.toMatchObject({ code: "too_fast" });
  });

  test("that fills the trap is forgotten without a word", async () => {
    await submit({ website: "https://spam.example" });
    expect(await db().need.count({ where: { contactEmail: buyer } })).toBe(0);
  });

  test("is held off when one person sends many", async () => {
    for (let number = 0; number < 5; number += 1) await submit({ text: `une imprimante en panne numéro ${number}` });
    await expect(submit({ text: "une imprimante en panne, encore" })).rejects.toMatchObject({ code: "too_many" });
  });

  test.each([
    [{ text: "" }],
    [{ text: "x".repeat(10_001) }],
    [{ contactEmail: "odile" }],
    [{ consent: undefined }],
    [{ members: ["a", "b", "c", "d", "e"] }],
    [{ delay: "hier" }],
  ])("that is incomplete is refused: %j", (more) => {
    expect(() => asked(more)).toThrow();
  });

  test("is confirmed by its own link alone, and within a week", async () => {
    await submit();
    const { id } = await needOf();
    await expect(confirmNeed(`${confirmToken(id)}x`, now)).rejects.toMatchObject({ code: "wrong_link" });
    await expect(confirmNeed(followToken(id), now)).rejects.toMatchObject({ code: "wrong_link" });
    await expect(confirmNeed(confirmToken(id), new Date(now.getTime() + 8 * DAY))).rejects.toMatchObject({
      code: "wrong_link",
    });
  });
});

describe("a member's answer", () => {
  test("shows the buyer's contact only after interest, and tells the buyer", async () => {
    const { id, token } = await confirmed();
    expect(await findNeedForMe(member, id, now)).toMatchObject({ contact: null });
    await answerNeed(member, answer(id, { answer: "asking", text: "Combien de postes ?" }), now);
    expect(await findNeedForMe(member, id, now)).toMatchObject({ contact: null, state: "asking" });
    await writeToMember({ token, member: member.structures[0]?.slug ?? "", text: "Huit postes." }, now);
    await answerNeed(member, answer(id, { answer: "interested", promisedOn: addDays(dayOf(now), 7) }), now);
    const view = await findNeedForMe(member, id, now);
    expect(view?.contact).toMatchObject({ email: buyer });
    expect(view?.messages.map(({ text }) => text)).toEqual(["Combien de postes ?", "Huit postes."]);
    expect(await kindsTo(buyer)).toEqual(["need-confirm", "need-confirmed", "need-question", "need-interested"]);
  });

  test("given twice or three times at once is told once", async () => {
    const { id } = await confirmed();
    await Promise.all([1, 2, 3].map(() => answerNeed(member, answer(id, { answer: "interested" }), now)));
    expect((await kindsTo(buyer)).filter((kind) => kind === "need-interested").length).toBe(1);
  });

  test("no, and why, passes the need to the next member", async () => {
    const { id } = await confirmed();
    await answerNeed(member, answer(id, { answer: "declined", declineReason: "no_time" }), now);
    const { introductions } = await needOf();
    expect(introductions.map(({ state }) => state).sort()).toEqual(["declined", "waiting"]);
    expect((await mailsTo(buyer)).at(-1)).toMatchObject({
      kind: "need-declined",
      text: expect.stringContaining("transmis à"),
    });
  });

  test("is refused to strangers, to a rival and after the end", async () => {
    const { id, token } = await confirmed();
    await expect(answerNeed(rival, answer(id, { answer: "interested" }), now)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await findNeedForMe(rival, id, now)).toBeNull();
    expect(await findNeedForMe(visitor, id, now)).toBeNull();
    await expect(writeToBuyer(member, { needId: id, text: "Bonjour" }, now)).rejects.toMatchObject({
      code: "answer_first",
    });
    await closeNeed({ token, outcome: "abandoned", winner: null }, now);
    await expect(answerNeed(member, answer(id, { answer: "interested" }), now)).rejects.toMatchObject({
      code: "need_closed",
    });
  });

  test.each([
    [{ answer: "asking", text: "" }],
    [{ answer: "declined" }],
    [{ answer: "peut-être" }],
    [{ answer: "interested", promisedOn: "demain" }],
  ])("that is incomplete is refused: %j", (more) => {
    expect(answerInput.safeParse({ needId: randomUUID(), ...more }).success).toBe(false);
  });

  test("cannot promise a day that is past", async () => {
    const { id } = await confirmed();
    const late = answer(id, { answer: "interested", promisedOn: addDays(dayOf(now), -23) });
    await expect(answerNeed(member, late, now)).rejects.toMatchObject({ code: "day_past", field: "promisedOn" });
  });
});

describe("silence", () => {
  test("passes the need on once, then to a person when nobody is left", async () => {
    const { id } = await confirmed();
    await passOnSilent(system, now);
    expect((await needOf()).introductions.length).toBe(1);
    await Promise.all([passOnSilent(system, later), passOnSilent(system, later)]);
    const { introductions } = await needOf();
    expect(introductions.map(({ state }) => state).sort()).toEqual(["silent", "waiting"]);
    expect((await kindsTo(buyer)).filter((kind) => kind === "need-passed-on").length).toBe(1);

    await db().need.update({ where: { id }, data: { text: "xyzzy" } });
    await passOnSilent(system, new Date(later.getTime() + 10 * DAY));
    expect((await needOf()).escalatedAt).not.toBeNull();
  });

  test("is routed by the portal alone", async () => {
    await expect(passOnSilent(member, now)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the end of a need", () => {
  test("names one winner, tells the others, and is rated once, ten days later", async () => {
    const { id, token } = await confirmed();
    const slug = member.structures[0]?.slug ?? "";
    await expect(closeNeed({ token, outcome: "won", winner: slug }, now)).rejects.toMatchObject({
      code: "not_answered",
    });
    await answerNeed(member, answer(id, { answer: "interested" }), now);
    await Promise.allSettled([1, 2, 3].map(() => closeNeed({ token, outcome: "won", winner: slug }, now)));
    expect(await needOf()).toMatchObject({ outcome: "won", introductions: [{ state: "won" }] });

    await askSatisfaction(system, new Date(now.getTime() + 9 * DAY));
    expect(await kindsTo(buyer)).not.toContain("need-rating");
    await askSatisfaction(system, new Date(now.getTime() + 11 * DAY));
    await askSatisfaction(system, new Date(now.getTime() + 12 * DAY));
    expect((await kindsTo(buyer)).filter((kind) => kind === "need-rating").length).toBe(1);
    await rateNeed({ token, satisfaction: 4, comment: "" });
    await expect(rateNeed({ token, satisfaction: 1, comment: "" })).rejects.toMatchObject({ code: "not_won" });
    expect(await findFollowedNeed(token)).toMatchObject({ satisfaction: 4 });
  });

  test("counts in the figures", async () => {
    const before = await countNeeds(now);
    const { id, token } = await confirmed();
    await answerNeed(member, answer(id, { answer: "interested" }), new Date(now.getTime() + DAY / 2));
    await closeNeed({ token, outcome: "won", winner: member.structures[0]?.slug ?? "" }, now);
    const after = await countNeeds(now);
    expect(after.received - before.received).toBe(1);
    expect(after.answered - before.answered).toBe(1);
    expect(after.kept - before.kept).toBe(1);
    expect(after.medianHours).not.toBeNull();
  });
});

describe("a member's space", () => {
  test("lists what waits first, and counts what became of the rest", async () => {
    const before = await countMyNeeds(member, now);
    await confirmed();
    const { items } = await listNeedsForMe(member, 1, now);
    expect(items[0]?.state).toBe("waiting");
    expect((await countMyNeeds(member, now)).received).toBe(before.received + 1);
    expect((await listNeedsForMe(visitor, 1, now)).items).toEqual([]);
  });
});
