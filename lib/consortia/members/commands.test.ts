import { afterAll, describe, expect, test } from "vitest";
import { addDays, columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import {
  addConsortium,
  addPartner,
  addTender,
  again,
  invite,
  join,
  joining,
  open,
  retirePartners,
} from "../../../test/own-consortia.ts";
import { addPersonOf, mailKindsTo, signedInAs } from "../../../test/own-people.ts";
import { changeTerms } from "../commands.ts";
import { closeSeat, leaveConsortium } from "../leaving/commands.ts";
import { setParts } from "../parts/commands.ts";
import { findConsortium, findConsortiumInvitation, listConsortiumInvitations } from "../queries.ts";
import { declineInvitation, inviteMember, joinConsortium, withdrawInvitation } from "./commands.ts";

const now = new Date();
afterAll(retirePartners);

const takenOf = async (id: string, lotId: string | undefined) => {
  const { _sum } = await db().consortiumMember.aggregate({
    where: { consortiumId: id, lotId: lotId ?? "" },
    _sum: { shareBasisPoints: true },
  });
  return _sum.shareBasisPoints ?? 0;
};

describe("joining", () => {
  test("of a hundred who join at once for the last share, one has it: the sum never passes 100 %", async () => {
    const [tender, lead] = [await addTender({ lots: 1 }), await addPartner()];
    const id = await open(lead.referent, tender);
    const leader = await again(lead);
    const [first, ...many] = await Promise.all(Array.from({ length: 101 }, () => addPartner()));
    if (!first) throw new Error("nobody");
    await invite(leader, id, first, tender, [9_000]);
    await join(first, id);
    for (const house of many) await invite(leader, id, house, tender, [1_000]);
    const answers = await Promise.allSettled(many.map((house) => join(house, id)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === "rejected") expect(String(answer.reason)).toMatch(/consortium_parts_at_most_whole/);
    }
    expect(await takenOf(id, tender.lots[0]?.id)).toBe(10_000);
    // Who was refused is still invited, and may be offered another part.
    expect(await db().consortiumSeat.count({ where: { consortiumId: id, joinedAt: null } })).toBe(99);
  }, 60_000);

  test("is for the invited structure's people, who read what they join before", async () => {
    const [tender, lead, partner, stranger] = [
      await addTender(),
      await addPartner(),
      await addPartner(),
      await addPartner(),
    ];
    const id = await open(lead.referent, tender);
    await invite(await again(lead), id, partner, tender, [4_000, 0]);
    expect(await mailKindsTo(partner.referent.personId)).toEqual(["workspace"]);
    const invitation = await findConsortiumInvitation(partner.referent, id, now);
    expect(invitation).toMatchObject({ lead: lead.structure.name, offers: [{ number: 1, shareBasisPoints: 4_000 }] });
    expect(await findConsortium(partner.referent, id, now)).toBeNull();
    const input = await joining(partner, id);
    for (const actor of [visitor, stranger.referent, await again(lead), await actorOf("president")]) {
      expect(await findConsortiumInvitation(actor, id, now)).toBeNull();
      await expect(joinConsortium(actor, input, now)).rejects.toMatchObject({ code: /not_found|forbidden/ });
    }
    const member = await join(partner, id);
    await expect(joinConsortium(member, input, now)).rejects.toMatchObject({ code: "not_found" });
    const view = await findConsortium(member, id, now);
    expect(view?.members.map(({ structure }) => structure.name)).toEqual([lead.structure.name, partner.structure.name]);
    expect(view?.lots.map(({ taken }) => taken)).toEqual([4_000, 0]);
    expect(
      await db().consortiumTask.count({ where: { consortiumId: id, ownerStructureId: partner.structure.id } }),
    ).toBe(4);
  });

  test("agrees to the parts that were read: offered others meanwhile, one reads again", async () => {
    const [tender, lead, partner] = [await addTender({ lots: 1 }), await addPartner(), await addPartner()];
    const id = await open(lead.referent, tender);
    const leader = await again(lead);
    await invite(leader, id, partner, tender, [2_000]);
    const read = await joining(partner, id);
    await invite(leader, id, partner, tender, [6_000]);
    await expect(joinConsortium(partner.referent, read, now)).rejects.toMatchObject({ code: "changed_meanwhile" });
    const anew = await joining(partner, id);
    await changeTerms(leader, { id, form: "several", justification: "Chacun pour tous." }, now);
    await expect(joinConsortium(partner.referent, anew, now)).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect(await takenOf(id, tender.lots[0]?.id)).toBe(0);
    await joinConsortium(partner.referent, await joining(partner, id), now);
    expect(await takenOf(id, tender.lots[0]?.id)).toBe(6_000);
  });

  test("keeps its seat when it is invited again at the same moment", async () => {
    for (let round = 0; round < 8; round += 1) {
      const [tender, lead, partner] = [await addTender({ lots: 1 }), await addPartner(), await addPartner()];
      const id = await open(lead.referent, tender);
      const leader = await again(lead);
      await invite(leader, id, partner, tender, [5_000]);
      const input = await joining(partner, id);
      const asked = { id, structureId: partner.structure.id, message: "", offers: [] };
      const [joined] = await Promise.allSettled([
        joinConsortium(partner.referent, input, now),
        inviteMember(leader, asked, now),
      ]);
      const seat = await db().consortiumSeat.findFirstOrThrow({
        where: { consortiumId: id, NOT: { structureId: lead.structure.id } },
      });
      // Either it joined and stays, with its part, or it was offered other parts first and is told.
      expect([seat.joinedAt !== null, await takenOf(id, tender.lots[0]?.id)]).toEqual(
        joined.status === "fulfilled" ? [true, 5_000] : [false, 0],
      );
    }
    const { id, partner } = await addConsortium({ lots: 1 });
    const forced = db().consortiumSeat.updateMany({
      where: { consortiumId: id, structureId: partner.structure.id },
      data: { joinedAt: null, agreedAt: null },
    });
    await expect(forced).rejects.toThrow(/consortium_seat_is_taken/);
  });

  test("twice for one lot is locked where the notice forbids it, and free where it allows it", async () => {
    for (const rule of ["forbidden", "allowed", "not_read"] as const) {
      const tender = await addTender({ lots: 1, rule });
      const [one, two, shared] = [await addPartner(), await addPartner(), await addPartner()];
      const first = await open(one.referent, tender);
      const second = await open(two.referent, tender);
      await invite(await again(one), first, shared, tender, [3_000]);
      await invite(await again(two), second, shared, tender, [3_000]);
      await join(shared, first);
      const again2 = join(shared, second);
      if (rule === "forbidden") await expect(again2).rejects.toThrow(/consortium_one_bid_per_lot/);
      else expect((await findConsortium(await again2, second, now))?.elsewhere).toEqual([1]);
      // Of the other engagement, the rival mandatary learns nothing.
      expect((await findConsortium(await again(two), second, now))?.elsewhere).toEqual([]);
    }
  });
});

test("a structure is invited by the mandatary alone, once, and may be asked again after a refusal", async () => {
  const { id, leader, partner, member, tender } = await addConsortium({ lots: 1 });
  const third = await addPartner();
  const input = { id, structureId: third.structure.id, message: "", offers: [] };
  for (const actor of [visitor, member, third.referent, await actorOf("president")]) {
    await expect(inviteMember(actor, input, now)).rejects.toMatchObject({ code: /not_found|forbidden/ });
  }
  await expect(invite(leader, id, partner, tender, [0])).rejects.toMatchObject({ field: "structureId" });
  await inviteMember(leader, input, now);
  await declineInvitation(third.referent, { id, structureId: third.structure.id, reason: "Trop court." }, now);
  expect(await listConsortiumInvitations(third.referent, {}, now)).toEqual([]);
  await inviteMember(leader, input, now);
  await join(third, id);
  expect((await findConsortium(leader, id, now))?.members).toHaveLength(3);
});

test("nobody is invited again and again: five times in a day, and its people are left alone until the next", async () => {
  const [tender, lead, partner] = [await addTender({ lots: 1 }), await addPartner(), await addPartner()];
  const id = await open(lead.referent, tender);
  const leader = await again(lead);
  for (let time = 0; time < 5; time += 1) await invite(leader, id, partner, tender, [0]);
  await expect(invite(leader, id, partner, tender, [0])).rejects.toMatchObject({
    code: "too_many_invitations",
    field: "structureId",
  });
  expect(await mailKindsTo(partner.referent.personId)).toHaveLength(5);
  const tomorrow = new Date(now.getTime() + 25 * 3_600_000);
  await inviteMember(leader, { id, structureId: partner.structure.id, message: "", offers: [] }, tomorrow);
});

test("an invitation that is withdrawn is told, and opens nothing any more", async () => {
  const { id, leader, tender } = await addConsortium({ lots: 1 });
  const third = await addPartner();
  await invite(leader, id, third, tender, [0]);
  await withdrawInvitation(leader, { id, structureId: third.structure.id }, now);
  await withdrawInvitation(leader, { id, structureId: third.structure.id }, now);
  expect(await findConsortiumInvitation(third.referent, id, now)).toBeNull();
  const told = await db().notice.findMany({ where: { personId: third.referent.personId, kind: "workspace" } });
  expect(told.map(({ title }) => title)).toEqual([expect.stringContaining("retire son invitation")]);
});

test("an invitation to a former member is withdrawn too, and that it had left stays known", async () => {
  const { id, leader, partner, member, tender } = await addConsortium({ lots: 1 });
  const document = { consortiumId: id, structureId: partner.structure.id, title: "Mémoire" };
  await db().consortiumDocument.create({ data: document, select: { id: true } });
  await leaveConsortium(member, { id, reason: "Un autre chantier." }, now);
  await invite(leader, id, partner, tender, [0]);
  await withdrawInvitation(leader, { id, structureId: partner.structure.id }, now);
  expect(await findConsortiumInvitation(partner.referent, id, now)).toBeNull();
  expect((await findConsortium(leader, id, now))?.gone).toHaveLength(1);
});

describe("leaving", () => {
  test("and coming back finds each task once", async () => {
    const { id, leader, partner, member, tender } = await addConsortium({ lots: 1 });
    const own = () =>
      db().consortiumTask.count({ where: { consortiumId: id, ownerStructureId: partner.structure.id } });
    const all = () => db().consortiumTask.count({ where: { consortiumId: id } });
    const before = [await own(), await all()];
    await leaveConsortium(member, { id, reason: "Un autre chantier." }, now);
    await invite(leader, id, partner, tender, [5_000]);
    await join(partner, id);
    expect([await own(), await all()]).toEqual(before);
  });

  test("is the mandatary's to say of a member that does not agree: it is told, and let out at once", async () => {
    const { id, leader, partner, tender } = await addConsortium({ lots: 1 });
    const structureId = partner.structure.id;
    await setParts(leader, { id, parts: [{ lotId: tender.lots[0]?.id ?? "", structureId, share: 3_000 }] }, now);
    await closeSeat(leader, { id, structureId, reason: "Sans nouvelles depuis dix jours." }, now);
    expect(await findConsortium(await again(partner), id, now)).toBeNull();
    const mails = await db().mail.findMany({ where: { personId: partner.referent.personId } });
    expect(mails.some(({ text }) => text.includes("Sans nouvelles depuis dix jours."))).toBe(true);
    expect((await findConsortium(leader, id, now))?.gone[0]).toMatchObject({
      reason: "Sans nouvelles depuis dix jours.",
    });
  });

  test("is noted by the mandatary of a member that is no more of the club, and of no other", async () => {
    const { id, leader, member, lead, partner, tender } = await addConsortium({ lots: 1 });
    const seat = { id, structureId: partner.structure.id, reason: "" };
    await expect(closeSeat(leader, seat, now)).rejects.toMatchObject({ code: "member_agreed" });
    await db().structure.update({ where: { id: partner.structure.id }, data: { status: "resigned" } });
    for (const actor of [member, await actorOf("president"), visitor]) {
      await expect(closeSeat(actor, { ...seat, structureId: lead.structure.id }, now)).rejects.toMatchObject({
        code: /not_found|forbidden/,
      });
    }
    await closeSeat(leader, seat, now);
    await closeSeat(leader, seat, now);
    expect(await takenOf(id, tender.lots[0]?.id)).toBe(0);
    expect((await findConsortium(leader, id, now))?.gone[0]).toMatchObject({ reason: "N’est plus adhérente du club." });
  });

  test("ends access at once and frees the parts; the mandatary hands over first", async () => {
    const { id, tender, leader, partner, member } = await addConsortium();
    await expect(leaveConsortium(leader, { id, reason: "x" }, now)).rejects.toThrow(/consortium_lead_hands_over_first/);
    await leaveConsortium(member, { id, reason: "Un autre chantier." }, now);
    expect(await findConsortium(await again(partner), id, now)).toBeNull();
    expect(await takenOf(id, tender.lots[0]?.id)).toBe(0);
    // The session that was open when it left knows no more either: rights are read at each request.
    await expect(leaveConsortium(await again(partner), { id, reason: "x" }, now)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await findConsortium(leader, id, now))?.gone[0]).toMatchObject({ reason: "Un autre chantier." });
  });

  test("a person who leaves their structure leaves the workspace with it", async () => {
    const { id, partner } = await addConsortium({ lots: 1 });
    const colleague = await addPersonOf(partner.structure.id, "colleague");
    expect(await findConsortium(colleague, id, now)).not.toBeNull();
    await db().affiliation.updateMany({
      where: { personId: colleague.personId },
      data: { endsOn: columnOfDay(addDays(dayOf(now), -1)) },
    });
    expect(await findConsortium(await signedInAs(colleague.sessionId), id, now)).toBeNull();
    await db().structure.update({ where: { id: partner.structure.id }, data: { status: "resigned" } });
    expect(await findConsortium(await again(partner), id, now)).toBeNull();
  });
});
