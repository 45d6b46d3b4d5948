import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { IntroductionState } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { actorFor, addHouse, addPerson } from "../../../test/own-people.ts";
import { addStructure } from "../../../test/own-structures.ts";
import { answerNeed } from "../answer/commands.ts";
import { findNeedForMe } from "../answer/queries.ts";
import { answerInput } from "../answer/schema.ts";
import { followToken } from "../mails.ts";
import { closeNeed } from "./commands.ts";
import { findFollowedNeed } from "./queries.ts";

const now = new Date("2026-12-01T09:00:00Z");

/** A confirmed need put before these structures, each where it is said to stand. */
async function addNeed(asked: { id: string }[], state: IntroductionState = "waiting") {
  const contact = { contactName: "Odile", contactEmail: `${randomUUID()}@acheteur.example` };
  const data = { text: "Un serveur à surveiller", confirmedAt: now, ...contact };
  const answeredAt = state === "waiting" || state === "silent" ? null : now;
  const introductions = { create: asked.map(({ id }) => ({ structureId: id, state, answeredAt })) };
  const { id } = await db().need.create({ data: { ...data, introductions }, select: { id: true } });
  return { id, token: followToken(id), states: () => statesOf(id) };
}

async function statesOf(needId: string): Promise<Record<string, string>> {
  const rows = await db().introduction.findMany({ where: { needId }, select: { structureId: true, state: true } });
  return Object.fromEntries(rows.map(({ structureId, state }) => [structureId, state]));
}

/** Somebody who speaks for two structures. */
async function addTwo() {
  const [first, second] = [
    await addStructure({ name: `Un ${randomUUID()}` }),
    await addStructure({ name: `Deux ${randomUUID()}` }),
  ];
  const { id: personId } = await addPerson({ structures: [first.id, second.id] });
  return { first, second, personId };
}

describe("what a buyer learns of a member", () => {
  test.each([
    ["waiting", false],
    ["asking", false],
    ["declined", false],
    ["silent", false],
    ["interested", true],
    ["won", true],
  ] as const)("that is %s: its phone and address are given: %s", async (state, isGiven) => {
    const { structure } = await addHouse();
    const data = { phone: "03 21 00 00 00", email: "secret@member.example", phoneVisibility: "hidden" as const };
    await db().structure.update({ where: { id: structure.id }, data, select: { id: true } });
    const followed = await findFollowedNeed((await addNeed([structure], state)).token);
    expect(JSON.stringify(followed).includes("secret@member.example")).toBe(isGiven);
    expect(followed?.introductions[0]?.contact).toEqual(
      isGiven ? { phone: "03 21 00 00 00", email: "secret@member.example" } : null,
    );
  });
});

describe("the one chosen", () => {
  test("is not a member that says no while it is being chosen: the need stays open", async () => {
    const { structure } = await addHouse();
    const { id, token, states } = await addNeed([structure], "interested");
    const choosing = await db().$transaction(async (tx) => {
      await tx.introduction.updateMany({
        where: { needId: id },
        data: { state: "declined", declineReason: "no_time" },
      });
      const started = Promise.allSettled([closeNeed({ token, outcome: "won", winner: structure.slug }, now)]);
      // Until the choice waits for this answer.
      await wait(500);
      return { started };
    });
    expect(await choosing.started).toMatchObject([{ status: "rejected", reason: { code: "not_answered" } }]);
    expect(await states()).toEqual({ [structure.id]: "declined" });
    expect(await db().need.findUniqueOrThrow({ where: { id } })).toMatchObject({ closedAt: null, outcome: null });
    expect(await db().mail.count({ where: { subjectId: id, kind: "need-won" } })).toBe(0);
  });
});

describe("somebody of two structures, both asked for one need,", () => {
  test("reads and answers it for the one they act for", async () => {
    const { first, second, personId } = await addTwo();
    for (const [actingFor, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const { id, states } = await addNeed([first, second]);
      const person = await actorFor(personId, now);
      const actor = { ...person, actingFor: person.structures.find((own) => own.id === actingFor.id) ?? null };
      expect((await findNeedForMe(actor, id, now))?.structure.name).toBe(actingFor.name);
      await answerNeed(actor, answerInput.parse({ needId: id, answer: "interested", text: "" }), now);
      expect(await states()).toEqual({ [actingFor.id]: "interested", [other.id]: "waiting" });
    }
  });

  test("answers for the other when the need was put before it alone", async () => {
    const { first, second, personId } = await addTwo();
    const { id, states } = await addNeed([second]);
    const person = await actorFor(personId, now);
    const actor = { ...person, actingFor: person.structures.find((own) => own.id === first.id) ?? null };
    await answerNeed(actor, answerInput.parse({ needId: id, answer: "interested", text: "" }), now);
    expect(await states()).toEqual({ [second.id]: "interested" });
  });
});
