import { afterAll, describe, expect, test } from "vitest";
import { withdrawApplication } from "#lib/internships/applications/following/commands";
import { chooseSlot, proposeInterview } from "#lib/internships/applications/interviews/commands";
import { proposalInput } from "#lib/internships/applications/interviews/schema";
import { renewPersonalAddress, revokePersonalAddress } from "#lib/meetings/calendars/commands";
import { findPersonalAddress, findPersonalEntries } from "#lib/meetings/calendars/queries";
import { closePoll, openPoll } from "#lib/meetings/polls/commands";
import { cancelMeeting, scheduleMeeting } from "#lib/meetings/schedule/commands";
import { db } from "#lib/platform/db";
import { addCommission, removeOwnCommissions } from "../../../test/own-commissions.ts";
import { addApplication, addHost, addStudent } from "../../../test/own-students.ts";
import * as feed from "./calendrier/[token]/ics/route.ts";

afterAll(removeOwnCommissions);

const now = new Date();
const DAY_MS = 86_400_000;
const dayIn = (days: number) => new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);

async function withCalendar() {
  const own = await addCommission();
  const [member] = own.members;
  if (!member) throw new Error("nobody");
  await renewPersonalAddress(member.actor, now);
  return { own, member, token: await tokenOf(member.actor) };
}

async function tokenOf(actor: Parameters<typeof findPersonalAddress>[0]): Promise<string> {
  const address = await findPersonalAddress(actor, now);
  return /^[/]calendrier[/](.+)[.]ics$/.exec(address ?? "")?.[1] ?? "";
}

async function read(token: string, headers: Record<string, string> = {}) {
  const response = await feed.GET(new Request("http://portal.example/", { headers }), {
    params: Promise.resolve({ token }),
  });
  return { status: response.status, headers: response.headers, text: (await response.text()).replaceAll("\r\n ", "") };
}

async function schedule(own: Awaited<ReturnType<typeof addCommission>>, days: number) {
  const slug = await scheduleMeeting(
    own.lead.actor,
    {
      commission: own.commission.slug,
      title: "Réunion à distance",
      description: "",
      day: dayIn(days),
      from: "18:00",
      to: "20:00",
      format: "remote",
      videoUrl: "https://visio.example/salle",
    },
    now,
  );
  return db().event.findUniqueOrThrow({ where: { slug }, select: { id: true } });
}

describe("a person’s own calendar", () => {
  test("holds a student’s interview once it is chosen, under the name of its invitation, until it is taken back", async () => {
    const { offer, referent } = await addHost();
    const student = await addStudent();
    const applicationId = await addApplication(student, offer);
    const where = { day: dayIn(9), time: "14:00" };
    const asked = { applicationId, slots: [where], minutes: "30", place: "12 rue des Mineurs, Lens" };
    await proposeInterview(referent, proposalInput.parse(asked), now);
    await renewPersonalAddress(student, now);
    const token = await tokenOf(student);
    expect((await read(token)).text).not.toContain("Entretien de stage");
    const slot = await db().interviewSlot.findFirstOrThrow({ where: { applicationId } });
    await chooseSlot(student, { applicationId, slotId: slot.id }, now);
    const { text } = await read(token);
    expect(text).toContain("SUMMARY:Entretien de stage");
    expect(text).toContain(`UID:${slot.id}@`);
    const mail = await db().mail.findFirstOrThrow({ where: { personId: student.personId, kind: "interview-chosen" } });
    expect(mail.calendar?.replaceAll("\r\n ", "")).toContain(`UID:${slot.id}@`);
    await withdrawApplication(student, { applicationId }, now);
    expect((await read(token)).text).not.toContain("Entretien de stage");
  });

  test("holds their meetings with the link to join them, names nobody, and is not sent twice", async () => {
    const { own, token } = await withCalendar();
    await schedule(own, 40);
    const first = await read(token);
    expect(first.text).toContain("SUMMARY:Réunion à distance");
    expect(first.text).toContain("https://visio.example/salle");
    expect(first.text).not.toMatch(/ATTENDEE|ORGANIZER|mailto:/);
    expect(first.headers.get("cache-control")).toContain("private");
    const again = await read(token, { "if-none-match": first.headers.get("etag") ?? "" });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  test("holds the dates of an open poll for now, and forgets them when it closes", async () => {
    const { own, token } = await withCalendar();
    const { id } = await openPoll(
      own.lead.actor,
      {
        commission: own.commission.slug,
        title: "Sondage",
        description: "",
        durationMinutes: 60,
        deadline: dayIn(5),
        format: "in_person",
        slots: [`${dayIn(20)}T18:00`, `${dayIn(22)}T18:00`],
        keyPeople: [],
      },
      now,
    );
    const held = await findPersonalEntries(token, now);
    expect(held?.filter(({ status }) => status === "TENTATIVE").map(({ title }) => title)).toEqual([
      "Sondage (date à confirmer)",
      "Sondage (date à confirmer)",
    ]);
    const passed = await findPersonalEntries(token, new Date(now.getTime() + 7 * DAY_MS));
    expect(passed?.some(({ status }) => status === "TENTATIVE")).toBe(false);
    await closePoll(own.lead.actor, id, now);
    expect((await findPersonalEntries(token, now))?.some(({ status }) => status === "TENTATIVE")).toBe(false);
  });

  test("keeps what was cancelled for sixty days, struck out", async () => {
    const { own, token } = await withCalendar();
    const { id } = await schedule(own, 90);
    await cancelMeeting(own.lead.actor, { eventId: id, reason: "Neige" }, now);
    const statusAfter = async (days: number) =>
      (await findPersonalEntries(token, new Date(now.getTime() + days * DAY_MS)))?.find((entry) => entry.id === id)
        ?.status;
    expect([await statusAfter(1), await statusAfter(59), await statusAfter(61)]).toEqual([
      "CANCELLED",
      "CANCELLED",
      undefined,
    ]);
  });

  test("says why a meeting is cancelled to who was called, and no more than that to who was not", async () => {
    const { own, member, token } = await withCalendar();
    const { id } = await schedule(own, 50);
    await cancelMeeting(own.lead.actor, { eventId: id, reason: "Neige" }, now);
    const descriptionOf = async () =>
      (await findPersonalEntries(token, now))?.find((entry) => entry.id === id)?.description;
    expect(await descriptionOf()).toContain("Neige");
    await db().meetingInvitation.deleteMany({ where: { meeting: { eventId: id }, personId: member.id } });
    expect(await descriptionOf()).toBe("Annulé");
  });

  test("holds what is the board’s only once its person has the second factor that the board’s rights wait for", async () => {
    const { member, token } = await withCalendar();
    const personId = member.id;
    await db().person.update({ where: { id: personId }, data: { isFictional: false } });
    const mandate = await db().mandate.create({
      data: { personId, function: "board_member", startsOn: new Date("2026-01-05") },
    });
    const { id } = await db().event.create({
      data: {
        slug: `comite-${crypto.randomUUID()}`,
        kind: "board_meeting",
        visibility: "board",
        title: "Comité",
        startsAt: new Date(now.getTime() + DAY_MS),
        endsAt: new Date(now.getTime() + 2 * DAY_MS),
        meeting: { create: { format: "in_person", invitations: { create: { personId, invitedAt: now } } } },
      },
      select: { id: true },
    });
    const poll = await db().poll.create({
      data: {
        title: "Date du comité",
        description: "",
        durationMinutes: 60,
        deadline: new Date(now.getTime() + DAY_MS),
        format: "in_person",
        openedAt: now,
        openedById: personId,
        invitations: { create: { personId, invitedAt: now } },
        slots: {
          create: {
            startsAt: new Date(now.getTime() + 5 * DAY_MS),
            endsAt: new Date(now.getTime() + 5 * DAY_MS + 3_600_000),
          },
        },
      },
      select: { id: true },
    });
    const titles = async () =>
      (await findPersonalEntries(token, now))
        ?.map(({ title }) => title)
        .filter((title) => /^(Comité|Date du comité)/.test(title));
    try {
      expect(await titles()).toEqual([]);
      await db().secondFactor.create({ data: { personId, sealedSecret: "x", confirmedAt: now } });
      expect((await titles())?.sort()).toEqual(["Comité", "Date du comité (date à confirmer)"]);
    } finally {
      await db().mandate.delete({ where: { id: mandate.id } });
      await db().event.delete({ where: { id } });
      await db().poll.delete({ where: { id: poll.id } });
    }
  });

  test("does not hold the meetings of other commissions", async () => {
    const { token } = await withCalendar();
    const other = await addCommission();
    const { id } = await schedule(other, 30);
    expect((await findPersonalEntries(token, now))?.map((entry) => entry.id)).not.toContain(id);
  });

  test("is read no more once its address was changed or taken away, nor with an altered one", async () => {
    const { member, token } = await withCalendar();
    expect((await read(`${token}x`)).status).toBe(404);
    await renewPersonalAddress(member.actor, now);
    expect((await read(token)).status).toBe(404);
    const renewed = await tokenOf(member.actor);
    expect((await read(renewed)).status).toBe(200);
    await revokePersonalAddress(member.actor, now);
    await revokePersonalAddress(member.actor, now);
    expect((await read(renewed)).status).toBe(404);
    expect(await findPersonalAddress(member.actor, now)).toBeNull();
  });
});
