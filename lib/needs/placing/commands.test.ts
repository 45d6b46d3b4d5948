import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listOwnWaiting } from "#lib/home/waiting/queries";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { kindsTo, NOW, needOf, someBuyer } from "../../../test/own-needs.ts";
import { passOnSilent } from "../carrying/commands.ts";
import { answerDue } from "../rules.ts";
import { placeNeed } from "./commands.ts";
import { listNeedsToPlace } from "./queries.ts";

const HREF = "/espace/besoins/a-placer";
let lead: PersonActor;
let president: PersonActor;
let member: PersonActor;
let rival: PersonActor;
let buyer: string;
const buyers: string[] = [];

beforeAll(async () => {
  lead = await actorOf("lead");
  president = await actorOf("president");
  member = await actorOf("member");
  rival = await actorOf("rival");
});
beforeEach(() => {
  buyer = someBuyer();
  buyers.push(buyer);
});
afterAll(async () => {
  await db().need.deleteMany({ where: { contactEmail: { in: buyers } } });
});

const idOf = (actor: PersonActor) => actor.structures[0]?.id ?? "";

/** A need that was handed to the lead of a commission, theirs unless said otherwise, long ago: first of the list. */
async function handedOn(more: { commissionId?: string | null; asked?: string; escalatedAt?: Date | null } = {}) {
  const { commissionId = lead.commissionsLed[0]?.id ?? null, asked, escalatedAt = new Date("2001-01-01") } = more;
  const { id } = await db().need.create({
    data: {
      text: "il nous faut des sauvegardes",
      city: "Arras",
      contactName: "Odile Acheteur",
      contactEmail: buyer,
      confirmedAt: NOW,
      escalatedAt,
      commissionId,
      ...(asked ? { introductions: { create: { structureId: asked, state: "silent" as const } } } : {}),
    },
    select: { id: true },
  });
  return id;
}

const waitingOf = async (actor: PersonActor) =>
  (await listOwnWaiting(actor, NOW)).find(({ href }) => href === HREF)?.howMany ?? 0;

describe("a need that no member took", () => {
  test("is put before the member that its lead names: clock, messages, line of the home page, act", async () => {
    const before = await waitingOf(lead);
    const needId = await handedOn();
    expect(await waitingOf(lead)).toBe(before + 1);
    await placeNeed(lead, { needId, structureId: idOf(member) }, NOW);
    expect((await needOf(buyer)).introductions).toMatchObject([
      { structureId: idOf(member), state: "waiting", dueAt: answerDue(NOW) },
    ]);
    expect(await waitingOf(lead)).toBe(before);
    const mails = await db().mail.findMany({ where: { subjectId: needId }, select: { kind: true, toAddress: true } });
    expect(mails).toContainEqual({ kind: "need-placed", toAddress: buyer });
    expect(mails).toContainEqual({ kind: "need-proposed", toAddress: member.email });
    const acts = await db().auditEntry.findMany({ where: { action: "place-need", personId: lead.personId } });
    expect(acts.map(({ detail }) => detail)).toContainEqual({ needId });
  });

  test("goes to a member once, even named by two at once, and once only", async () => {
    const needId = await handedOn();
    const input = { needId, structureId: idOf(member) };
    const outcomes = await Promise.allSettled([placeNeed(lead, input, NOW), placeNeed(president, input, NOW)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await kindsTo(buyer)).toEqual(["need-placed"]);
    await expect(placeNeed(lead, input, NOW)).rejects.toMatchObject({ code: "already_asked", field: "structureId" });
  });

  test("is not asked again of who was silent, nor of who is no member", async () => {
    const needId = await handedOn({ asked: idOf(rival) });
    for (const [structureId, code] of [
      [idOf(rival), "already_asked"],
      [crypto.randomUUID(), "unknown_member"],
    ] as const) {
      await expect(placeNeed(lead, { needId, structureId }, NOW)).rejects.toMatchObject({ code, field: "structureId" });
    }
    expect(await kindsTo(buyer)).toEqual([]);
  });

  test("is placed by its own lead and the board alone, and only once it was handed to them", async () => {
    const other = await db().commission.findFirstOrThrow({
      where: { id: { notIn: lead.commissionsLed.map(({ id }) => id) } },
    });
    const structureId = idOf(member);
    const elsewhere = await handedOn({ commissionId: other.id });
    await expect(placeNeed(rival, { needId: elsewhere, structureId }, NOW)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(placeNeed(await actorOf("formerLead"), { needId: elsewhere, structureId }, NOW)).rejects.toMatchObject(
      {
        code: "forbidden",
      },
    );
    await expect(placeNeed(lead, { needId: elsewhere, structureId }, NOW)).rejects.toMatchObject({ code: "not_found" });
    const early = await handedOn({ escalatedAt: null });
    await expect(placeNeed(president, { needId: early, structureId }, NOW)).rejects.toMatchObject({
      code: "not_found",
    });
    await placeNeed(president, { needId: elsewhere, structureId }, NOW);
  });

  test("is closed once its buyer closed it", async () => {
    const needId = await handedOn();
    await db().need.update({ where: { id: needId }, data: { closedAt: NOW, outcome: "abandoned" } });
    await expect(placeNeed(lead, { needId, structureId: idOf(member) }, NOW)).rejects.toMatchObject({
      code: "need_closed",
    });
    const { items } = await listNeedsToPlace(lead, 1, NOW);
    expect(items.map(({ id }) => id)).not.toContain(needId);
  });

  test("is listed with who was asked, best matches first, then every other member", async () => {
    const needId = await handedOn({ asked: idOf(rival) });
    const found = (await listNeedsToPlace(lead, 1, NOW)).items.find(({ id }) => id === needId);
    expect(found?.introductions).toMatchObject([{ structureId: idOf(rival), state: "silent" }]);
    const candidates = found?.candidates ?? [];
    expect(candidates[0]?.isMatch).toBe(true);
    expect(candidates.map(({ id }) => id)).not.toContain(idOf(rival));
    expect(new Set(candidates.map(({ id }) => id)).size).toBe(candidates.length);
    expect(candidates.length).toBe((await db().structure.count({ where: { status: "active" } })) - 1);
    await expect(listNeedsToPlace(rival, 1, NOW)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("goes on by itself when the member named stays silent", async () => {
    const needId = await handedOn();
    await placeNeed(lead, { needId, structureId: idOf(rival) }, NOW);
    await passOnSilent({ kind: "system" }, new Date(answerDue(NOW).getTime() + 3_600_000));
    const states = (await needOf(buyer)).introductions.map(({ state }) => state).sort();
    expect(states).toEqual(["silent", "waiting"]);
  });
});
