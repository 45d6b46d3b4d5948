import { afterAll, describe, expect, test } from "vitest";
import { voiceExpectation } from "#lib/expectations/commands";
import { findExpectation } from "#lib/expectations/queries";
import { putOnAgenda } from "#lib/expectations/study/commands";
import { db } from "#lib/platform/db";
import { system, visitor } from "#lib/policy/actor";
import { addCommission, removeOwnCommissions, subjectsTo } from "../../../test/own-commissions.ts";
import { addMeeting, approveText, type Held, holdMeeting, hours, minutesOf } from "../../../test/own-meetings.ts";
import { noteAttendance } from "../attendance/commands.ts";
import { settleAction } from "../follow-up/commands.ts";
import { listOwnActions } from "../follow-up/queries.ts";
import { saveMinutes, startMinutes } from "./commands.ts";
import { publishDueMinutes } from "./publication/commands.ts";
import { findMinutes, findMinutesDesk, listMinutesToWrite, previewMinutes } from "./queries.ts";

afterAll(removeOwnCommissions);

const save = async ({ lead, meetingId }: Held, body: string, version: number) =>
  saveMinutes(lead.actor, { meetingId, version, body, publicPart: "" }, hours(2));
const decisionsOf = (meetingId: string) =>
  db().decision.findMany({ where: { meetingId }, orderBy: { number: "asc" }, select: { number: true, text: true } });

describe("a draft", () => {
  test("begins with the agenda, is begun once, and is seen by nobody else", async () => {
    const meeting = await addMeeting();
    const { lead, first, meetingId, slug } = meeting;
    await db().agendaItem.createMany({
      data: [
        { meetingId, position: 1, title: "La *fibre*", durationMinutes: 10, ownerId: first.id },
        { meetingId, position: 2, title: "Non retenu", durationMinutes: 10, isProposal: true },
      ],
    });
    await expect(startMinutes(lead.actor, { meetingId }, hours(-2))).rejects.toMatchObject({ code: "too_early" });
    await expect(startMinutes(first.actor, { meetingId }, hours(1))).rejects.toMatchObject({ code: "forbidden" });
    expect(await listMinutesToWrite(lead.actor, hours(3))).toMatchObject([{ slug }]);
    await Promise.all([1, 2].map(() => startMinutes(lead.actor, { meetingId }, hours(1))));
    const { body } = await minutesOf(meetingId);
    expect(body).toContain("## 1. La \\*fibre\\*\n\nPrésenté par Prénom");
    expect(body).not.toContain("Non retenu");
    for (const actor of [first.actor, visitor]) {
      expect(await findMinutes(actor, slug, hours(2))).toBeNull();
      expect(await findMinutesDesk(actor, slug, hours(2))).toBeNull();
      expect(await previewMinutes(actor, { meetingId, body }, hours(2))).toBeNull();
    }
    expect((await previewMinutes(lead.actor, { meetingId, body: "décidé :" }, hours(2)))?.problems).toHaveLength(1);
  });

  test("saved over another's text gives that text back and changes nothing, even at the same moment", async () => {
    const meeting = await holdMeeting();
    expect(await save(meeting, "Un", 1)).toEqual({ kind: "saved", version: 2 });
    expect(await save(meeting, "Un", 1)).toEqual({ kind: "saved", version: 2 });
    expect(await save(meeting, "Deux", 1)).toMatchObject({ kind: "conflict", theirs: { body: "Un", version: 2 } });
    const both = await Promise.all([save(meeting, "Trois", 2), save(meeting, "Quatre", 2)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["conflict", "saved"]);
    const kept = await minutesOf(meeting.meetingId);
    const lost = both.find((one) => one.kind === "conflict");
    expect(lost).toMatchObject({ theirs: { body: kept.body, version: 3 } });
    await expect(
      saveMinutes(
        meeting.first.actor,
        { meetingId: meeting.meetingId, version: 3, body: "", publicPart: "" },
        hours(2),
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("approval", () => {
  const TEXT = `## 1. Divers

décidé : Un contrat type sera rédigé. Il sera relu.
décidé (public) : Le club sera au salon
à faire : écrire le contrat @FIRST avant le 3 mars
à revoir : la garantie`;
  const textFor = ({ first }: Held) => TEXT.replace("FIRST", first.email);

  test("makes decisions, actions and points of its lines, and has those who were there read", async () => {
    const meeting = await holdMeeting();
    const { lead, first, second, meetingId, own } = meeting;
    expect(await approveText(meeting, textFor(meeting))).toMatchObject({ kind: "approved", isFirst: true });
    const code = own.commission.slug
      .replace(/[^a-z]/g, "")
      .slice(0, 3)
      .toUpperCase()
      .padEnd(3, "X");
    expect((await decisionsOf(meetingId)).map(({ number }) => number.slice(0, 9))).toEqual([
      `2034-${code}-`.slice(0, 9),
      `2034-${code}-`.slice(0, 9),
    ]);
    expect(await listOwnActions(first.actor, hours(3))).toMatchObject([
      { text: "écrire le contrat", dueOn: "2034-03-03" },
    ]);
    expect(await db().meetingTopic.findMany({ where: { meetingId }, select: { text: true } })).toEqual([
      { text: "la garantie" },
    ]);
    expect(await subjectsTo(first.email)).toContain("Compte rendu à relire\u202f: Réunion");
    expect(await subjectsTo(second.email)).not.toContain("Compte rendu à relire\u202f: Réunion");
    expect(await db().notice.count({ where: { personId: first.id, kind: "action-taken-on" } })).toBe(1);
    const states = await db().attendance.findMany({ where: { meetingId }, select: { state: true } });
    expect(states.map(({ state }) => state).sort()).toEqual(["absent", "absent", "absent", "present"]);
    await expect(
      saveMinutes(lead.actor, { meetingId, version: 2, body: "Autre", publicPart: "" }, hours(3)),
    ).rejects.toMatchObject({ code: "minutes_approved" });
  });

  test("does nothing while a line says too little, but keeps the draft; nor when nobody was there", async () => {
    const meeting = await holdMeeting();
    const outcome = await approveText(meeting, "à faire : on verra\ndécidé : oui");
    expect(outcome).toMatchObject({ kind: "problems", problems: [{ line: "à faire\u202f: on verra" }], version: 2 });
    expect(await decisionsOf(meeting.meetingId)).toEqual([]);
    expect(await minutesOf(meeting.meetingId)).toMatchObject({
      body: "à faire : on verra\ndécidé : oui",
      approvedAt: null,
    });
    await db().attendance.deleteMany({ where: { meetingId: meeting.meetingId } });
    await expect(approveText(meeting, "décidé : oui")).rejects.toMatchObject({ code: "nobody_there" });
  });

  test("amended: a decision keeps its number and stays, actions and points follow the text", async () => {
    const meeting = await holdMeeting();
    const { first, second, meetingId } = meeting;
    await approveText(meeting, textFor(meeting));
    const [contract, fair] = await decisionsOf(meetingId);
    const amended = `décidé : Un contrat type sera rédigé avant l’été.
décidé (public) : Le club sera au salon
à faire : écrire le contrat @${second.email}`;
    expect(await approveText(meeting, amended, hours(30))).toMatchObject({ kind: "approved", isFirst: false });
    expect(await decisionsOf(meetingId)).toEqual(
      [fair, { number: contract?.number, text: "Un contrat type sera rédigé avant l’été." }].sort((a, b) =>
        (a?.number ?? "") < (b?.number ?? "") ? -1 : 1,
      ),
    );
    expect(await listOwnActions(first.actor, hours(31))).toEqual([]);
    expect(await listOwnActions(second.actor, hours(31))).toMatchObject([{ dueOn: "2034-03-16" }]);
    expect(await db().meetingTopic.count({ where: { meetingId } })).toBe(0);
    await expect(approveText(meeting, "Rien n’a été décidé.", hours(31))).rejects.toMatchObject({
      code: "decision_stays",
    });
    expect(await approveText(meeting, "à faire : ?", hours(31))).toMatchObject({ kind: "problems", version: null });
    expect((await minutesOf(meetingId)).body).toBe(amended);
    expect((await subjectsTo(first.email)).filter((one) => one.startsWith("Compte rendu"))).toHaveLength(1);
  });

  test("of an item that took an expectation up, joins its history", async () => {
    const meeting = await addMeeting();
    const { lead, first, second, meetingId, own } = meeting;
    const id = await voiceExpectation(
      second.actor,
      { commission: own.commission.slug, title: "Un banc d’essai", body: "Oui", isAnonymous: false },
      hours(-30),
    );
    await putOnAgenda(lead.actor, { id, meetingId, durationMinutes: 15 }, hours(-20));
    await noteAttendance(lead.actor, { meetingId, note: { state: "present", personId: first.id } }, hours(0));
    await startMinutes(lead.actor, { meetingId }, hours(1));
    const { body } = await minutesOf(meetingId);
    await approveText(
      meeting,
      `${body}\n\ndécidé : On le loue\nà faire : appeler @${first.email}\n\n## Autre\n\ndécidé : Rien`,
    );
    const kinds = async (now: Date) => (await findExpectation(second.actor, id, now))?.history.map(({ kind }) => kind);
    expect(await kinds(hours(3))).toEqual(["meeting", "decision"]);
    await publishDueMinutes(system, hours(200));
    expect(await kinds(hours(201))).toEqual(["meeting", "decision", "action"]);
  });

  test("numbers decisions once each, even approved at the same moment", async () => {
    const own = await addCommission({ people: 3 });
    const [one, two] = [await holdMeeting(own), await holdMeeting(own, "2034-03-14", new Date("2034-03-14T18:00:00Z"))];
    const lines = Array.from({ length: 5 }, (_, index) => `décidé : ${index}`).join("\n");
    await Promise.all([approveText(one, lines), approveText(two, lines)]);
    const numbers = [...(await decisionsOf(one.meetingId)), ...(await decisionsOf(two.meetingId))].map(
      ({ number }) => number,
    );
    expect(new Set(numbers).size).toBe(10);
  });
});

describe("what a meeting leaves open", () => {
  test("is carried to the next, which closes what it no longer says and keeps what it says again", async () => {
    const own = await addCommission({ people: 3 });
    const former = await holdMeeting(own);
    const { first, meetingId } = former;
    await approveText(
      former,
      `à faire : appeler la CCI @${first.email} avant le 1er avril
à faire : peindre la porte @${first.email}
à revoir : la garantie
à revoir : le [prix] du banc d’essai`,
    );
    const done = (await listOwnActions(first.actor, hours(3))).find(({ text }) => text === "peindre la porte");
    await settleAction(first.actor, { actionId: done?.id ?? "", isDone: true }, hours(3));
    const at = new Date("2034-03-14T18:00:00Z");
    const next = await holdMeeting(own, "2034-03-14", at);
    const { body } = await minutesOf(next.meetingId);
    expect(body).toContain("à revoir\u202f: la garantie\nà revoir\u202f: le \\[prix\\] du banc d’essai");
    expect(body).toContain("à faire\u202f: appeler la CCI @Prénom");
    expect(body).not.toContain("peindre");
    const kept = body
      .replace("à revoir\u202f: la garantie\n", "")
      .replace(/@Prénom \S+ avant le 1er avril 2034/, `@${first.email} avant le 1er mai`);
    expect(await approveText(next, kept, at)).toMatchObject({ kind: "approved" });
    const topics = await db().meetingTopic.findMany({
      where: { meetingId },
      orderBy: { text: "asc" },
      select: { text: true, closedInId: true },
    });
    expect(topics).toEqual([
      { text: "la garantie", closedInId: next.meetingId },
      { text: "le [prix] du banc d’essai", closedInId: null },
    ]);
    const actions = await db().actionItem.findMany({ where: { ownerId: first.id, doneAt: null } });
    expect(actions.map(({ text, meetingId: from, dueOn }) => [text, from, dueOn.toISOString().slice(0, 10)])).toEqual([
      ["appeler la CCI", meetingId, "2034-05-01"],
    ]);
  });

  test("is to do once more when it was done before, is told, and leaves what was done as it was", async () => {
    const own = await addCommission({ people: 3 });
    const former = await holdMeeting(own);
    const { first } = former;
    const line = `à faire : réserver la salle @${first.email}`;
    const mine = () =>
      db().actionItem.findMany({
        where: { ownerId: first.id },
        orderBy: { id: "asc" },
        select: { id: true, meetingId: true, dueOn: true, doneAt: true },
      });
    await approveText(former, line);
    const [done] = await mine();
    await settleAction(first.actor, { actionId: done?.id ?? "", isDone: true }, hours(3));
    const [before] = await mine();
    const at = new Date("2034-03-14T18:00:00Z");
    const next = await holdMeeting(own, "2034-03-14", at);
    await approveText(next, `${line} avant le 1er mai`, at);
    const [old, again] = await mine();
    expect(old).toEqual(before);
    expect(again).toMatchObject({ meetingId: next.meetingId, doneAt: null });
    expect(await db().notice.count({ where: { personId: first.id, kind: "action-taken-on" } })).toBe(2);
    // Amended once it is done: it is the one that was done, not a third.
    await settleAction(first.actor, { actionId: again?.id ?? "", isDone: true }, new Date("2034-03-15T18:00:00Z"));
    await approveText(next, `${line} avant le 2 mai`, new Date("2034-03-15T19:00:00Z"));
    expect((await mine()).map(({ dueOn }) => dueOn)).toEqual([old?.dueOn, again?.dueOn]);
  });
});
