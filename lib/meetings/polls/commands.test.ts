import { afterAll, describe, expect, test } from "vitest";
import { fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { system, visitor } from "#lib/policy/actor";
import { addCommission, addPerson, removeOwnCommissions, subjectsTo, tokenIn } from "../../../test/own-commissions.ts";
import { addPoll, answersOf, LATER, OPENED, pollInputOf } from "../../../test/own-polls.ts";
import { answerPoll } from "./answers/commands.ts";
import { remindVoters, renewPollLink } from "./asking/commands.ts";
import { abandonPoll, closePoll, concludePoll, extendPoll, openPoll } from "./commands.ts";
import { closeDuePolls } from "./outcome/commands.ts";
import { findOwnPoll, findPollAsLead, findPollByLink } from "./queries.ts";
import { MOST_SLOTS, pollInput } from "./schema.ts";
import { addSlot, askSlotRoom, withdrawSlot } from "./slots/commands.ts";
import { listLedPolls } from "./waiting/queries.ts";

afterAll(removeOwnCommissions);

const over = new Date("2026-12-02T10:00:00Z");

describe("a poll that opens", () => {
  test("notes a free room for each date and asks everybody by a link of their own", async () => {
    const own = await addCommission();
    const { poll } = await addPoll(own);
    expect(poll.slots.map(({ startsAt }) => startsAt)).toEqual(
      ["2027-01-12", "2027-01-14", "2027-01-19"].map((day, i) => fromParis(day, i === 2 ? "12:15" : "18:00")),
    );
    expect(poll.slots.every(({ room }) => room?.state === "free")).toBe(true);
    const tokens = await Promise.all([...own.members, own.lead].map(({ email }) => tokenIn(email, "/sondage/")));
    expect(new Set(tokens).size).toBe(4);
  });

  test.each([
    ["a date that is past", { slots: ["2026-11-20T18:00", "2027-01-12T18:00"] }, "in_the_past", "slots"],
    ["a deadline after a date", { deadline: "2027-01-13" }, "deadline_wrong", "deadline"],
    ["a deadline that is past", { deadline: "2026-11-23" }, "deadline_wrong", "deadline"],
  ])("is refused with %s", async (_, more, code, field) => {
    const own = await addCommission();
    await expect(addPoll(own, more)).rejects.toMatchObject({ code, field });
    expect(await subjectsTo(own.lead.email)).toEqual([]);
  });

  test("has two dates at least, the same date twice being one", () => {
    const input = { commission: "x", title: "x", durationMinutes: 60, deadline: "2026-12-01", format: "in_person" };
    const problems = (more: object) =>
      pollInput.safeParse({ ...input, ...more }).error?.issues.map(({ path }) => path.join("."));
    const day = "2027-01-12";
    expect(problems({ slots: [] })).toEqual(["slots"]);
    expect(problems({ slots: [`${day}T18:00`], own: [{ day, time: "18:00" }, {}] })).toEqual(["slots"]);
    expect(problems({ slots: [`${day}T18:00`], own: [{ day }] })).toEqual(["own.0.time"]);
    expect(problems({ slots: [`${day}T18:00`], own: [{ day, time: "19:00" }] })).toBeUndefined();
  });

  test("is opened by those who lead the commission alone", async () => {
    const [own, other] = await Promise.all([addCommission(), addCommission()]);
    for (const actor of [own.members[0]?.actor ?? visitor, other.lead.actor, visitor]) {
      await expect(openPoll(actor, pollInputOf(own), OPENED)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("a poll that leads nowhere", () => {
  test("is given up: it waits for nobody any more, its rooms go back, and who answered is told once", async () => {
    const own = await addCommission();
    const { id, first } = await addPoll(own);
    const [member] = own.members;
    await answerPoll(member?.actor ?? visitor, { pollId: id, answers: answersOf({ [first]: "no" }) }, OPENED);
    await askSlotRoom(own.lead.actor, { pollId: id, slotId: first }, OPENED);
    await expect(abandonPoll(member?.actor ?? visitor, id, LATER)).rejects.toMatchObject({ code: "forbidden" });
    await closePoll(own.lead.actor, id, LATER);
    for (let time = 0; time < 2; time += 1) await abandonPoll(own.lead.actor, id, LATER);
    expect(await findPollAsLead(own.lead.actor, id, LATER)).toMatchObject({ isOpen: false, isAbandoned: true });
    expect(await listLedPolls(own.lead.actor, own.commission.slug, LATER)).toEqual([]);
    expect(await db().roomBooking.count({ where: { slot: { pollId: id }, state: { not: "cancelled" } } })).toBe(0);
    expect(await db().notice.count({ where: { personId: member?.id ?? "", kind: "poll-abandoned" } })).toBe(1);
    const keep = concludePoll(own.lead.actor, { pollId: id, slotId: first }, LATER);
    await expect(keep).rejects.toMatchObject({ code: "poll_over" });
  });

  test("is opened again until another day, but not once a date is kept", async () => {
    const own = await addCommission();
    const { id, first } = await addPoll(own);
    await closePoll(own.lead.actor, id, LATER);
    const until = (deadline: string) => extendPoll(own.lead.actor, { pollId: id, deadline }, LATER);
    await expect(until("2027-01-13")).rejects.toMatchObject({ code: "deadline_wrong", field: "deadline" });
    await until("2026-12-18");
    expect(await findPollAsLead(own.lead.actor, id, LATER)).toMatchObject({
      isOpen: true,
      deadline: fromParis("2026-12-18", "23:59"),
    });
    await concludePoll(own.lead.actor, { pollId: id, slotId: first }, LATER);
    await expect(until("2026-12-20")).rejects.toMatchObject({ code: "poll_over" });
    await expect(abandonPoll(own.lead.actor, id, LATER)).rejects.toMatchObject({ code: "poll_over" });
  });
});

describe("somebody asked", () => {
  test("answers by the link without signing in, and changes their mind", async () => {
    const own = await addCommission();
    const { id, first, second } = await addPoll(own);
    const token = await tokenIn(own.members[0]?.email ?? "", "/sondage/");
    await answerPoll(visitor, { token, answers: answersOf({ [first]: "yes", [second]: "no" }) }, OPENED);
    await answerPoll(visitor, { token, answers: answersOf({ [first]: "if_need_be" }) }, LATER);
    const poll = await findPollAsLead(own.lead.actor, id, OPENED);
    expect(poll?.slots.map(({ tally }) => [tally.yes, tally.ifNeedBe, tally.no])).toEqual([
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 0],
    ]);
    expect(JSON.stringify(await findPollByLink(token, OPENED))).not.toContain("@");
  });

  test("answers signed in too; nobody answers for somebody else", async () => {
    const own = await addCommission();
    const [mine, other] = [await addPoll(own), await addPoll(await addCommission())];
    const actor = own.members[0]?.actor ?? visitor;
    await answerPoll(
      actor,
      { pollId: mine.id, answers: answersOf({ [mine.first]: "yes", [other.first]: "yes" }) },
      OPENED,
    );
    expect((await findOwnPoll(actor, mine.id, OPENED))?.poll.slots[0]?.tally.yes).toBe(1);
    expect(await db().pollAnswer.count({ where: { slotId: other.first } })).toBe(0);
    await expect(
      answerPoll(actor, { pollId: other.id, answers: answersOf({ [other.first]: "yes" }) }, OPENED),
    ).rejects.toMatchObject({ code: "wrong_link" });
  });

  test("who left the commission is asked no more, and their answers no longer count", async () => {
    const own = await addCommission();
    const { id, first } = await addPoll(own);
    const [member] = own.members;
    const token = await tokenIn(member?.email ?? "", "/sondage/");
    await answerPoll(visitor, { token, answers: answersOf({ [first]: "yes" }) }, OPENED);
    await db().commissionMember.deleteMany({ where: { structureId: member?.structureId ?? "" } });
    await expect(answerPoll(visitor, { token, answers: answersOf({ [first]: "no" }) }, OPENED)).rejects.toMatchObject({
      code: "wrong_link",
      message: expect.stringContaining("ne faites plus partie"),
    });
    expect(await findPollByLink(token, OPENED)).toBeNull();
    expect((await findPollAsLead(own.lead.actor, id, OPENED))?.slots[0]?.tally.yes).toBe(0);
  });

  test("whose link was replaced uses the new one", async () => {
    const own = await addCommission();
    const { id, poll, first } = await addPoll(own);
    const [member] = own.members;
    const former = await tokenIn(member?.email ?? "", "/sondage/");
    const invitationId = poll.voters.find((voter) => voter.id === member?.id)?.invitationId ?? "";
    await renewPollLink(own.lead.actor, { pollId: id, invitationId }, OPENED);
    await expect(
      answerPoll(visitor, { token: former, answers: answersOf({ [first]: "yes" }) }, OPENED),
    ).rejects.toMatchObject({ code: "wrong_link" });
    const token = await tokenIn(member?.email ?? "", "/sondage/");
    await answerPoll(visitor, { token, answers: answersOf({ [first]: "yes" }) }, OPENED);
  });
});

describe("the silent", () => {
  test("are reminded, newcomers asked, those who answered left alone, nobody twice in a day", async () => {
    const own = await addCommission();
    const { id, first } = await addPoll(own);
    const [answered, silent] = own.members;
    await answerPoll(answered?.actor ?? visitor, { pollId: id, answers: answersOf({ [first]: "yes" }) }, OPENED);
    const joined = await addPerson(own.commission.id, `late-${own.commission.slug}`);
    await remindVoters(own.lead.actor, id, LATER);
    await expect(remindVoters(own.lead.actor, id, LATER)).rejects.toMatchObject({ code: "nobody_silent" });
    expect(await subjectsTo(answered?.email ?? "")).toHaveLength(1);
    expect(await subjectsTo(silent?.email ?? "")).toHaveLength(2);
    expect(await subjectsTo(joined.email)).toHaveLength(1);
  });
});

describe("the dates of an open poll", () => {
  test("are added and taken out, two at least", async () => {
    const own = await addCommission();
    const { id, first } = await addPoll(own, { slots: ["2027-01-12T18:00", "2027-01-14T18:00"] });
    const lead = own.lead.actor;
    await expect(withdrawSlot(lead, { pollId: id, slotId: first }, OPENED)).rejects.toMatchObject({
      code: "one_slot_left",
    });
    await addSlot(lead, { pollId: id, day: "2027-01-21", time: "18:00" }, OPENED);
    await withdrawSlot(lead, { pollId: id, slotId: first }, OPENED);
    expect((await findPollAsLead(lead, id, OPENED))?.ranking.map((tally) => tally.id)).not.toContain(first);
    await expect(concludePoll(lead, { pollId: id, slotId: first }, OPENED)).rejects.toMatchObject({
      code: "slot_gone",
    });
    await expect(addSlot(lead, { pollId: id, day: "2026-11-01", time: "18:00" }, OPENED)).rejects.toMatchObject({
      code: "in_the_past",
    });
  });

  test("are twelve at most, those taken out not counted; one that was taken out comes back", async () => {
    const own = await addCommission();
    const { id, first } = await addPoll(own);
    const lead = own.lead.actor;
    const add = (day: number) => addSlot(lead, { pollId: id, day: `2027-02-${day}`, time: "18:00" }, OPENED);
    const { slots = [] } = (await findPollAsLead(lead, id, OPENED)) ?? {};
    for (let day = 10; slots.length + day - 10 < MOST_SLOTS; day += 1) await add(day);
    await expect(add(27)).rejects.toMatchObject({ code: "too_many_slots" });
    await withdrawSlot(lead, { pollId: id, slotId: first }, OPENED);
    await add(27);
    await expect(add(28)).rejects.toMatchObject({ code: "too_many_slots" });
    const again = await db().pollSlot.findFirstOrThrow({
      where: { pollId: id, startsAt: fromParis("2027-02-27", "18:00") },
    });
    await withdrawSlot(lead, { pollId: id, slotId: again.id }, OPENED);
    await add(27);
    expect(await db().pollSlot.findUnique({ where: { id: again.id } })).toMatchObject({ withdrawnAt: null });
  });

  test("may have their room held beforehand; the others’ are freed when one date is kept", async () => {
    const own = await addCommission();
    const { id, first, second } = await addPoll(own);
    const lead = own.lead.actor;
    for (const slotId of [first, first, second]) await askSlotRoom(lead, { pollId: id, slotId }, OPENED);
    expect(await db().roomBooking.count({ where: { slot: { pollId: id }, state: "requested" } })).toBe(2);
    await concludePoll(lead, { pollId: id, slotId: first }, OPENED);
    const bookings = await db().roomBooking.findMany({
      where: { OR: [{ slot: { pollId: id } }, { event: { commissionId: own.commission.id } }] },
      orderBy: { startsAt: "asc" },
    });
    expect(bookings.map(({ state, eventId }) => [state, eventId !== null])).toEqual([
      ["requested", true],
      ["cancelled", false],
    ]);
  });
});

describe("a poll that ends", () => {
  test("by its deadline: once, however often the job runs; whoever leads today is told the best date", async () => {
    const own = await addCommission();
    const { id, second } = await addPoll(own);
    await answerPoll(own.members[0]?.actor ?? visitor, { pollId: id, answers: answersOf({ [second]: "yes" }) }, OPENED);
    // The mandate of who opened it ends meanwhile; somebody else leads.
    await db().mandate.updateMany({ where: { personId: own.lead.id }, data: { endsOn: new Date("2026-11-25") } });
    const successor = own.members[1];
    await db().mandate.create({
      data: {
        personId: successor?.id ?? "",
        function: "lead",
        commissionId: own.commission.id,
        startsOn: new Date("2026-11-26"),
      },
    });
    await Promise.all([closeDuePolls(system, over), closeDuePolls(system, over)]);
    await closeDuePolls(system, over);
    const told = (await subjectsTo(successor?.email ?? "")).filter((subject) =>
      subject.startsWith("Les réponses sont closes"),
    );
    expect(told).toHaveLength(1);
    expect((await subjectsTo(own.lead.email)).some((subject) => subject.startsWith("Les réponses"))).toBe(false);
    await expect(
      answerPoll(own.members[0]?.actor ?? visitor, { pollId: id, answers: answersOf({ [second]: "no" }) }, over),
    ).rejects.toMatchObject({ code: "poll_over" });
    const former = { ...own.lead.actor, commissionsLed: [] };
    await expect(concludePoll(former, { pollId: id, slotId: second }, over)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("by its lead, then fixes the meeting: once, of two who choose at the same moment", async () => {
    const own = await addCommission();
    const { id, first, second } = await addPoll(own);
    await expect(closePoll(own.members[0]?.actor ?? visitor, id, OPENED)).rejects.toMatchObject({ code: "forbidden" });
    await closePoll(own.lead.actor, id, OPENED);
    await closePoll(own.lead.actor, id, OPENED);
    const results = await Promise.allSettled(
      [first, second].map((slotId) => concludePoll(own.lead.actor, { pollId: id, slotId }, OPENED)),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().event.count({ where: { commissionId: own.commission.id } })).toBe(1);
    expect((await subjectsTo(own.members[0]?.email ?? "")).at(-1)).toMatch(/^Invitation/);
  });
});
