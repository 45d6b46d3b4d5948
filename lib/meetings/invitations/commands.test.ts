import { afterAll, describe, expect, test } from "vitest";
import { choosePreferences } from "#lib/notices/commands";
import { db } from "#lib/platform/db";
import { system, visitor } from "#lib/policy/actor";
import { addCommission, removeOwnCommissions, subjectsTo, tokenIn } from "../../../test/own-commissions.ts";
import { cancelMeeting, moveMeeting, scheduleMeeting } from "../schedule/commands.ts";
import { replyToMeeting, sendMeetingReminders } from "./commands.ts";
import { findInvitationByLink, listOwnInvitations } from "./queries.ts";

afterAll(removeOwnCommissions);

const called = new Date("2034-01-02T10:00:00Z");
const days = (count: number) => new Date(Date.parse("2034-02-14T17:00:00Z") - count * 86_400_000);

async function schedule() {
  const own = await addCommission({ people: 2 });
  const slug = await scheduleMeeting(
    own.lead.actor,
    {
      commission: own.commission.slug,
      title: "Réunion",
      description: "",
      day: "2034-02-14",
      from: "18:00",
      to: "20:00",
      format: "remote",
      videoUrl: "https://visio.example/salle",
    },
    called,
  );
  const { id } = await db().event.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const [member, other] = own.members;
  if (!member || !other) throw new Error("nobody");
  return { own, id, member, other };
}

describe("somebody called", () => {
  test("replies by the link, changes their mind, and is read by nobody else", async () => {
    const { member, other, id } = await schedule();
    const token = await tokenIn(member.email, "/reunion/");
    await replyToMeeting(visitor, { token, reply: "coming" }, called);
    await replyToMeeting(other.actor, { token, reply: "excused" }, called);
    expect(await findInvitationByLink(token)).toMatchObject({
      reply: "excused",
      videoUrl: "https://visio.example/salle",
    });
    const [mine] = await listOwnInvitations(member.actor, called);
    expect([mine?.reply, (await listOwnInvitations(other.actor, called))[0]?.reply]).toEqual(["excused", null]);
    await expect(
      replyToMeeting(other.actor, { invitationId: mine?.id ?? "", reply: "coming" }, called),
    ).rejects.toMatchObject({ code: "wrong_link" });
    await expect(
      replyToMeeting(visitor, { invitationId: mine?.id ?? "", reply: "coming" }, called),
    ).rejects.toMatchObject({
      code: "wrong_link",
    });
    await replyToMeeting(member.actor, { invitationId: mine?.id ?? "", reply: "coming" }, called);
    await expect(replyToMeeting(visitor, { token: `${token}x`, reply: "coming" }, called)).rejects.toMatchObject({
      code: "wrong_link",
    });
    await expect(replyToMeeting(visitor, { token, reply: "coming" }, days(-1))).rejects.toMatchObject({
      code: "meeting_over",
    });
    expect(id).toBeTruthy();
  });
});

describe("reminders", () => {
  const reminders = async (email: string) =>
    (await subjectsTo(email)).filter((subject) => /^(Demain|Dans une semaine)/.test(subject));

  test("go a week and a day before, once each, to who has not excused themselves", async () => {
    const { member, other } = await schedule();
    await replyToMeeting(other.actor, { token: await tokenIn(other.email, "/reunion/"), reply: "excused" }, called);
    await sendMeetingReminders(system, days(8));
    expect(await reminders(member.email)).toEqual([]);
    await Promise.all([sendMeetingReminders(system, days(6.9)), sendMeetingReminders(system, days(6.9))]);
    await sendMeetingReminders(system, days(3));
    expect(await reminders(member.email)).toEqual(["Dans une semaine\u202f: Réunion"]);
    await sendMeetingReminders(system, days(0.9));
    await sendMeetingReminders(system, days(0.5));
    expect(await reminders(member.email)).toEqual(["Dans une semaine\u202f: Réunion", "Demain\u202f: Réunion"]);
    expect(await reminders(other.email)).toEqual([]);
  });

  test("go again for another date, and not for one that was taken back", async () => {
    const { own, member, id } = await schedule();
    await sendMeetingReminders(system, days(6.5));
    await moveMeeting(own.lead.actor, { eventId: id, day: "2034-03-14", from: "18:00", to: "20:00" }, days(6));
    await sendMeetingReminders(system, days(5));
    await sendMeetingReminders(system, days(6.5 - 28));
    expect(await reminders(member.email)).toHaveLength(2);
    await cancelMeeting(own.lead.actor, { eventId: id, reason: "Neige" }, days(3 - 28));
    await sendMeetingReminders(system, days(0.5 - 28));
    expect(await reminders(member.email)).toHaveLength(2);
  });

  test("leave out those that a person does not want", async () => {
    const { member, other } = await schedule();
    await choosePreferences(member.actor, { rhythm: "daily", reminders: ["day"] }, called);
    await choosePreferences(other.actor, { rhythm: "daily", reminders: [] }, called);
    for (const before of [6.9, 0.9]) await sendMeetingReminders(system, days(before));
    expect(await reminders(member.email)).toEqual(["Demain\u202f: Réunion"]);
    expect(await reminders(other.email)).toEqual([]);
  });

  test("are sent by the portal alone", async () => {
    const { member } = await schedule();
    await expect(sendMeetingReminders(member.actor, days(1))).rejects.toMatchObject({ code: "forbidden" });
  });
});
