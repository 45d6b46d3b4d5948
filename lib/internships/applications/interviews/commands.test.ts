import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { addApplication, addHost, addStudent, NOON, stateOf } from "../../../../test/own-students.ts";
import { withdrawApplication } from "../following/commands.ts";
import { chooseSlot, declineSlots, proposeInterview } from "./commands.ts";
import { proposalInput } from "./schema.ts";

const proposal = (applicationId: string, slots: { day?: string; time?: string }[]) =>
  proposalInput.parse({ applicationId, slots, minutes: "30", place: "12 rue des Mineurs, Lens" });
const TWO = [{ day: "2026-12-10", time: "14:00" }, { day: "2026-12-11", time: "09:30" }, {}];

async function asked() {
  const { offer, referent } = await addHost();
  const student = await addStudent();
  const id = await addApplication(student, offer);
  await proposeInterview(referent, proposal(id, TWO), NOON);
  const slots = await db().interviewSlot.findMany({ where: { applicationId: id }, orderBy: { startsAt: "asc" } });
  return { id, student, referent, slots };
}

/** The calendar that came with the last message of this kind. */
async function calendarTo(personId: string, kind: string) {
  const mail = await db().mail.findFirstOrThrow({ where: { personId, kind }, orderBy: { id: "desc" } });
  const calendar = ICAL.Component.fromString(mail.calendar ?? "");
  const event = calendar.getFirstSubcomponent("vevent");
  return {
    method: calendar.getFirstPropertyValue("method"),
    uid: event?.getFirstPropertyValue("uid"),
    sequence: event?.getFirstPropertyValue("sequence"),
    starts: String(event?.getFirstPropertyValue("dtstart")),
    attendees: event?.getAllProperties("attendee").map((attendee) => attendee.getFirstValue()),
  };
}

describe("an interview", () => {
  test("is proposed at several moments, chosen by the student, and stands in both calendars", async () => {
    const { id, student, referent, slots } = await asked();
    expect(await stateOf(id)).toBe("interview");
    expect(slots.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      "2026-12-10T13:00:00.000Z",
      "2026-12-11T08:30:00.000Z",
    ]);
    const choose = () => chooseSlot(student, { applicationId: id, slotId: slots[1]?.id ?? "" }, NOON);
    await Promise.all([choose(), choose()]);
    const theirs = await calendarTo(student.personId, "interview-chosen");
    const ours = await calendarTo(referent.personId, "interview-chosen");
    expect(theirs).toMatchObject({ method: "REQUEST", sequence: 0, starts: "2026-12-11T09:30:00" });
    expect(theirs.attendees).toEqual([`mailto:${student.email}`]);
    expect(ours.attendees).toEqual([`mailto:${referent.email}`]);
    expect(ours.uid).toBe(theirs.uid);
    expect(await db().mail.count({ where: { personId: student.personId, kind: "interview-chosen" } })).toBe(1);
    const second = chooseSlot(student, { applicationId: id, slotId: slots[0]?.id ?? "" }, NOON);
    await expect(second).rejects.toThrow(/interview_one_choice|Unique/);
  });

  test("at no moment that suits goes back to the company, with when one would", async () => {
    const { id, student, referent, slots } = await asked();
    const other = declineSlots(await addStudent(), { applicationId: id, slotIds: [], words: "Le soir." }, NOON);
    await expect(other).rejects.toMatchObject({ code: "forbidden" });
    const slotIds = slots.map((slot) => slot.id);
    const decline = (shown = slotIds) =>
      declineSlots(student, { applicationId: id, slotIds: shown, words: "Plutôt le vendredi." }, NOON);
    // Of a page that is no longer what is proposed, nothing goes.
    await expect(decline(slotIds.slice(0, 1))).rejects.toMatchObject({ code: "slot_gone" });
    await Promise.all([decline(), decline()]);
    expect(await db().interviewSlot.count({ where: { applicationId: id } })).toBe(0);
    const mails = await db().mail.findMany({ where: { personId: referent.personId, kind: "interview-declined" } });
    expect(mails.map(({ text }) => text.includes("Plutôt le vendredi."))).toEqual([true]);
    const gone = chooseSlot(student, { applicationId: id, slotId: slots[0]?.id ?? "" }, NOON);
    await expect(gone).rejects.toMatchObject({ code: "slot_gone" });
    await proposeInterview(referent, proposal(id, [{ day: "2026-12-18", time: "10:00" }]), NOON);
    const [now] = await db().interviewSlot.findMany({ where: { applicationId: id } });
    await chooseSlot(student, { applicationId: id, slotId: now?.id ?? "" }, NOON);
    await expect(decline()).rejects.toMatchObject({ code: "slot_gone" });
  });

  test("gives way to other moments, and is taken back with the application, in the calendars too", async () => {
    const { id, student, referent, slots } = await asked();
    await chooseSlot(student, { applicationId: id, slotId: slots[0]?.id ?? "" }, NOON);
    const first = await calendarTo(referent.personId, "interview-chosen");
    await proposeInterview(referent, proposal(id, [{ day: "2026-12-15", time: "10:00" }]), NOON);
    expect(await calendarTo(student.personId, "interview-cancelled")).toMatchObject({
      method: "CANCEL",
      uid: first.uid,
      sequence: 1,
    });
    const gone = chooseSlot(student, { applicationId: id, slotId: slots[1]?.id ?? "" }, NOON);
    await expect(gone).rejects.toMatchObject({ code: "slot_gone" });
    const [now] = await db().interviewSlot.findMany({ where: { applicationId: id } });
    await chooseSlot(student, { applicationId: id, slotId: now?.id ?? "" }, NOON);
    await withdrawApplication(student, { applicationId: id }, NOON);
    expect(await calendarTo(referent.personId, "interview-cancelled")).toMatchObject({ method: "CANCEL" });
  });

  test("chosen while it is taken back stands in both calendars or in none, and its student is told", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, student, referent, slots } = await asked();
      const other = proposal(id, [{ day: "2026-12-15", time: "10:00" }]);
      const [chosen] = await Promise.allSettled([
        chooseSlot(student, { applicationId: id, slotId: slots[0]?.id ?? "" }, NOON),
        proposeInterview(referent, other, NOON),
      ]);
      const kinds = async (kind: string) => db().mail.count({ where: { personId: student.personId, kind } });
      expect(await db().interviewSlot.count({ where: { applicationId: id } })).toBe(1);
      const told = [await kinds("interview-chosen"), await kinds("interview-cancelled")];
      expect(told).toEqual(chosen.status === "fulfilled" ? [1, 1] : [0, 0]);
      if (chosen.status === "rejected") expect(chosen.reason).toMatchObject({ code: "slot_gone" });
    }
  });

  test("is proposed by the company alone, to come, while an answer is awaited", async () => {
    const { id, student, referent, slots } = await asked();
    const rival = (await addHost()).referent;
    for (const stranger of [rival, student]) {
      const refused = proposeInterview(stranger, proposal(id, TWO), NOON);
      await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    }
    const past = proposeInterview(referent, proposal(id, [{ day: "2026-11-30", time: "10:00" }]), NOON);
    await expect(past).rejects.toMatchObject({ code: "slot_past", field: "slots" });
    const other = await addStudent();
    const stolen = chooseSlot(other, { applicationId: id, slotId: slots[0]?.id ?? "" }, NOON);
    await expect(stolen).rejects.toMatchObject({ code: "forbidden" });
    const over = await addApplication(other, await offerOf(id), { state: "refused" });
    await expect(proposeInterview(referent, proposal(over, TWO), NOON)).rejects.toMatchObject({ code: "not_now" });
    expect(proposalInput.safeParse({ applicationId: id, slots: [{}], minutes: "30", place: "x" }).success).toBe(false);
  });
});

async function offerOf(applicationId: string): Promise<{ id: string }> {
  const { internshipId } = await db().internshipApplication.findUniqueOrThrow({ where: { id: applicationId } });
  return { id: internshipId };
}
