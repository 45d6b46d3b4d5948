import { afterAll, describe, expect, test } from "vitest";
import { voiceExpectation } from "#lib/expectations/commands";
import { putOnAgenda } from "#lib/expectations/study/commands";
import { db } from "#lib/platform/db";
import { system, visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addCommission, addPerson, removeOwnCommissions } from "../../../test/own-commissions.ts";
import { addMeeting, CALLED_ON, ENDS_AT, hours } from "../../../test/own-meetings.ts";
import { sendMeetingReminders } from "../invitations/commands.ts";
import { findInvitationByLink } from "../invitations/queries.ts";
import { acceptItem, addItem, editItem, moveItem, pullTopic, removeItem } from "./commands.ts";
import { findConvocationPdf } from "./convocation/queries.ts";
import { findMeetingSheet, listExpectationsToTake, listOpenTopics } from "./queries.ts";
import { addItemInput } from "./schema.ts";

afterAll(removeOwnCommissions);

const now = CALLED_ON;
const item = (meetingId: string, title: string) => ({ meetingId, title, durationMinutes: 20 });
const titles = async (slug: string, actor: Parameters<typeof findMeetingSheet>[0]) =>
  (await findMeetingSheet(actor, slug, now))?.items.map(({ title }) => title);

describe("the agenda", () => {
  test("is the lead's to order; a member proposes, the lead takes up, the member is told", async () => {
    const { lead, first, second, meetingId, slug } = await addMeeting();
    await addItem(lead.actor, { ...item(meetingId, "Un"), ownerId: second.id }, now);
    await addItem(lead.actor, item(meetingId, "Deux"), now);
    expect(await addItem(first.actor, item(meetingId, "Trois"), now)).toEqual({ slug, isProposal: true });
    expect(await titles(slug, second.actor)).toEqual(["Un", "Deux"]);
    const [proposal] = (await findMeetingSheet(lead.actor, slug, now))?.proposals ?? [];
    expect(proposal).toMatchObject({ title: "Trois", proposedBy: expect.stringContaining("Prénom") });
    expect(await db().notice.count({ where: { personId: lead.id, kind: "agenda-item-proposed" } })).toBe(1);
    const intention = { itemId: proposal?.id ?? "" };
    await expect(acceptItem(second.actor, intention, now)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeItem(second.actor, intention, now)).rejects.toMatchObject({ code: "forbidden" });
    await acceptItem(lead.actor, intention, now);
    await acceptItem(lead.actor, intention, now);
    await moveItem(lead.actor, { ...intention, direction: "up" }, now);
    await moveItem(lead.actor, { ...intention, direction: "up" }, now);
    await moveItem(lead.actor, { ...intention, direction: "up" }, now);
    expect(await titles(slug, second.actor)).toEqual(["Trois", "Un", "Deux"]);
    expect(await db().notice.count({ where: { personId: first.id, kind: "agenda-item-accepted" } })).toBe(1);
    await editItem(lead.actor, { ...intention, title: "Trois, mieux dit", durationMinutes: 30 }, now);
    await moveItem(lead.actor, { ...intention, direction: "down" }, now);
    expect(await titles(slug, second.actor)).toEqual(["Un", "Trois, mieux dit", "Deux"]);
    await expect(removeItem(first.actor, intention, now)).rejects.toMatchObject({ code: "forbidden" });
    await removeItem(lead.actor, intention, now);
    expect(await titles(slug, second.actor)).toEqual(["Un", "Deux"]);
  });

  test("is seen by those called and by the board, added to by those called; a stranger finds nothing", async () => {
    const { meetingId, slug, lead } = await addMeeting();
    const president = await actorOf("president");
    expect(await findMeetingSheet(president, slug, now)).toMatchObject({ isRunner: false, invitation: null });
    await expect(addItem(president, item(meetingId, "Non"), now)).rejects.toMatchObject({ code: "not_found" });
    const stranger = await addPerson((await addCommission({ people: 0 })).commission.id, crypto.randomUUID());
    for (const actor of [stranger.actor, visitor]) {
      expect(await findMeetingSheet(actor, slug, now)).toBeNull();
      await expect(addItem(actor, item(meetingId, "Non"), now)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(addItem(lead.actor, { ...item(meetingId, "Non"), ownerId: stranger.id }, now)).rejects.toMatchObject({
      field: "ownerId",
    });
    await expect(addItem(lead.actor, item(meetingId, "Trop tard"), ENDS_AT)).rejects.toMatchObject({
      code: "meeting_over",
    });
  });

  test("has forty items at most: of three hundred, the others are refused, whichever way and however many at once", async () => {
    const { lead, first, meetingId, own } = await addMeeting();
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) =>
        addItem(index % 2 === 0 ? lead.actor : first.actor, item(meetingId, `Point ${index}`), now),
      ),
    );
    const refused = results.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toHaveLength(20);
    expect(await db().agendaItem.count({ where: { meetingId } })).toBe(40);
    const rows = await db().agendaItem.findMany({ where: { meetingId }, select: { position: true } });
    expect(new Set(rows.map(({ position }) => position)).size).toBe(40);
    const expectation = await voiceExpectation(
      first.actor,
      { commission: own.commission.slug, title: "Une attente de plus", body: "Oui", isAnonymous: false },
      now,
    );
    await expect(putOnAgenda(lead.actor, { id: expectation, meetingId, durationMinutes: 15 }, now)).rejects.toThrow(
      /agenda_item_at_most_forty/,
    );
  });

  test("takes an expectation up, and a point that a former meeting left open, once", async () => {
    const { lead, first, own } = await addMeeting();
    const next = await addMeeting(own, "2034-03-21");
    const former = await db().meeting.findFirstOrThrow({
      where: { event: { commissionId: own.commission.id, startsAt: { lt: hours(1) } } },
      select: { id: true },
    });
    const topic = await db().meetingTopic.create({
      data: { meetingId: former.id, text: "La garantie du reconditionné" },
      select: { id: true },
    });
    const id = await voiceExpectation(
      first.actor,
      { commission: own.commission.slug, title: "Partager un banc d’essai", body: "Oui", isAnonymous: false },
      now,
    );
    expect(await listOpenTopics(lead.actor, next.slug, now)).toMatchObject([{ id: topic.id }]);
    expect(await listOpenTopics(first.actor, next.slug, now)).toEqual([]);
    expect(await listExpectationsToTake(lead.actor, next.slug, now)).toMatchObject([{ id }]);
    const pull = { meetingId: next.meetingId, topicId: topic.id };
    await expect(pullTopic(first.actor, pull, now)).rejects.toMatchObject({ code: "forbidden" });
    await pullTopic(lead.actor, pull, now);
    await pullTopic(lead.actor, pull, now);
    await putOnAgenda(lead.actor, { id, meetingId: next.meetingId, durationMinutes: 15 }, now);
    expect(await titles(next.slug, first.actor)).toEqual(["La garantie du reconditionné", "Partager un banc d’essai"]);
    expect(await listOpenTopics(lead.actor, next.slug, now)).toEqual([]);
    expect(await listExpectationsToTake(lead.actor, next.slug, now)).toEqual([]);
  });

  test("goes with the reminders, the invitation's link and the convocation to print", async () => {
    const { lead, first, meetingId, slug } = await addMeeting();
    const { title } = addItemInput.parse({ meetingId, title: "Fibre\r\nBEGIN:VEVENT\n", durationMinutes: 20 });
    expect(title).toBe("Fibre BEGIN:VEVENT");
    await addItem(lead.actor, item(meetingId, title), now);
    await sendMeetingReminders(system, hours(-20));
    const mail = await db().mail.findFirstOrThrow({ where: { toAddress: first.email }, orderBy: { id: "desc" } });
    expect(mail.text).toContain("Fibre BEGIN:VEVENT");
    const token = /\/reunion\/(\S+)/.exec(mail.text)?.[1] ?? "";
    expect((await findInvitationByLink(token))?.agenda).toEqual([title]);
    const pdf = await findConvocationPdf(first.actor, slug, now);
    const { extractText, getDocumentProxy } = await import("unpdf");
    const { text } = await extractText(await getDocumentProxy(pdf?.content ?? new Uint8Array()), { mergePages: true });
    expect(text).toContain("1. Fibre BEGIN:VEVENT");
    expect(text).toContain("Chez nous");
    expect(await findConvocationPdf(visitor, slug, now)).toBeNull();
  });
});
