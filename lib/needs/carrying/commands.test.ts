import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { type PersonActor, system } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { confirmedBy, kindsTo, NOW, needOf, someBuyer } from "../../../test/own-needs.ts";
import { answerDue } from "../rules.ts";
import { passOnSilent } from "./commands.ts";

/** When whoever has not answered is late. */
const later = new Date(answerDue(NOW).getTime() + 3_600_000);
const DAY = 86_400_000;

let member: PersonActor;
let buyer: string;

beforeAll(async () => {
  member = await actorOf("member");
});
beforeEach(() => {
  buyer = someBuyer();
});

describe("silence", () => {
  test("passes the need on once, then to a person when nobody is left", async () => {
    const { id } = await confirmedBy(buyer, member);
    await passOnSilent(system, NOW);
    expect((await needOf(buyer)).introductions.length).toBe(1);
    await Promise.all([passOnSilent(system, later), passOnSilent(system, later)]);
    const { introductions } = await needOf(buyer);
    expect(introductions.map(({ state }) => state).sort()).toEqual(["silent", "waiting"]);
    expect((await kindsTo(buyer)).filter((kind) => kind === "need-passed-on").length).toBe(1);

    await db().need.update({ where: { id }, data: { text: "xyzzy" } });
    await passOnSilent(system, new Date(later.getTime() + 10 * DAY));
    expect((await needOf(buyer)).escalatedAt).not.toBeNull();
    const told = await db().mail.findFirstOrThrow({ where: { kind: "need-escalated", subjectId: id } });
    expect(told.text).toContain("/espace/besoins/a-placer");
  });

  test("is routed by the portal alone", async () => {
    await expect(passOnSilent(member, NOW)).rejects.toMatchObject({ code: "forbidden" });
  });
});
