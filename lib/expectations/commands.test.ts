import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import { addStructure, removeOwnStructures } from "../../test/own-structures.ts";
import { followExpectation, supportExpectation, voiceExpectation, withdrawVoice } from "./commands.ts";
import { findExpectation, findSimilarExpectations, listExpectations } from "./queries.ts";

const now = new Date();
const made: string[] = [];

afterAll(async () => {
  await db().expectation.deleteMany({ where: { id: { in: made } } });
  await removeOwnStructures();
});

describe("voicing an expectation", () => {
  test("gives the structure's voice, follows it, and shows who asks", async () => {
    const member = await actorOf("member");
    const id = await voice();
    const view = await findExpectation(member, id, now);
    expect(view).toMatchObject({
      state: "voiced",
      voiceCount: 1,
      isVoiced: true,
      isFollowed: true,
      isOwn: true,
      author: { name: "Nadia Benali", structure: member.actingFor?.name },
    });
  });

  test("anonymously names nobody, to anybody, anywhere", async () => {
    const member = await actorOf("member");
    const id = await voice({ isAnonymous: true });
    for (const role of ["member", "rival", "lead", "president"] as const) {
      const view = await findExpectation(await actorOf(role), id, now);
      expect(view?.author, role).toBeNull();
      expect(view?.supporters, role).toEqual([]);
      const { isOwn: _own, ...shown } = view ?? {};
      expect(JSON.stringify(shown), role).not.toMatch(new RegExp(`Nadia|Benali|${member.actingFor?.name}`));
    }
    const entries = await db().auditEntry.findMany({
      where: { subjectId: id },
      select: { personId: true, detail: true },
    });
    expect(entries).toEqual([{ personId: null, detail: {} }]);
  });

  test("is refused to whoever has no active structure, and in a commission that is none", async () => {
    for (const role of ["student", "admin"] as const) {
      await expect(voiceExpectation(await actorOf(role), given(), now), role).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(voiceExpectation(visitor, given(), now)).rejects.toMatchObject({ code: "forbidden" });
    const nowhere = { ...given(), commission: "cuisine" };
    await expect(voiceExpectation(await actorOf("member"), nowhere, now)).rejects.toMatchObject({
      field: "commission",
    });
  });

  test("is found by those who are about to ask the same, misspelt too", async () => {
    const member = await actorOf("member");
    const word = `zorglub${randomUUID().slice(0, 6)}`;
    const id = await voice({ title: `Une formation au ${word} pour tous` });
    const found = async (text: string) => (await findSimilarExpectations(member, text, now)).map((one) => one.id);
    expect(await found(`je voudrais apprendre le ${word}`)).toContain(id);
    expect(await found(`Une formatoin au ${word.slice(0, -1)} pour tous`)).toContain(id);
    expect(await findSimilarExpectations(await actorOf("student"), word, now)).toEqual([]);
  });
});

describe("the voice of a structure", () => {
  test("counts once, whoever of it gives it and however often", async () => {
    const [member, colleague, rival] = await Promise.all([actorOf("member"), actorOf("colleague"), actorOf("rival")]);
    const id = await voice();
    await supportExpectation(member, { id }, now);
    await Promise.all([supportExpectation(colleague, { id }, now), supportExpectation(colleague, { id }, now)]);
    expect(await countOf(id)).toBe(1);
    await supportExpectation(rival, { id }, now);
    expect(await countOf(id)).toBe(2);
    await withdrawVoice(rival, { id }, now);
    await withdrawVoice(rival, { id }, now);
    expect(await countOf(id)).toBe(1);
  });

  test("is that of the structure one acts for, not one slipped in, nor of one that was left", async () => {
    const rival = await actorOf("rival");
    const id = await voice();
    const left = { ...rival, structures: [], actingFor: null };
    await expect(supportExpectation(left, { id }, now)).rejects.toMatchObject({ code: "forbidden" });
    const lapsed = { ...rival, actingFor: rival.actingFor ? { ...rival.actingFor, isActive: false } : null };
    await expect(supportExpectation(lapsed, { id }, now)).rejects.toMatchObject({ code: "no_structure" });
    await expect(supportExpectation(rival, { id: randomUUID() }, now)).rejects.toMatchObject({ code: "not_found" });
    expect(await countOf(id)).toBe(1);
  });

  test("is counted exactly when three hundred structures speak at once", async () => {
    const member = await actorOf("member");
    const id = await voice();
    const structures = await Promise.all(
      Array.from({ length: 300 }, (_, index) => addStructure({ name: `Voix ${index} ${randomUUID()}` })),
    );
    await Promise.all(
      structures.map((structure) => {
        const own = { ...structure, isSchool: false, isActive: true, role: "colleague" as const };
        return supportExpectation({ ...member, structures: [own], actingFor: own }, { id }, now);
      }),
    );
    expect(await countOf(id)).toBe(301);
    expect(await db().expectationVoice.count({ where: { expectationId: id } })).toBe(301);
  }, 60_000);
});

describe("a list of expectations", () => {
  test("is sorted by voices, filtered, and marks one's own voice", async () => {
    const [member, rival] = await Promise.all([actorOf("member"), actorOf("rival")]);
    const word = `liste${randomUUID().slice(0, 8)}`;
    const few = await voice({ title: `Peu de voix ${word}` });
    const many = await voice({ title: `Plus de voix ${word}` });
    await supportExpectation(rival, { id: many }, now);
    const { items, total } = await listExpectations(member, { words: word }, { order: "voices", page: 1 }, now);
    expect(items.map(({ id }) => id)).toEqual([many, few]);
    expect(total).toBe(2);
    expect(items.every(({ isVoiced }) => isVoiced)).toBe(true);
    const seen = await listExpectations(rival, { words: word, state: "voiced" }, { order: "recent", page: 1 }, now);
    expect(seen.items.filter(({ isVoiced }) => isVoiced).map(({ id }) => id)).toEqual([many]);
    await followExpectation(rival, { id: many, isFollowed: false }, now);
    const followed = await listExpectations(rival, { words: word, isFollowed: true }, { order: "trend", page: 1 }, now);
    expect(followed.items).toEqual([]);
  });

  test("is empty for whoever is not of the club", async () => {
    const list = await listExpectations(await actorOf("student"), {}, { order: "voices", page: 1 }, now);
    expect(list).toMatchObject({ items: [], total: 0 });
    expect(await findExpectation(visitor, await voice(), now)).toBeNull();
  });
});

function given(over: Partial<Parameters<typeof voiceExpectation>[1]> = {}) {
  return {
    commission: "infrastructures-reseaux",
    title: `Une attente ${randomUUID()}`,
    body: "Nous aimerions en parler.",
    category: undefined,
    isAnonymous: false,
    ...over,
  };
}

async function voice(over: Parameters<typeof given>[0] = {}): Promise<string> {
  const id = await voiceExpectation(await actorOf("member"), given(over), now);
  made.push(id);
  return id;
}

async function countOf(id: string): Promise<number> {
  return (await db().expectation.findUniqueOrThrow({ where: { id }, select: { voiceCount: true } })).voiceCount;
}
