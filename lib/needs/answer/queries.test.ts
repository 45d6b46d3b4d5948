import { expect, test } from "vitest";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { confirmedBy, NOW, someBuyer } from "../../../test/own-needs.ts";
import { countMyNeeds, listNeedsForMe } from "./queries.ts";

test("a member's space lists what waits first, and counts what became of the rest", async () => {
  const member = await actorOf("member");
  const before = await countMyNeeds(member, NOW);
  await confirmedBy(someBuyer(), member);
  const { items } = await listNeedsForMe(member, 1, NOW);
  expect(items[0]?.state).toBe("waiting");
  expect((await countMyNeeds(member, NOW)).received).toBe(before.received + 1);
  expect((await listNeedsForMe(visitor, 1, NOW)).items).toEqual([]);
});
