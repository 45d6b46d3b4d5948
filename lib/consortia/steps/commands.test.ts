import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { moveDeadline } from "#lib/tenders/spotting";
import { actorOf } from "../../../test/cast.ts";
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
import { offerLead, takeLead } from "../lead/commands.ts";
import { leaveConsortium } from "../leaving/commands.ts";
import { listMemory } from "../memory/queries.ts";
import { agreeToParts, setParts, showAmount } from "../parts/commands.ts";
import { findConsortium } from "../queries.ts";
import { dropAnswer, resumeAnswer, settleAnswer, submitAnswer } from "./commands.ts";

const now = new Date();
afterAll(retirePartners);

type Own = Awaited<ReturnType<typeof addConsortium>>;

/** The lead takes what its partner leaves of every lot. */
async function shareOut({ id, tender, lead, leader, partner }: Own, leads = 5_000): Promise<void> {
  const parts = tender.lots.flatMap(({ id: lotId }) => [
    { lotId, structureId: lead.structure.id, share: leads },
    { lotId, structureId: partner.structure.id, share: 10_000 - leads },
  ]);
  await setParts(leader, { id, parts }, now);
}

const submit = ({ id, leader }: Own) => submitAnswer(leader, { id, position: 1, reason: "" }, now);

describe("submitting", () => {
  test("wants each lot shared out to the last hundredth, and everybody's agreement to their part", async () => {
    const own = await addConsortium();
    const { id, tender, leader, member, partner } = own;
    await expect(submit(own)).rejects.toThrow(/consortium_parts_make_whole/);
    const [lotId = "", other = ""] = tender.lots.map((lot) => lot.id);
    const third = { lotId, structureId: own.lead.structure.id, share: 4_999 };
    await setParts(leader, { id, parts: [third, { ...third, lotId: other, share: 5_000 }] }, now);
    await expect(submit(own)).rejects.toThrow(/consortium_parts_make_whole/);
    await shareOut(own, 4_000);
    // Its part changed: what it had agreed to is no more.
    await expect(submit(own)).rejects.toThrow(/consortium_members_agree/);
    expect((await findConsortium(leader, id, now))?.missing).toEqual([
      `L’accord de ${partner.structure.name} sur ses parts.`,
    ]);
    await agreeToParts(member, await agreeing(member, id), now);
    await submit(own);
    await expect(shareOut(own)).rejects.toThrow(/consortium_is_frozen/);
    await expect(changeTerms(leader, { id, form: "several", justification: "Autre." }, now)).rejects.toThrow(
      /is_frozen/,
    );
    await expect(leaveConsortium(member, { id, reason: "x" }, now)).rejects.toThrow(/consortium_is_frozen/);
  });

  test("another form of groupement is agreed to anew by each member", async () => {
    const own = await addConsortium({ lots: 1 });
    await shareOut(own);
    await changeTerms(own.leader, { id: own.id, form: "several", justification: "Chacun pour tous." }, now);
    await expect(submit(own)).rejects.toThrow(/consortium_members_agree/);
  });

  test("counts the parts of whoever sits: what somebody who left would still have makes no whole", async () => {
    const own = await addConsortium({ lots: 1 });
    const third = await addPartner();
    const lotId = own.tender.lots[0]?.id ?? "";
    const leads = { lotId, structureId: own.lead.structure.id, share: 3_000 };
    await setParts(own.leader, { id: own.id, parts: [leads] }, now);
    await invite(own.leader, own.id, third, own.tender, [2_000]);
    await join(third, own.id);
    // As nothing of the portal does: gone, with its part left behind.
    await db().consortiumSeat.updateMany({
      where: { consortiumId: own.id, structureId: third.structure.id },
      data: { leftAt: now },
    });
    await expect(submit(own)).rejects.toThrow(/consortium_parts_make_whole/);
  });

  test("shares never pass the whole: what grows waits for what falls, and too much is refused", async () => {
    const own = await addConsortium({ lots: 1 });
    await shareOut(own, 6_000);
    await shareOut(own, 3_000);
    await shareOut(own, 9_000);
    const lotId = own.tender.lots[0]?.id ?? "";
    const more = { lotId, structureId: own.partner.structure.id, share: 2_000 };
    await expect(setParts(own.leader, { id: own.id, parts: [more] }, now)).rejects.toThrow(/parts_at_most_whole/);
    await expect(setParts(own.member, { id: own.id, parts: [more] }, now)).rejects.toMatchObject({
      code: /forbidden|not_found/,
    });
  });

  test("happens once, of two at the same time, and by the mandatary alone", async () => {
    const own = await addConsortium({ lots: 1 });
    await shareOut(own);
    const input = { id: own.id, position: 1, reason: "" };
    await expect(submitAnswer(own.member, input, now)).rejects.toMatchObject({ code: /forbidden|not_found/ });
    const twice = await Promise.allSettled([submit(own), submit(own)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().consortiumStep.count({ where: { consortiumId: own.id } })).toBe(1);
  });
});

test("what was declared submitted is taken up again before the deadline, and not after", async () => {
  const own = await addConsortium({ lots: 1 });
  await shareOut(own);
  await submit(own);
  const again = { id: own.id, position: 2, reason: "Avis rectificatif." };
  await expect(resumeAnswer(own.member, again, now)).rejects.toMatchObject({ code: /forbidden|not_found/ });
  const late = new Date(own.tender.respondBefore.getTime() + 1_000);
  await expect(resumeAnswer(own.leader, again, late)).rejects.toMatchObject({ code: "tender_is_over" });
  await resumeAnswer(own.leader, again, now);
  await shareOut(own, 4_000);
  await agreeToParts(own.member, await agreeing(own.member, own.id), now);
  await submitAnswer(own.leader, { id: own.id, position: 3, reason: "" }, now);
});

describe("the mandatary", () => {
  test("leads one consortium per lot, whatever the notice allows; dropping one frees its lots", async () => {
    const [tender, house] = [await addTender({ rule: "allowed" }), await addPartner()];
    const first = await open(house.referent, tender);
    await expect(open(house.referent, tender)).rejects.toThrow(/consortium_one_lead_per_lot/);
    const both = await Promise.allSettled([1, 2].map(async () => open((await addPartner()).referent, tender)));
    expect(both.every(({ status }) => status === "fulfilled")).toBe(true);
    await dropAnswer(await again(house), { id: first, position: 1, reason: "Trop court.", lesson: "" }, now);
    await open(house.referent, tender);
  });

  test("hands over to a member who accepts, and may then leave; one who leads a rival for the lot cannot accept", async () => {
    const own = await addConsortium({ lots: 1 });
    const { id, leader, lead, partner } = own;
    await expect(takeLead(own.member, { id }, now)).rejects.toMatchObject({ code: "lead_not_offered" });
    await offerLead(leader, { id, structureId: partner.structure.id }, now);
    const rival = await open(await again(partner), own.tender);
    await expect(takeLead(await again(partner), { id }, now)).rejects.toThrow(/consortium_one_lead_per_lot/);
    await dropAnswer(await again(partner), { id: rival, position: 1, reason: "x", lesson: "" }, now);
    await takeLead(await again(partner), { id }, now);
    await leaveConsortium(await again(lead), { id, reason: "Relais passé." }, now);
    expect(await findConsortium(await again(partner), id, now)).toMatchObject({ lead: partner.structure.name });
  });

  test("that left the club is followed by any member", async () => {
    const { id, lead, partner } = await addConsortium({ lots: 1 });
    await db().structure.update({ where: { id: lead.structure.id }, data: { status: "resigned" } });
    await takeLead(await again(partner), { id }, now);
    expect((await findConsortium(await again(partner), id, now))?.own?.isLead).toBe(true);
  });

  test("that left the club gives its seat up to be followed: the answer can still be submitted", async () => {
    const own = await addConsortium({ lots: 1 });
    const third = await addPartner();
    await invite(own.leader, own.id, third, own.tender, [5_000]);
    await join(third, own.id);
    await db().structure.update({ where: { id: own.lead.structure.id }, data: { status: "resigned" } });
    await takeLead(await again(own.partner), { id: own.id }, now);
    const view = await findConsortium(await again(own.partner), own.id, now);
    expect(view?.members.map(({ structure }) => structure.name)).toEqual(
      [own.partner, third].map(({ structure }) => structure.name),
    );
    await submitAnswer(await again(own.partner), { id: own.id, position: 1, reason: "" }, now);
  });
});

describe("the club's memory", () => {
  const mine = async (actor: Parameters<typeof listMemory>[0], id: string, at = now) =>
    (await listMemory(actor, at)).answers.find((answer) => answer.id === id);

  test("keeps reasons and lessons for members; the amount only when every member agrees", async () => {
    const own = await addConsortium({ lots: 1 });
    const reader = await actorOf("rival");
    await shareOut(own);
    await submit(own);
    expect(await mine(reader, own.id)).toBeUndefined();
    const lost = {
      id: own.id,
      position: 2,
      state: "lost" as const,
      reason: "Troisième.",
      lesson: "Lire la pondération.",
      amount: 100,
    };
    await settleAnswer(own.leader, lost, now);
    expect(await mine(reader, own.id)).toMatchObject({ state: "lost", reason: "Troisième.", amountCents: null });
    const won = { ...lost, position: 3, state: "won" as const, reason: "", amount: 1_200_000 };
    await settleAnswer(own.leader, won, now);
    expect(await mine(reader, own.id)).toMatchObject({ state: "won", amountCents: null });
    await db().consortiumSeat.updateMany({ where: { consortiumId: own.id }, data: { showsAmount: true } });
    expect((await mine(reader, own.id))?.amountCents).toBe(1_200_000);
    for (const role of ["student", "admin"] as const)
      expect((await listMemory(await actorOf(role), now)).answers).toEqual([]);
  });

  test("keeps the buyer's words when they are told better, and the same result told twice once", async () => {
    const own = await addConsortium({ lots: 1 });
    await shareOut(own);
    await submit(own);
    const won = { id: own.id, state: "won" as const, reason: "Première.", lesson: "Commencer tôt.", amount: null };
    await settleAnswer(own.leader, { ...won, position: 2 }, now);
    await settleAnswer(own.leader, { ...won, position: 3, lesson: "Commencer plus tôt." }, now);
    await settleAnswer(own.leader, { ...won, position: 3, reason: "Première, 92/100." }, now);
    const steps = (await findConsortium(own.leader, own.id, now))?.steps ?? [];
    expect(steps.map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      "submitted ",
      "won Première.",
      "won Première, 92/100.",
    ]);
    expect(await mine(await actorOf("rival"), own.id)).toMatchObject({ state: "won", reason: "Première, 92/100." });
  });

  test("each member, the mandatary too, lets the amount be read or not, at any time", async () => {
    const own = await addConsortium({ lots: 1 });
    await shareOut(own);
    await submit(own);
    const won = { id: own.id, position: 2, state: "won" as const, reason: "", lesson: "Tôt.", amount: 900_000 };
    await settleAnswer(own.leader, won, now);
    const shown = async () => (await mine(await actorOf("rival"), own.id))?.amountCents;
    await showAmount(own.member, { id: own.id, showsAmount: true }, now);
    expect(await shown()).toBeNull();
    await showAmount(own.leader, { id: own.id, showsAmount: true }, now);
    expect(await shown()).toBe(900_000);
    await showAmount(own.member, { id: own.id, showsAmount: false }, now);
    expect(await shown()).toBeNull();
  });

  test("an answer given up stays unread until the deadline, wherever it moves", async () => {
    const own = await addConsortium({ lots: 1 });
    await dropAnswer(own.leader, { id: own.id, position: 1, reason: "Pas assez de bras.", lesson: "" }, now);
    const later = new Date(own.tender.respondBefore.getTime() + 7 * 86_400_000);
    await db().$transaction((tx) => moveDeadline(tx, { ...own.tender, subject: "Réseau" }, later, null, now));
    const reader = await actorOf("rival");
    expect(await mine(reader, own.id, new Date(own.tender.respondBefore.getTime() + 1_000))).toBeUndefined();
    expect(await mine(reader, own.id, new Date(later.getTime() + 1_000))).toBeDefined();
  });

  test("tells rivals nothing of an answer given up before the deadline", async () => {
    const own = await addConsortium({ lots: 1 });
    await dropAnswer(own.leader, { id: own.id, position: 1, reason: "Pas assez de bras.", lesson: "" }, now);
    const reader = await actorOf("rival");
    expect(await mine(reader, own.id)).toBeUndefined();
    const after = new Date(own.tender.respondBefore.getTime() + 1_000);
    expect(await mine(reader, own.id, after)).toMatchObject({ reason: "Pas assez de bras." });
  });
});
