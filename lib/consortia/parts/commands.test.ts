import { afterAll, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { addConsortium, agreeing, retirePartners } from "../../../test/own-consortia.ts";
import { changeTerms } from "../commands.ts";
import { leaveConsortium } from "../members/commands.ts";
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
