import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { system, visitor } from "#lib/policy/actor";
import { addCommission, addPerson, removeOwnCommissions, subjectsTo } from "../../../../test/own-commissions.ts";
import { approveText, holdMeeting, hours, minutesOf } from "../../../../test/own-meetings.ts";
import { noteAttendance } from "../../attendance/commands.ts";
import { findPublicMinutes, listMinutes, listPublicMinutes } from "../archive/queries.ts";
import { answerCorrection, askCorrection } from "../corrections/commands.ts";
import { findMinutesPdf } from "../document/queries.ts";
import { findMinutes, listMinutesToWrite } from "../queries.ts";
import { publishDueMinutes } from "./commands.ts";

afterAll(removeOwnCommissions);

const DAY = 24;
/** Whether, once the job has run at `now`, these minutes are published: other tests have some of their own. */
const isPublishedAt = async (meetingId: string, now: Date) => {
  await publishDueMinutes(system, now);
  return (await minutesOf(meetingId)).publishedAt !== null;
};

describe("from approval to publication", () => {
  test("those there ask for corrections for five days; then it is frozen, published, found, and public where it says so", async () => {
    const meeting = await holdMeeting();
    const { lead, first, second, meetingId, eventId, slug, own } = meeting;
    await approveText(
      meeting,
      "On a parlé des *onduleurs*.\n\ndécidé (public) : Un banc d’essai sera loué",
      hours(2),
      "Un **banc d’essai** sera loué.",
    );
    const ask = (actor: typeof first.actor, now: Date) =>
      askCorrection(actor, { meetingId, text: "C’était deux." }, now);
    await expect(ask(second.actor, hours(3))).rejects.toMatchObject({ code: "forbidden" });
    expect(await findMinutes(second.actor, slug, hours(3))).toBeNull();
    await ask(first.actor, hours(3));
    expect(await subjectsTo(lead.email)).toContain("Correction demandée\u202f: Réunion");
    const seen = await findMinutes(lead.actor, slug, hours(4));
    expect(seen).toMatchObject({
      state: "approved",
      isRunner: true,
      mayCorrect: false,
      corrections: [{ text: "C’était deux." }],
    });
    expect(await listMinutesToWrite(lead.actor, hours(4))).toMatchObject([{ slug, isApproved: true }]);
    const answer = { correctionId: seen?.corrections[0]?.id ?? "", verdict: "decline" as const, answer: "Non, un." };
    await expect(answerCorrection(first.actor, answer, hours(4))).rejects.toMatchObject({ code: "forbidden" });
    // Unanswered, it holds publication back.
    expect(await isPublishedAt(meetingId, hours(2 + 5 * DAY))).toBe(false);
    await answerCorrection(lead.actor, answer, hours(5));
    await expect(answerCorrection(lead.actor, answer, hours(5))).rejects.toMatchObject({ code: "already_answered" });
    expect(await db().notice.count({ where: { personId: first.id, kind: "correction-answered" } })).toBe(1);

    await expect(publishDueMinutes(lead.actor, hours(200))).rejects.toMatchObject({ code: "forbidden" });
    expect(await isPublishedAt(meetingId, hours(1 + 5 * DAY))).toBe(false);
    expect(await findPublicMinutes(slug, hours(100))).toBeNull();
    const due = hours(2 + 5 * DAY);
    await Promise.all([isPublishedAt(meetingId, due), isPublishedAt(meetingId, due)]);
    expect(await isPublishedAt(meetingId, due)).toBe(true);
    expect(await db().auditEntry.count({ where: { action: "publish-minutes", subjectId: eventId } })).toBe(1);
    expect(await db().notice.count({ where: { personId: second.id, kind: "minutes-published" } })).toBe(1);
    await expect(ask(first.actor, due)).rejects.toMatchObject({ code: "too_late" });

    expect(await findMinutes(second.actor, slug, due)).toMatchObject({ state: "published", corrections: [] });
    expect(await findMinutes(visitor, slug, due)).toBeNull();
    const found = await listMinutes(second.actor, { words: "onduleur", commission: own.commission.slug }, 1, due);
    expect(found).toMatchObject({ total: 1, items: [{ slug, passage: expect.arrayContaining(["onduleurs"]) }] });
    expect(await listMinutes(second.actor, { words: "hélicoptère" }, 1, due)).toMatchObject({ total: 0 });
    expect(await listMinutes(visitor, { words: "onduleur" }, 1, due)).toMatchObject({ total: 0 });
    expect((await listPublicMinutes(due)).map((one) => one.slug)).toContain(slug);
    expect(await findPublicMinutes(slug, due)).toMatchObject({
      blocks: [{ kind: "paragraph" }],
      decisions: [{ title: "Un banc d’essai sera loué" }],
    });
    const pdf = await findMinutesPdf(second.actor, slug, due);
    const { extractText, getDocumentProxy } = await import("unpdf");
    const { text } = await extractText(await getDocumentProxy(pdf?.content ?? new Uint8Array()), { mergePages: true });
    expect(text).toMatch(/Présents[\s\S]*onduleurs[\s\S]*Décidé[\s\S]*banc d’essai/);

    await expect(approveText(meeting, "Autre", due)).rejects.toMatchObject({ code: "minutes_are_published" });
    await expect(
      noteAttendance(lead.actor, { meetingId, note: { state: "present", personId: second.id } }, due),
    ).rejects.toMatchObject({
      code: "minutes_are_published",
    });
  });

  test("the database itself keeps what was published from changing", async () => {
    const meeting = await holdMeeting();
    const { meetingId } = meeting;
    await approveText(meeting, "décidé : Oui", hours(2), "Oui");
    await publishDueMinutes(system, hours(2 + 5 * DAY));
    const where = { meetingId };
    await expect(db().minutes.update({ where, data: { body: "Non" } })).rejects.toThrow(/minutes_are_published/);
    await expect(db().minutes.delete({ where })).rejects.toThrow(/minutes_are_published/);
    await expect(db().decision.updateMany({ where, data: { text: "Non" } })).rejects.toThrow(/decision_is_published/);
    await expect(db().minutesPublication.update({ where, data: { text: "Non" } })).rejects.toThrow(/is_history/);
  });

  test("a correction that nobody answers holds publication back for a while only", async () => {
    const meeting = await holdMeeting();
    await approveText(meeting, "Rien.");
    await askCorrection(meeting.first.actor, { meetingId: meeting.meetingId, text: "Si." }, hours(3));
    expect(await isPublishedAt(meeting.meetingId, hours(2 + 14 * DAY))).toBe(false);
    expect(await isPublishedAt(meeting.meetingId, hours(2 + 15 * DAY))).toBe(true);
  });

  test("of another commission are read by members once published, corrections by those there alone", async () => {
    const meeting = await holdMeeting();
    await approveText(meeting, "Rien.");
    const stranger = await addPerson((await addCommission({ people: 0 })).commission.id, crypto.randomUUID());
    expect(await findMinutes(stranger.actor, meeting.slug, hours(4))).toBeNull();
    await publishDueMinutes(system, hours(2 + 5 * DAY));
    expect(await findMinutes(stranger.actor, meeting.slug, hours(200))).toMatchObject({ state: "published" });
  });
});
