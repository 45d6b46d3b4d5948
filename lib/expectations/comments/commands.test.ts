import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { type PersonActor, visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { supportExpectation, voiceExpectation } from "../commands.ts";
import { findExpectation } from "../queries.ts";
import { mergeExpectations } from "../study/commands.ts";
import { commentOnExpectation, withdrawComment } from "./commands.ts";
import { mentionedIn } from "./rules.ts";
import { commentInput } from "./schema.ts";

const now = new Date();
let member: PersonActor;
let rival: PersonActor;
let lead: PersonActor;

beforeAll(async () => {
  [member, rival, lead] = await Promise.all([actorOf("member"), actorOf("rival"), actorOf("lead")]);
});

describe("commenting", () => {
  test("tells those who follow, and whoever is called by name, but not whoever writes", async () => {
    const id = await voice();
    await supportExpectation(rival, { id }, now);
    await commentOnExpectation(rival, { id, body: "Nous aussi, @SYLVIE CARPENTIER." }, now);
    const [comment] = (await findExpectation(member, id, now))?.comments ?? [];
    expect(comment).toMatchObject({ body: "Nous aussi, @SYLVIE CARPENTIER.", isOwn: false });
    expect(await toldOf(id)).toEqual([
      [lead.personId, "mention"],
      [member.personId, "expectation-comment"],
    ]);
  });

  test("tells somebody who follows and is called only once, that they are called", async () => {
    const id = await voice();
    await commentOnExpectation(rival, { id, body: `@${member.name}, à vous.` }, now);
    expect(await toldOf(id)).toEqual([[member.personId, "mention"]]);
  });

  test("is refused to whoever may not read it, and where the voices went elsewhere", async () => {
    const [id, target] = [await voice(), await voice()];
    for (const actor of [visitor, await actorOf("student"), await actorOf("admin")]) {
      await expect(commentOnExpectation(actor, { id, body: "x" }, now)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(commentOnExpectation(rival, { id: randomUUID(), body: "x" }, now)).rejects.toMatchObject({
      code: "not_found",
    });
    await mergeExpectations(lead, { id, targetId: target }, now);
    await expect(commentOnExpectation(rival, { id, body: "x" }, now)).rejects.toMatchObject({
      code: "expectation_is_merged",
    });
    expect((await findExpectation(member, id, now))?.comments).toEqual([]);
  });

  test.each(["", "   \n ", "x".repeat(2_001)])("says what is wrong with %j", (body) => {
    expect(commentInput.safeParse({ id: randomUUID(), body }).error?.issues[0]?.path).toEqual(["body"]);
  });
});

describe("taking a comment back", () => {
  test("leaves its place without its words, and is harmless twice", async () => {
    const id = await voice();
    await commentOnExpectation(rival, { id, body: "À oublier." }, now);
    const comment = await onlyComment(id);
    await withdrawComment(rival, { id: comment }, now);
    await withdrawComment(rival, { id: comment }, now);
    const view = await findExpectation(member, id, now);
    expect(view?.comments).toMatchObject([{ id: comment, body: "", withdrawnAt: now }]);
  });

  test("belongs to its author alone, the lead included", async () => {
    const id = await voice();
    await commentOnExpectation(rival, { id, body: "À garder." }, now);
    const comment = await onlyComment(id);
    for (const actor of [member, lead, await actorOf("president")]) {
      await expect(withdrawComment(actor, { id: comment }, now)).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await findExpectation(member, id, now))?.comments[0]?.body).toBe("À garder.");
  });
});

test("a name calls whole names only, whatever the case and the accents", () => {
  const people = [
    { personId: "petit", firstName: "Marc", lastName: "Petit" },
    { personId: "petitpas", firstName: "Marc", lastName: "Petitpas" },
    { personId: "helene", firstName: "Hélène", lastName: "Delattre" },
  ];
  expect(mentionedIn("Vu avec @marc petitpas.", people)).toEqual(["petitpas"]);
  expect(mentionedIn("@Marc Petitpas et @MARC PETIT, voyez @helene delattre", people)).toEqual([
    "petit",
    "petitpas",
    "helene",
  ]);
  expect(mentionedIn("Marc Petit sans arobase", people)).toEqual([]);
});

async function voice(): Promise<string> {
  return voiceExpectation(
    member,
    {
      commission: "infrastructures-reseaux",
      title: `Une attente à commenter ${randomUUID()}`,
      body: "En parler.",
      category: undefined,
      isAnonymous: false,
    },
    now,
  );
}

async function onlyComment(expectationId: string): Promise<string> {
  return (await db().expectationComment.findFirstOrThrow({ where: { expectationId }, select: { id: true } })).id;
}

/** Who was told what of the comments on an expectation. */
async function toldOf(expectationId: string): Promise<[string, string][]> {
  const notices = await db().notice.findMany({
    where: { path: { endsWith: expectationId }, fact: { startsWith: "comment " } },
    select: { personId: true, kind: true },
  });
  return notices
    .map(({ personId, kind }): [string, string] => [personId, kind])
    .sort(([, a], [, b]) => b.localeCompare(a));
}
