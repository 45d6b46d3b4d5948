import { afterAll, expect, test } from "vitest";
import { setParts } from "#lib/consortia/parts/commands";
import { findConsortium, listOwnConsortia } from "#lib/consortia/queries";
import { dropAnswer, submitAnswer } from "#lib/consortia/steps/commands";
import type { HandRole } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import {
  addPartner,
  addTender as addPlainTender,
  invite,
  join,
  open,
  retirePartners,
} from "../../test/own-consortia.ts";
import { addTender, again, removeOwnTenders } from "../../test/own-tenders.ts";
import { assessTender } from "./assessments/commands.ts";
import { settleResemblance } from "./commands.ts";
import { raiseHand } from "./hands/commands.ts";
import { listHands } from "./hands/queries.ts";
import { mergeInto } from "./merging.ts";
import { findTender } from "./queries.ts";
import { moveDeadline } from "./spotting.ts";

const now = new Date();
afterAll(async () => {
  await removeOwnTenders();
  await retirePartners();
});

/** Notices of one consultation, each taken for the same as the one before it. */
async function same(...each: Record<string, unknown>[]): Promise<string[]> {
  const buyer = `Agglomération ${crypto.randomUUID()}`;
  const ids: string[] = [];
  for (const given of each) ids.push(await addTender({ buyer, subject: "Infogérance du parc informatique", ...given }));
  await db().tenderResemblance.deleteMany({ where: { tenderId: { in: ids } } });
  await db().tenderResemblance.createMany({
    data: ids.flatMap((tenderId, index) => (index > 0 ? [{ tenderId, olderId: ids[index - 1] ?? "" }] : [])),
  });
  return ids;
}

const settle = async (id = "") => settleResemblance(await actorOf("member"), { id, answer: "same" }, now);

async function raise(actor: PersonActor, tenderId: string, numbers: number[], role: HandRole = "partner") {
  const lots = (await findTender(actor, tenderId, now))?.lots ?? [];
  const chosen = lots.filter(({ number }) => numbers.includes(number)).map(({ id }) => ({ lotId: id, role }));
  await raiseHand(actor, { tenderId, lots: chosen, references: "", capacity: "" }, now);
}

test("through a merge too, nobody leads two consortia for one contract", async () => {
  // Not among those that are removed: a consortium keeps its notice for ever.
  const [older, newer, newest] = [await addPlainTender(), await addPlainTender(), await addPlainTender()];
  const lead = await addPartner();
  await open(lead.referent, newest);
  await db().$transaction((tx) => mergeInto(tx, { id: newest.id, subject: "Réseau" }, newer.id, now));
  await db().$transaction((tx) => mergeInto(tx, { id: newer.id, subject: "Réseau" }, older.id, now));
  await expect(open(await again(lead.referent), older)).rejects.toThrow(/consortium_one_lead_per_lot/);
  await open((await addPartner()).referent, older);
});

test("of two consortia that one structure led before the merge, one can be submitted", async () => {
  const [older, newer] = [await addPlainTender({ lots: 1 }), await addPlainTender({ lots: 1 })];
  const [lead, partner] = [await addPartner(), await addPartner()];
  const ids: string[] = [];
  for (const tender of [older, newer]) {
    const id = await open(await again(lead.referent), tender);
    const leader = await again(lead.referent);
    await invite(leader, id, partner, tender, [5_000]);
    await join(partner, id);
    const half = { lotId: tender.lots[0]?.id ?? "", structureId: lead.structure.id, share: 5_000 };
    await setParts(leader, { id, parts: [half] }, now);
    ids.push(id);
  }
  const [first = "", second = ""] = ids;
  await db().$transaction((tx) => mergeInto(tx, { id: newer.id, subject: "Réseau" }, older.id, now));
  const leader = await again(lead.referent);
  const submit = (id: string) => submitAnswer(leader, { id, position: 1, reason: "" }, now);
  await expect(submit(second)).rejects.toThrow(/consortium_one_lead_per_lot/);
  await submit(first);
  await expect(submit(second)).rejects.toThrow(/consortium_one_lead_per_lot/);
  await dropAnswer(leader, { id: second, position: 1, reason: "C’est le même marché.", lesson: "" }, now);
  // What it has elsewhere, by whichever notice, is told to it alone.
  expect((await findConsortium(await again(partner.referent), first, now))?.elsewhere).toEqual([]);
});

test("a merge carries the deadline, and what somebody has read of several bids", async () => {
  const later = new Date(Date.now() + 31 * 86_400_000);
  const [older, newer] = [
    await addPlainTender({ lots: 1, rule: "not_read", respondBefore: later }),
    await addPlainTender({ lots: 1, rule: "forbidden" }),
  ];
  const lead = await addPartner();
  const id = await open(lead.referent, newer);
  await db().$transaction((tx) => mergeInto(tx, { id: newer.id, subject: "Réseau" }, older.id, now));
  const view = await findConsortium(await again(lead.referent), id, now);
  expect([view?.tender.respondBefore, view?.lots[0]?.rule]).toEqual([later, "forbidden"]);
  await db().tenderLot.update({ where: { id: older.lots[0]?.id ?? "" }, data: { withdrawnAt: now } });
  expect((await findConsortium(await again(lead.referent), id, now))?.lots[0]?.isWithdrawn).toBe(true);
});

test("a merge takes hands along, one for each structure, to the lots that both notices have", async () => {
  const named = { lots: [{ title: "Câblage" }, { title: "Site" }] };
  const [older = "", newer = ""] = await same(named, {
    lots: [{ title: "Site" }, { title: "CÂBLAGE" }, { title: "Sirène" }],
  });
  const [one, both] = [(await addPartner()).referent, (await addPartner()).referent];
  await raise(one, newer, [1, 2, 3]);
  await raise(both, older, [1], "lead");
  await raise(both, newer, [1, 2, 3]);
  await settle(newer);
  const hands = await listHands(await again(both), older, now);
  const told = hands.map(({ structureId, lots }) => [
    structureId,
    lots.map(({ lot, role }) => `${lot.number} ${role}`),
  ]);
  expect(told).toEqual(
    expect.arrayContaining([
      [both.actingFor?.id, ["1 lead"]],
      [one.actingFor?.id, ["1 partner", "2 partner"]],
    ]),
  );
  expect(hands).toHaveLength(2);
  expect(await db().tenderHand.count({ where: { tenderId: newer } })).toBe(0);
  const notices = await db().notice.findMany({ where: { personId: one.personId, kind: "tender-merged" } });
  expect(notices.map(({ path }) => path)).toEqual([`/espace/appels-d-offres/${older}`]);
  // Whoever had a hand there is told that others' came.
  const fact = `tender ${older} hands of ${newer}`;
  expect(await db().notice.count({ where: { personId: both.personId, fact } })).toBe(1);
  expect(await db().notice.count({ where: { personId: one.personId, fact } })).toBe(0);
});

test("a merge takes a structure's decision along, where it has none there", async () => {
  const [older = "", newer = ""] = await same({}, {});
  const [one, both] = [(await addPartner()).referent, (await addPartner()).referent];
  const assess = (actor: PersonActor, tenderId: string, note: string) =>
    assessTender(actor, { tenderId, verdict: "go", note, scores: [{ criterion: "fit", weight: 3, score: 4 }] }, now);
  await assess(one, newer, "Un");
  await assess(both, newer, "Nouveau");
  await assess(both, older, "Ancien");
  await settle(newer);
  const kept = await db().tenderAssessment.findMany({ where: { tenderId: older }, include: { scores: true } });
  expect(kept.map(({ note }) => note).sort()).toEqual(["Ancien", "Un"]);
  expect(kept.every(({ scores }) => scores.length === 1)).toBe(true);
});

test("a consortium stays with its lots, is shown beside the notice that is kept, and follows its deadline", async () => {
  // Not among those that are removed: a consortium keeps its notice for ever.
  const [older, newer] = [await addPlainTender(), await addPlainTender()];
  const { referent } = await addPartner();
  const id = await open(referent, newer);
  await db().$transaction((tx) => mergeInto(tx, { id: newer.id, subject: "Réseau" }, older.id, now));
  const own = await again(referent);
  expect((await listOwnConsortia(own, { tenderId: older.id }, now)).underWay.map((row) => row.id)).toEqual([id]);
  const later = new Date(older.respondBefore.getTime() + 86_400_000);
  await db().$transaction((tx) => moveDeadline(tx, { ...older, subject: "Réseau" }, later, null, now));
  expect((await findConsortium(own, id, now))?.tender.respondBefore).toEqual(later);
});

test("merges make no chain, whichever of two at once comes first", async () => {
  for (let round = 0; round < 6; round += 1) {
    const [c = "", b = "", a = ""] = await same({}, {}, {});
    await Promise.all(round % 2 === 0 ? [settle(a), settle(b)] : [settle(b), settle(a)]);
    const rows = await db().tender.findMany({ where: { id: { in: [a, b] } }, select: { mergedIntoId: true } });
    expect(rows).toEqual([{ mergedIntoId: c }, { mergedIntoId: c }]);
  }
  const [c = "", b = "", a = ""] = await same({}, {}, {});
  await settle(b);
  const forced = db().tender.update({ where: { id: a }, data: { mergedIntoId: b } });
  await expect(forced).rejects.toThrow(/tender_merge_no_chain/);
  await expect(db().tender.update({ where: { id: c }, data: { mergedIntoId: a } })).rejects.toThrow(/no_chain/);
});
