import { afterAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { answerRequest } from "#lib/rooms/keeper/commands";
import { addCommission, removeOwnCommissions, subjectsTo, tokenIn } from "../../../../test/own-commissions.ts";
import { addPoll, answersOf, LATER, OPENED } from "../../../../test/own-polls.ts";
import { cancelMeeting, moveMeeting } from "../../schedule/commands.ts";
import { answerPoll } from "../answers/commands.ts";
import { concludePoll } from "../commands.ts";
import { findPollAsLead } from "../queries.ts";

afterAll(removeOwnCommissions);

type Own = Awaited<ReturnType<typeof addCommission>>;

/** The link that asks for the room of the commission's meeting: any venue may have been the best. */
async function requestOf(own: Own): Promise<string> {
  const booking = await db().roomBooking.findFirstOrThrow({
    where: { event: { commissionId: own.commission.id } },
    select: { room: { select: { venue: { select: { keeperEmail: true } } } } },
  });
  return tokenIn(booking.room.venue.keeperEmail ?? "", "/salle/");
}

describe("a room that is refused after the date was kept", () => {
  test("opens the poll again with the second best date; keeping it moves the meeting", async () => {
    const own = await addCommission();
    const { id, first, second } = await addPoll(own);
    const everybody = [own.lead, ...own.members];
    for (const [index, { actor }] of everybody.entries()) {
      const choices = { [first]: "yes" as const, [second]: index < 2 ? ("yes" as const) : ("no" as const) };
      await answerPoll(actor, { pollId: id, answers: answersOf(choices) }, OPENED);
    }
    await concludePoll(own.lead.actor, { pollId: id, slotId: first }, OPENED);
    const token = await requestOf(own);
    await answerRequest({ token, answer: "decline", note: "Travaux" }, LATER);
    const poll = await findPollAsLead(own.lead.actor, id, LATER);
    expect([poll?.isOpen, poll?.ranking[0]?.id]).toEqual([true, second]);
    expect((await subjectsTo(own.lead.email)).at(-1)).toMatch(/^Salle refusée, sondage rouvert/);
    // Those called hear at once that the place is lost.
    expect((await subjectsTo(own.members[0]?.email ?? "")).at(-1)).toMatch(/^Changement/);
    const { slug } = await concludePoll(own.lead.actor, { pollId: id, slotId: second }, LATER);
    const events = await db().event.findMany({ where: { commissionId: own.commission.id } });
    expect(events.map((event) => [event.slug, event.sequence, dayOf(event.startsAt)])).toEqual([
      [slug, 2, "2027-01-14"],
    ]);
    expect((await subjectsTo(own.members[0]?.email ?? "")).at(-1)).toMatch(/^Changement/);
  });

  test("closes it again when the lead finds another room for the same date", async () => {
    const own = await addCommission();
    const { id, first } = await addPoll(own);
    await concludePoll(own.lead.actor, { pollId: id, slotId: first }, OPENED);
    await answerRequest({ token: await requestOf(own), answer: "decline", note: "" }, LATER);
    const event = await db().event.findFirstOrThrow({ where: { commissionId: own.commission.id } });
    await moveMeeting(
      own.lead.actor,
      {
        eventId: event.id,
        day: "2027-01-12",
        from: "18:00",
        to: "20:00",
        place: `Chez nous, ${addDays("2027-01-12", 0)}`,
      },
      LATER,
    );
    expect((await findPollAsLead(own.lead.actor, id, LATER))?.isOpen).toBe(false);
  });

  test("ends with the meeting when it is cancelled: nobody is asked any more", async () => {
    const own = await addCommission();
    const { id, first } = await addPoll(own);
    await concludePoll(own.lead.actor, { pollId: id, slotId: first }, OPENED);
    await answerRequest({ token: await requestOf(own), answer: "decline", note: "" }, LATER);
    expect((await findPollAsLead(own.lead.actor, id, LATER))?.isOpen).toBe(true);
    const event = await db().event.findFirstOrThrow({ where: { commissionId: own.commission.id } });
    await cancelMeeting(own.lead.actor, { eventId: event.id, reason: "Trop peu de monde." }, LATER);
    expect((await findPollAsLead(own.lead.actor, id, LATER))?.isOpen).toBe(false);
  });

  test("leaves the poll closed when the meeting was moved to a date of its own since", async () => {
    const own = await addCommission();
    const { id, first } = await addPoll(own);
    await concludePoll(own.lead.actor, { pollId: id, slotId: first }, OPENED);
    const event = await db().event.findFirstOrThrow({ where: { commissionId: own.commission.id } });
    const roomId = own.large.id;
    const elsewhen = { eventId: event.id, day: "2027-01-15", from: "18:00", to: "20:00", roomId };
    await moveMeeting(own.lead.actor, elsewhen, LATER);
    await answerRequest({ token: await tokenIn(own.keeper, "/salle/"), answer: "decline", note: "" }, LATER);
    const poll = await findPollAsLead(own.lead.actor, id, LATER);
    expect([poll?.isOpen, poll?.slots.map(({ isWithdrawn }) => isWithdrawn)]).toEqual([false, [false, false, false]]);
    expect((await subjectsTo(own.lead.email)).at(-1)).toMatch(/^Salle refusée/);
    expect((await subjectsTo(own.lead.email)).at(-1)).not.toMatch(/sondage/);
  });
});
