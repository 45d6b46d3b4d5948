import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { signedToken } from "#lib/platform/tokens";
import { visitor } from "#lib/policy/actor";
import { addCommission, addPerson, removeOwnCommissions } from "../../../test/own-commissions.ts";
import { addMeeting, CALLED_ON, hours } from "../../../test/own-meetings.ts";
import { replyToMeeting } from "../invitations/commands.ts";
import { replyInput } from "../invitations/schema.ts";
import { noteAttendance, signIn } from "./commands.ts";
import { findAttendanceSheet, findOwnRate, findSignIn, listAttendanceRates } from "./queries.ts";

afterAll(removeOwnCommissions);

const note = (meetingId: string, personId: string, state: "present" | "excused" | "none") => ({
  meetingId,
  note: { state, personId },
});

describe("the sheet", () => {
  test("is tapped by whoever runs the meeting, from an hour before; a second tap takes it back", async () => {
    const { lead, first, second, meetingId, slug, own } = await addMeeting();
    await expect(noteAttendance(lead.actor, note(meetingId, first.id, "present"), hours(-2))).rejects.toMatchObject({
      code: "too_early",
    });
    await expect(noteAttendance(first.actor, note(meetingId, first.id, "present"), hours(0))).rejects.toMatchObject({
      code: "forbidden",
    });
    await Promise.all([1, 2].map(() => noteAttendance(lead.actor, note(meetingId, first.id, "present"), hours(0))));
    await noteAttendance(lead.actor, note(meetingId, second.id, "excused"), hours(0));
    await noteAttendance(lead.actor, note(meetingId, second.id, "none"), hours(0));
    // Somebody who joined the commission since the call.
    const late = await addPerson(own.commission.id, crypto.randomUUID());
    const before = await findAttendanceSheet(lead.actor, slug, hours(0));
    expect(before).toMatchObject({ present: 1, others: [{ id: late.id }] });
    await noteAttendance(lead.actor, note(meetingId, late.id, "present"), hours(1));
    const stranger = await addPerson((await addCommission({ people: 0 })).commission.id, crypto.randomUUID());
    await expect(noteAttendance(lead.actor, note(meetingId, stranger.id, "present"), hours(1))).rejects.toMatchObject({
      code: "unknown_person",
    });
    const sheet = await findAttendanceSheet(lead.actor, slug, hours(1));
    expect(
      sheet?.people
        .filter(({ state }) => state === "present")
        .map(({ id }) => id)
        .sort(),
    ).toEqual([first.id, late.id].sort());
    expect(await findAttendanceSheet(first.actor, slug, hours(1))).toBeNull();
  });
});

describe("the code shown in the room", () => {
  test("is worth something around the hours of the meeting, to those of it, and is theirs to use", async () => {
    const { lead, first, slug, eventId } = await addMeeting();
    const { token = "" } = (await findAttendanceSheet(lead.actor, slug, hours(0))) ?? {};
    expect(await findSignIn(visitor, token, hours(0))).toMatchObject({ isOpen: true, isThere: false });
    await expect(signIn(visitor, { token }, hours(0))).rejects.toMatchObject({ code: "forbidden" });
    for (const early of [hours(-1.1), hours(3.1)]) {
      expect(await findSignIn(first.actor, token, early)).toMatchObject({ isOpen: false });
      await expect(signIn(first.actor, { token }, early)).rejects.toMatchObject({ code: "not_now" });
    }
    const stranger = await addPerson((await addCommission({ people: 0 })).commission.id, crypto.randomUUID());
    await expect(signIn(stranger.actor, { token }, hours(0))).rejects.toMatchObject({ code: "not_called" });
    for (const wrong of [`${token}x`, signedToken("another", "x"), ""]) {
      expect(await findSignIn(first.actor, wrong, hours(0))).toBeNull();
      await expect(signIn(first.actor, { token: wrong }, hours(0))).rejects.toMatchObject({ code: "wrong_link" });
    }
    await signIn(first.actor, { token }, hours(0));
    await signIn(first.actor, { token }, hours(0));
    expect(await findSignIn(first.actor, token, hours(0))).toMatchObject({ isThere: true });
    await db().event.update({ where: { id: eventId }, data: { startsAt: hours(0.5) } });
    await expect(signIn(first.actor, { token }, hours(1))).rejects.toMatchObject({ code: "wrong_link" });
  });
});

describe("answers beforehand", () => {
  test("name who speaks for one: somebody else called, who is told once", async () => {
    const { first, second, meetingId, slug, lead } = await addMeeting();
    const { id } = await db().meetingInvitation.findUniqueOrThrow({
      where: { meetingId_personId: { meetingId, personId: first.id } },
      select: { id: true },
    });
    const by = (representedById: string) => ({ invitationId: id, reply: "represented" as const, representedById });
    expect(replyInput.safeParse({ invitationId: id, reply: "represented" }).success).toBe(false);
    const stranger = await addPerson((await addCommission({ people: 0 })).commission.id, crypto.randomUUID());
    for (const wrong of [first.id, stranger.id]) {
      await expect(replyToMeeting(first.actor, by(wrong), CALLED_ON)).rejects.toMatchObject({
        field: "representedById",
      });
    }
    await replyToMeeting(first.actor, by(second.id), CALLED_ON);
    await replyToMeeting(first.actor, by(second.id), CALLED_ON);
    expect(await db().notice.count({ where: { personId: second.id, kind: "representation" } })).toBe(1);
    const sheet = await findAttendanceSheet(lead.actor, slug, hours(0));
    expect(sheet?.people.find((person) => person.id === first.id)).toMatchObject({
      reply: "represented",
      representedBy: expect.stringContaining("Prénom"),
    });
    await replyToMeeting(first.actor, { invitationId: id, reply: "coming", representedById: second.id }, CALLED_ON);
    const row = await db().meetingInvitation.findUniqueOrThrow({ where: { id }, select: { representedById: true } });
    expect(row.representedById).toBeNull();
  });
});

describe("the rate over a year", () => {
  test("counts meetings whose attendance was noted, for oneself and for whoever leads", async () => {
    const { lead, first, second, meetingId, own } = await addMeeting();
    const other = await addMeeting(own, "2034-03-21");
    await addMeeting(own, "2034-04-25");
    await noteAttendance(lead.actor, note(meetingId, first.id, "present"), hours(0));
    await noteAttendance(lead.actor, note(other.meetingId, second.id, "present"), new Date("2034-03-21T17:30:00Z"));
    await noteAttendance(lead.actor, note(other.meetingId, first.id, "excused"), new Date("2034-03-21T17:30:00Z"));
    const later = new Date("2034-05-01T10:00:00Z");
    expect(await findOwnRate(first.actor, later)).toMatchObject({ held: 2, present: 1, excused: 1 });
    expect(await findOwnRate(second.actor, later)).toMatchObject({ held: 2, present: 1, excused: 0 });
    expect(await listAttendanceRates(lead.actor, own.commission.slug, later)).toHaveLength(4);
    expect(await listAttendanceRates(first.actor, own.commission.slug, later)).toEqual([]);
    expect(await findOwnRate(first.actor, new Date("2035-03-01T10:00:00Z"))).toMatchObject({ held: 1, present: 0 });
  });
});
