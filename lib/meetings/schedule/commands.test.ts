import ICAL from "ical.js";
import { afterAll, describe, expect, test } from "vitest";
import { entryOf } from "#lib/calendar/calendar";
import { findEvent, listEvents } from "#lib/events/queries";
import { addDays, dayOf, fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { addCommission, addPerson, removeOwnCommissions, subjectsTo } from "../../../test/own-commissions.ts";
import { cancelMeeting, moveMeeting, scheduleMeeting } from "./commands.ts";
import { moveInput, type ScheduleInput, scheduleInput } from "./schema.ts";

afterAll(removeOwnCommissions);

const now = new Date("2026-11-24T10:00:00Z");
type Own = Awaited<ReturnType<typeof addCommission>>;

function inputOf(own: Own, more: Partial<ScheduleInput> = {}): ScheduleInput {
  return {
    commission: own.commission.slug,
    title: "Réunion",
    description: "",
    day: "2027-01-12",
    from: "18:00",
    to: "20:00",
    format: "in_person",
    roomId: own.large.id,
    ...more,
  };
}

async function schedule(own: Own, more: Partial<ScheduleInput> = {}) {
  const slug = await scheduleMeeting(own.lead.actor, inputOf(own, more), now);
  return db().event.findUniqueOrThrow({
    where: { slug },
    select: { id: true, slug: true, place: true, sequence: true },
  });
}

/** What the last message to this address tells a calendar. */
async function told(address: string) {
  const mail = await db().mail.findFirstOrThrow({
    where: { toAddress: address, calendar: { not: null } },
    orderBy: { id: "desc" },
    select: { calendar: true, subject: true },
  });
  const calendar = ICAL.Component.fromString(mail.calendar ?? "");
  const zone = calendar.getFirstSubcomponent("vtimezone");
  const component = calendar.getFirstSubcomponent("vevent");
  if (!zone || !component) throw new Error("no event");
  ICAL.TimezoneService.register(zone);
  const event = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    startsAt: event.startDate.toJSDate(),
    attendees: event.attendees.map((one) => one.getFirstValue()),
  };
}

describe("a meeting that is fixed", () => {
  test("holds its room, asks the keeper, and calls each of the commission’s people, alone in their message", async () => {
    const own = await addCommission();
    const event = await schedule(own);
    expect(event.place).toMatch(/^Grande, Maison/);
    expect(await subjectsTo(own.keeper)).toEqual([expect.stringMatching(/^Salle demandée/)]);
    for (const { email } of [...own.members, own.lead]) {
      expect(await told(email)).toMatchObject({
        method: "REQUEST",
        uid: `${event.id}@portal.example`,
        sequence: 0,
        startsAt: fromParis("2027-01-12", "18:00"),
        attendees: [`mailto:${email}`],
      });
    }
  });

  test.each([
    ["ends before it starts", { to: "17:00" }, "ends_before_start"],
    ["ends when it starts", { to: "18:00" }, "ends_before_start"],
    ["is in the past", { day: "2026-11-01" }, "in_the_past"],
    ["lasts all day", { from: "08:00", to: "20:00" }, "too_long"],
  ])("is refused when it %s, and nothing is written", async (_, more, code) => {
    const own = await addCommission();
    await expect(schedule(own, more)).rejects.toMatchObject({ code, field: expect.any(String) });
    expect(await db().event.count({ where: { commissionId: own.commission.id } })).toBe(0);
    expect(await subjectsTo(own.keeper)).toEqual([]);
  });

  test("is refused to a member, to the lead of another commission, to one whose mandate ended", async () => {
    const [own, other] = await Promise.all([addCommission(), addCommission()]);
    const former = { ...own.lead.actor, commissionsLed: [] };
    for (const actor of [own.members[0]?.actor ?? former, other.lead.actor, former]) {
      await expect(scheduleMeeting(actor, inputOf(own), now)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("needs a link when it is remote, and a place when it is not", () => {
    const input = { commission: "x", title: "x", day: "2027-01-12", from: "18:00", to: "20:00" };
    const problems = (more: object) =>
      scheduleInput.safeParse({ ...input, ...more }).error?.issues.map(({ path }) => path.join());
    expect(problems({ format: "remote" })).toEqual(["videoUrl"]);
    expect(problems({ format: "remote", videoUrl: "http://visio.example/a" })).toEqual(["videoUrl"]);
    expect(problems({ format: "in_person" })).toEqual(["roomId"]);
    expect(problems({ format: "mixed", videoUrl: "https://visio.example/a", place: "Chez nous" })).toBeUndefined();
  });

  test("keeps a title on one line, whatever was pasted", () => {
    const { data } = scheduleInput.safeParse({
      commission: "x",
      title: "  Réunion\r\nBEGIN:VEVENT\nfin ",
      day: "2027-01-12",
      from: "18:00",
      to: "20:00",
      format: "in_person",
      place: "Ici",
    });
    expect(data?.title).toBe("Réunion BEGIN:VEVENT fin");
  });

  test("of two that want one room at one hour, has it alone; touching is allowed", async () => {
    const [own, other] = await Promise.all([addCommission(), addCommission()]);
    const results = await Promise.allSettled([
      scheduleMeeting(own.lead.actor, inputOf(own), now),
      scheduleMeeting(other.lead.actor, inputOf(other, { roomId: own.large.id }), now),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await scheduleMeeting(other.lead.actor, inputOf(other, { roomId: own.large.id, from: "20:00", to: "21:00" }), now);
  });
});

describe("a meeting that moves", () => {
  test("is the same event a step further, in another room, its answers asked for again", async () => {
    const own = await addCommission();
    const event = await schedule(own);
    const email = own.members[0]?.email ?? "";
    await db().meetingInvitation.updateMany({
      where: { meeting: { eventId: event.id } },
      data: { reply: "coming", repliedAt: now },
    });
    const move = { eventId: event.id, day: "2027-03-30", from: "18:30", to: "20:00", roomId: own.small.id };
    const { slug } = await moveMeeting(own.lead.actor, move, now);
    expect(slug).toBe(`${own.commission.slug}-2027-03-30`);
    expect(await told(email)).toMatchObject({
      method: "REQUEST",
      uid: `${event.id}@portal.example`,
      sequence: 1,
      startsAt: fromParis("2027-03-30", "18:30"),
    });
    expect(
      await db().meetingInvitation.count({ where: { meeting: { eventId: event.id }, reply: { not: null } } }),
    ).toBe(0);
    expect(await subjectsTo(own.keeper)).toEqual([
      expect.stringMatching(/^Salle demandée\u202f: Grande/),
      expect.stringMatching(/^Salle libérée\u202f: Grande/),
      expect.stringMatching(/^Salle demandée\u202f: Petite/),
    ]);
  });

  test("said otherwise is the same event a step further: its room, its date and its answers stay", async () => {
    const own = await addCommission();
    const event = await schedule(own);
    await db().meetingInvitation.updateMany({
      where: { meeting: { eventId: event.id } },
      data: { reply: "coming", repliedAt: now },
    });
    const as = { eventId: event.id, day: "2027-01-12", from: "18:00", to: "20:00", roomId: own.large.id };
    const said = { title: "Réunion de rentrée", description: "Apportez vos idées.", format: "mixed" as const };
    const change = { ...as, ...said, videoUrl: "https://visio.example/rentree" };
    for (let time = 0; time < 2; time += 1) await moveMeeting(own.lead.actor, change, now);
    const email = own.members[0]?.email ?? "";
    // Told once: the second changes nothing.
    expect(await told(email)).toMatchObject({ method: "REQUEST", sequence: 1 });
    const mail = await db().mail.findFirstOrThrow({ where: { toAddress: email }, orderBy: { id: "desc" } });
    expect(mail.subject).toContain("Réunion de rentrée");
    expect(mail.text).toMatch(/s’appelle désormais.*en présence et à distance.*https:\/\/visio/s);
    expect(mail.text).not.toContain("attendue");
    expect(await db().meetingInvitation.count({ where: { meeting: { eventId: event.id }, reply: "coming" } })).toBe(
      own.members.length + 1,
    );
    expect(await subjectsTo(own.keeper)).toHaveLength(1);
    await moveMeeting(own.lead.actor, { ...change, format: "remote" }, now);
    expect((await subjectsTo(own.keeper)).at(-1)).toMatch(/^Salle libérée/);
    const remote = await db().event.findUniqueOrThrow({ where: { id: event.id } });
    expect(remote).toMatchObject({ place: "À distance", sequence: 2, description: "Apportez vos idées." });
    expect(moveInput.safeParse({ ...change, title: "", format: "remote", videoUrl: "" }).success).toBe(false);
  });

  test("takes the date back from who left the commission, and calls who joined", async () => {
    const own = await addCommission();
    const event = await schedule(own);
    const [gone] = own.members;
    await db().commissionMember.deleteMany({ where: { structureId: gone?.structureId ?? "" } });
    const joined = await addPerson(own.commission.id, `late-${own.commission.slug}`);
    await moveMeeting(
      own.lead.actor,
      { eventId: event.id, day: "2027-01-19", from: "18:00", to: "20:00", place: "Ici" },
      now,
    );
    expect(await told(gone?.email ?? "")).toMatchObject({ method: "CANCEL", sequence: 1 });
    expect(await told(joined.email)).toMatchObject({ method: "REQUEST", sequence: 1 });
  });
});

describe("a meeting that is cancelled", () => {
  test("says why to those called, and to everybody else that it is cancelled", async () => {
    const own = await addCommission();
    const { id, slug } = await schedule(own);
    await cancelMeeting(own.lead.actor, { eventId: id, reason: "Un deuil dans la famille de Paul" }, now);
    const email = own.members[0]?.email ?? "";
    const mail = await db().mail.findFirstOrThrow({ where: { toAddress: email }, orderBy: { id: "desc" } });
    expect(mail.text).toContain("Un deuil dans la famille de Paul");
    const event = await findEvent(visitor, slug, now);
    expect(event?.cancellation).toEqual({ reason: null });
    const agenda = await listEvents(visitor, { commission: own.commission.slug, period: "all" }, {}, now);
    expect(agenda.map((one) => [one.id, one.cancellation])).toEqual([[id, { reason: null }]]);
    expect(event && entryOf(event)).toMatchObject({ status: "CANCELLED", description: "Annulé" });
  });

  test("leaves every calendar, frees its room and tells the keeper; once", async () => {
    const own = await addCommission();
    const event = await schedule(own);
    const cancel = () => cancelMeeting(own.lead.actor, { eventId: event.id, reason: "Neige" }, now);
    const results = await Promise.allSettled([cancel(), cancel()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(cancel()).rejects.toMatchObject({ code: "meeting_over" });
    expect(await told(own.members[0]?.email ?? "")).toMatchObject({ method: "CANCEL", sequence: 1 });
    expect((await subjectsTo(own.keeper)).at(-1)).toMatch(/^Salle libérée/);
    await schedule(own);
    await expect(
      moveMeeting(own.lead.actor, { eventId: event.id, day: addDays(dayOf(now), 60), from: "18:00", to: "19:00" }, now),
    ).rejects.toMatchObject({ code: "meeting_over" });
  });
});
