import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import {
  addConsortium,
  addPartner,
  addTender,
  again,
  agreeing,
  invite,
  join,
  open,
  retirePartners,
} from "../../../test/own-consortia.ts";
import { changeTerms } from "../commands.ts";
import { leaveConsortium } from "../leaving/commands.ts";
import { findConsortium } from "../queries.ts";
import { submitAnswer } from "../steps/commands.ts";
import { agreeToParts, setParts } from "./commands.ts";

const now = new Date();
afterAll(retirePartners);

async function half() {
  const own = await addConsortium({ lots: 1 });
  const { id, tender, leader, partner } = own;
  const share = (basisPoints: number) => {
    const part = { lotId: tender.lots[0]?.id ?? "", structureId: partner.structure.id, share: basisPoints };
    return setParts(leader, { id, parts: [part] }, now);
  };
  const agreed = async () => {
    const key = { consortiumId_structureId: { consortiumId: id, structureId: partner.structure.id } };
    return (await db().consortiumSeat.findUniqueOrThrow({ where: key })).agreedAt !== null;
  };
  return { ...own, share, agreed };
}

test("an agreement is to the parts and the form that were read, and to nothing that came since", async () => {
  const { id, leader, member, share, agreed } = await half();
  await share(2_000);
  const parts = await agreeing(member, id);
  await share(6_000);
  await expect(agreeToParts(member, parts, now)).rejects.toMatchObject({ code: "changed_meanwhile" });
  const form = await agreeing(member, id);
  await changeTerms(leader, { id, form: "several", justification: "Chacun pour tous." }, now);
  await expect(agreeToParts(member, form, now)).rejects.toMatchObject({ code: "changed_meanwhile" });
  expect(await agreed()).toBe(false);
  const anew = await agreeing(member, id);
  await agreeToParts(member, anew, now);
  await agreeToParts(member, anew, now);
  expect(await agreed()).toBe(true);
});

test("of an agreement and other parts at the same moment, none is agreed to unread", async () => {
  const { id, member, share, agreed } = await half();
  for (let round = 0; round < 10; round += 1) {
    await share(1_000 + round);
    const read = await agreeing(member, id);
    await Promise.allSettled([share(4_000 + round), agreeToParts(member, read, now)]);
    expect(await agreed()).toBe(false);
  }
});

test("of a member who leaves while parts are shared, no part is left behind", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id, member, partner, share } = await half();
    await share(1_000);
    await Promise.allSettled([share(4_000), leaveConsortium(member, { id, reason: "Un autre chantier." }, now)]);
    const left = { consortiumId: id, structureId: partner.structure.id };
    expect(await db().consortiumMember.count({ where: left })).toBe(0);
  }
});

test("prices and subcontractors of a submitted answer are frozen, whatever the code does", async () => {
  const { id, tender, partner } = await half();
  const lotId = tender.lots[0]?.id ?? "";
  const structureId = partner.structure.id;
  const price = { consortiumId: id, structureId, lotId, amountCents: 1_000 };
  await db().consortiumPrice.create({ data: price, select: { lotId: true } });
  await db().$executeRaw`UPDATE consortium SET state = 'dropped' WHERE id = ${id}::uuid`;
  await expect(
    db().consortiumPrice.updateMany({ where: { consortiumId: id }, data: { amountCents: 2_000 } }),
  ).rejects.toThrow(/consortium_is_frozen/);
  const subcontractor = { consortiumId: id, structureId, lotId, name: "Câbles du Nord", work: "Tirage" };
  await expect(db().consortiumSubcontractor.create({ data: subcontractor, select: { id: true } })).rejects.toThrow(
    /consortium_is_frozen/,
  );
});

describe("several bids for one lot", () => {
  /** Two rivals, each with its own half of one lot and the other half offered to the same structure. */
  async function shared(rule: "not_read" | "forbidden") {
    const tender = await addTender({ lots: 1, rule });
    const [one, two, both] = [await addPartner(), await addPartner(), await addPartner()];
    const lotId = tender.lots[0]?.id ?? "";
    const ids = [await open(one.referent, tender), await open(two.referent, tender)] as const;
    const half = async (house: typeof one, id: string, structureId = house.structure.id) =>
      setParts(await again(house), { id, parts: [{ lotId, structureId, share: 5_000 }] }, now);
    await half(one, ids[0]);
    await half(two, ids[1]);
    return { tender, one, two, both, ids, half };
  }
  const submitting = async (house: Awaited<ReturnType<typeof addPartner>>, id: string) =>
    submitAnswer(await again(house), { id, position: 1, reason: "" }, now);
  const agree = async (house: Awaited<ReturnType<typeof addPartner>>, id: string) => {
    // As somebody of the structure who sits in this consortium.
    const actor = await again(house);
    const seated = { ...actor, consortia: actor.consortia.filter((own) => own.id === id) };
    return agreeToParts(seated, await agreeing(seated, id), now);
  };

  test("where the notice turns out to forbid them, all agree anew, and the one concerned is refused by its own act", async () => {
    const { tender, one, two, both, ids } = await shared("not_read");
    for (const [house, id] of [
      [one, ids[0]],
      [two, ids[1]],
    ] as const) {
      await invite(await again(house), id, both, tender, [5_000]);
      await join(both, id);
    }
    await db().tender.update({ where: { id: tender.id }, data: { multipleCandidacyRule: "forbidden" } });
    // Of who bids elsewhere the mandatary learns nothing: everybody's agreement is missing.
    expect((await findConsortium(await again(one), ids[0], now))?.missing).toHaveLength(2);
    await expect(submitting(one, ids[0])).rejects.toThrow(/consortium_members_agree/);
    await agree(both, ids[0]);
    await agree(one, ids[0]);
    await agree(two, ids[1]);
    await expect(agree(both, ids[1])).rejects.toThrow(/consortium_one_bid_per_lot/);
    await submitting(one, ids[0]);
    await expect(submitting(two, ids[1])).rejects.toThrow(/consortium_members_agree/);
  });

  test("a mandatary gives parts without learning of them; of two agreements at once, one is refused", async () => {
    const { one, two, both, ids, half, tender } = await shared("forbidden");
    for (const [house, id] of [
      [one, ids[0]],
      [two, ids[1]],
    ] as const) {
      await invite(await again(house), id, both, tender, [0]);
      await join(both, id);
      await half(house, id, both.structure.id);
    }
    const agreed = await Promise.allSettled([agree(both, ids[0]), agree(both, ids[1])]);
    expect(agreed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
