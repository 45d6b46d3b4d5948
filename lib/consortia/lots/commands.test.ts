import { afterAll, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { actorOf } from "../../../test/cast.ts";
import { addConsortium, addTender, again, open, retirePartners } from "../../../test/own-consortia.ts";
import { setParts } from "../parts/commands.ts";
import { setPrices } from "../prices/commands.ts";
import { findConsortium } from "../queries.ts";
import { submitAnswer } from "../steps/commands.ts";
import { chooseLots } from "./commands.ts";
import { listLotChoices } from "./queries.ts";

const now = new Date();
afterAll(retirePartners);

test("lots are taken on and let go while the answer is built, with what was planned for them", async () => {
  const { id, tender, leader, member, partner } = await addConsortium({ lots: 3 });
  const [first = "", second = "", third = ""] = tender.lots.map((lot) => lot.id);
  await setPrices(member, { id, prices: [{ lotId: third, amount: 1_000 }] }, now);
  await chooseLots(leader, { id, lots: [first, second] }, now);
  const view = await findConsortium(leader, id, now);
  expect(view?.lots.map(({ number }) => number)).toEqual([1, 2]);
  expect(await db().consortiumPrice.count({ where: { consortiumId: id } })).toBe(0);
  // It had a part of what was let go: it agrees anew.
  expect(view?.members.find(({ structure }) => structure.id === partner.structure.id)?.agreedAt).toBeNull();
  const choices = await listLotChoices(leader, id, now);
  expect(choices.map(({ number, isAnswered }) => [number, isAnswered])).toEqual([
    [1, true],
    [2, true],
    [3, false],
  ]);
  await chooseLots(leader, { id, lots: [first, second, third] }, now);
  await chooseLots(leader, { id, lots: [first, second, third] }, now);
  expect((await findConsortium(leader, id, now))?.lots).toHaveLength(3);
  const facts = await db().consortiumEntry.findMany({ where: { consortiumId: id, text: { contains: "Les lots" } } });
  expect(facts.map(({ text }) => text)).toEqual([
    "Les lots de la réponse ont changé\u202f: lot 3 retiré.",
    "Les lots de la réponse ont changé\u202f: lot 3 ajouté.",
  ]);
});

test("lots are the mandatary's to choose, of its own notice, and of those it does not lead for elsewhere", async () => {
  const { id, tender, leader, lead, member } = await addConsortium({ lots: 2 });
  const other = await addTender({ lots: 1 });
  const all = tender.lots.map((lot) => lot.id);
  for (const actor of [member, await actorOf("rival"), await actorOf("president")]) {
    await expect(chooseLots(actor, { id, lots: all }, now)).rejects.toMatchObject({ code: /forbidden|not_found/ });
    expect(await listLotChoices(actor, id, now)).toEqual([]);
  }
  await expect(chooseLots(leader, { id, lots: [other.lots[0]?.id ?? ""] }, now)).rejects.toMatchObject({
    code: "not_found",
  });
  await chooseLots(leader, { id, lots: all.slice(0, 1) }, now);
  const rest = { ...tender, lots: tender.lots.slice(1) };
  await open(await again(lead), rest);
  await expect(chooseLots(leader, { id, lots: all }, now)).rejects.toThrow(/consortium_one_lead_per_lot/);
});

test("a lot that the buyer took out counts no more, and the answer can be submitted without it", async () => {
  const { id, tender, leader, lead } = await addConsortium({ lots: 2 });
  const [first = "", second = ""] = tender.lots.map((lot) => lot.id);
  await setParts(leader, { id, parts: [{ lotId: first, structureId: lead.structure.id, share: 5_000 }] }, now);
  const submitted = () => submitAnswer(leader, { id, position: 1, reason: "" }, now);
  await expect(submitted()).rejects.toThrow(/consortium_parts_make_whole/);
  await db().tenderLot.update({ where: { id: second }, data: { withdrawnAt: now } });
  const view = await findConsortium(leader, id, now);
  expect([view?.missing, view?.lots.map(({ isWithdrawn }) => isWithdrawn)]).toEqual([[], [false, true]]);
  await submitted();
  await expect(chooseLots(leader, { id, lots: [first] }, now)).rejects.toMatchObject({ code: "consortium_is_frozen" });
});
