import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { answerOffer, answerRequest } from "#lib/rooms/keeper/commands";
import { actorOf } from "../../../../test/cast.ts";
import { addCommission, removeOwnCommissions, subjectsTo, tokenIn } from "../../../../test/own-commissions.ts";
import { addPoll, LATER, OPENED } from "../../../../test/own-polls.ts";
import { concludePoll } from "../commands.ts";
import { findPollAsLead } from "../queries.ts";
import { askSlotRoom } from "./commands.ts";

afterAll(removeOwnCommissions);

type Own = Awaited<ReturnType<typeof addCommission>>;

/** A poll whose first date has noted this commission's large room. */
async function noted() {
  const own = await addCommission();
  const poll = await addPoll(own);
  await db().pollSlot.update({ where: { id: poll.first }, data: { roomId: own.large.id }, select: { id: true } });
  return { own, ...poll };
}

async function take({ large, lead }: Own, slotId: string): Promise<void> {
  const { startsAt, endsAt } = await db().pollSlot.findUniqueOrThrow({ where: { id: slotId } });
  const event = await db().event.create({
    data: { slug: crypto.randomUUID(), kind: "club_event", title: "x", visibility: "board", startsAt, endsAt },
    select: { id: true },
  });
  const booking = { roomId: large.id, startsAt, endsAt, eventId: event.id, requestedById: lead.id };
  await db().roomBooking.create({ data: { ...booking, state: "confirmed" }, select: { id: true } });
}

const slotOf = async (own: Own, pollId: string, slotId: string) =>
  (await findPollAsLead(own.lead.actor, pollId, LATER))?.slots.find(({ id }) => id === slotId);

describe("the room of a date", () => {
  test("that was noted and taken since gives way to another, when it is asked for and when the date is kept", async () => {
    const asked = await noted();
    await take(asked.own, asked.first);
    await askSlotRoom(asked.own.lead.actor, { pollId: asked.id, slotId: asked.first }, OPENED);
    const slot = await slotOf(asked.own, asked.id, asked.first);
    expect(slot?.room).toMatchObject({ isOurs: true });
    expect(slot?.room?.id).not.toBe(asked.own.large.id);
    const kept = await noted();
    await take(kept.own, kept.first);
    const { slug } = await concludePoll(kept.own.lead.actor, { pollId: kept.id, slotId: kept.first }, OPENED);
    const event = await db().event.findUniqueOrThrow({ where: { slug }, include: { roomBookings: true } });
    expect(event.roomBookings.map(({ roomId }) => roomId)).not.toContain(kept.own.large.id);
  });

  test("that whoever lends proposes instead is answered from the poll, and is then the date's", async () => {
    const { own, id, first } = await noted();
    await askSlotRoom(own.lead.actor, { pollId: id, slotId: first }, OPENED);
    const token = await tokenIn(own.keeper, "/salle/");
    await answerRequest({ token, answer: "offer", roomId: own.small.id, note: "La grande est prise." }, LATER);
    const [offered] = (await slotOf(own, id, first))?.requests ?? [];
    expect(offered).toMatchObject({ state: "offered", answerNote: "La grande est prise.", room: { name: "Petite" } });
    await answerOffer(own.lead.actor, { bookingId: offered?.id ?? "", accepts: true }, LATER);
    expect((await slotOf(own, id, first))?.room).toMatchObject({ id: own.small.id, state: "taken", isOurs: true });
    const { slug } = await concludePoll(own.lead.actor, { pollId: id, slotId: first }, LATER);
    expect((await db().event.findUniqueOrThrow({ where: { slug } })).place).toMatch(/^Petite/);
  });
});

test("what waits for the lead of a commission that nobody leads is told to those who call the board", async () => {
  const { own, id, first } = await noted();
  await askSlotRoom(own.lead.actor, { pollId: id, slotId: first }, OPENED);
  await db().mandate.updateMany({
    where: { commissionId: own.commission.id },
    data: { endsOn: new Date("2026-11-24") },
  });
  const president = await actorOf("president");
  await answerRequest({ token: await tokenIn(own.keeper, "/salle/"), answer: "decline", note: "" }, LATER);
  const mails = await db().mail.findMany({ where: { toAddress: president.email, kind: "poll-lead" } });
  const told = mails.filter(({ text }) => text.includes(own.large.name) && text.includes("Personne n’anime"));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain("/comite/mandats");
  expect((await subjectsTo(own.lead.email)).filter((subject) => subject.startsWith("Salle refusée"))).toEqual([]);
});
