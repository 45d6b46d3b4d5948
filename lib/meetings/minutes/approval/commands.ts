import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { fold } from "#lib/platform/slug";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { settleAttendance } from "../../attendance/commands.ts";
import { usualDueDay } from "../../follow-up/rules.ts";
import { earlierThan, holdRunMeeting, keepText, listNameable, type RunMeeting, type Theirs } from "../commands.ts";
import { approvedMail } from "../labels.ts";
import {
  type DecidedLine,
  headingKey,
  type Line,
  type LineProblem,
  type ReviewLine,
  readLines,
  type TodoLine,
} from "../lines/rules.ts";
import { codeOf } from "../rules.ts";
import type { MinutesInput } from "../schema.ts";
import { readText } from "../text/rules.ts";

export type Approved =
  | { kind: "approved"; slug: string; isFirst: boolean }
  | { kind: "conflict"; theirs: Theirs }
  /** `version` null: nothing was kept. */
  | { kind: "problems"; problems: LineProblem[]; version: number | null };

/**
 * Approves the minutes as they are typed: what was decided, what is to do and what is to come back to
 * become rows, and those who were there are asked to read. Approved ones are amended the same way until
 * they are published: rows follow the text. Nothing is done when a line says too little, or when
 * somebody else saved meanwhile.
 *
 * @throws Refusal `forbidden`, `no_minutes`, `minutes_are_published`, `nobody_there`, `decision_stays`
 */
export async function approveMinutes(actor: Actor, input: MinutesInput, now: Date): Promise<Approved> {
  return db().$transaction(async (tx) => {
    const meeting = await holdRunMeeting(tx, actor, input.meetingId, now);
    const { lines, problems } = readLines(readText(input.body), await listNameable(tx, meeting.id), meeting.day);
    const isOpen = await tx.minutes.findFirst({
      where: { meetingId: meeting.id, approvedAt: { not: null } },
      select: { meetingId: true },
    });
    // A draft is kept with its gaps; what others read already is not.
    if (isOpen && problems.length > 0) return { kind: "problems", problems, version: null };
    const kept = await keepText(tx, actor, input, now);
    if (kept.kind === "conflict") return kept;
    if (problems.length > 0) return { kind: "problems", problems, version: kept.version };
    await followText(tx, actor, meeting, lines, now);
    if (!kept.isApproved) await open(tx, actor, meeting, now);
    await recordAct(tx, actor, {
      action: kept.isApproved ? "amend-minutes" : "approve-minutes",
      subject: { kind: "Event", id: meeting.eventId },
    });
    return { kind: "approved", slug: meeting.slug, isFirst: !kept.isApproved };
  });
}

async function open(tx: Tx, actor: Actor, meeting: RunMeeting, now: Date): Promise<void> {
  const there = await tx.attendance.findFirst({
    where: { meetingId: meeting.id, state: "present" },
    select: { personId: true },
  });
  if (!there) {
    throw new Refusal("nobody_there", "Notez d’abord qui était là\u202f: ce sont les présents qui relisent.");
  }
  const approvedById = personIdOf(actor);
  await tx.minutes.update({
    where: { meetingId: meeting.id },
    data: { approvedAt: now, approvedById },
    select: { meetingId: true },
  });
  await settleAttendance(tx, meeting.id, now);
  const present = await tx.person.findMany({
    where: {
      attendances: { some: { meetingId: meeting.id, state: "present" } },
      suspension: null,
      erasedAt: null,
      ...(approvedById ? { id: { not: approvedById } } : {}),
    },
    orderBy: { id: "asc" },
    take: 2_000,
    select: { id: true, email: true, firstName: true, lastName: true },
  });
  await queueMail(tx, ...present.map((person) => approvedMail(meeting, person, now)));
}

/** Makes the rows say what the text says. */
async function followText(tx: Tx, actor: Actor, meeting: RunMeeting, lines: Line[], now: Date): Promise<void> {
  const items = await tx.agendaItem.findMany({
    where: { meetingId: meeting.id, expectationId: { not: null } },
    orderBy: { position: "asc" },
    select: { title: true, expectationId: true },
  });
  const about = new Map(items.map(({ title, expectationId }) => [headingKey(title), expectationId]));
  const expectationOf = ({ under }: Line) => (under === null ? null : (about.get(under) ?? null));
  const decided = lines.filter((line): line is DecidedLine => line.verb === "decided");
  const todos = lines.filter((line): line is TodoLine => line.verb === "todo");
  const reviews = lines.filter((line): line is ReviewLine => line.verb === "review");
  await followDecisions(tx, meeting, decided, expectationOf);
  await followActions(tx, actor, meeting, todos, expectationOf, now);
  await followTopics(tx, meeting, reviews, expectationOf);
}

type ExpectationOf = (line: Line) => string | null;

/** A decision keeps its number when its words are corrected; none disappears. */
async function followDecisions(tx: Tx, meeting: RunMeeting, lines: DecidedLine[], of: ExpectationOf): Promise<void> {
  const there = await tx.decision.findMany({
    where: { meetingId: meeting.id },
    orderBy: { number: "asc" },
    select: { id: true, number: true, text: true },
  });
  const texts = new Set(lines.map(({ text }) => fold(text)));
  const loose = there.filter(({ text }) => !texts.has(fold(text)));
  const known = new Set(there.map(({ text }) => fold(text)));
  const fresh = lines.filter(({ text }, index) => !known.has(fold(text)) && firstOf(lines, index));
  if (loose.length > fresh.length) {
    const gone = loose.slice(fresh.length).map(({ number }) => number);
    throw new Refusal(
      "decision_stays",
      `Une décision approuvée ne disparaît pas (${gone.join(", ")})\u202f: corrigez ses mots, ou revenez-y à la prochaine réunion.`,
    );
  }
  const added = fresh.slice(loose.length);
  const numbers = await nextNumbers(tx, meeting, added.length);
  for (const [index, { id }] of loose.entries()) {
    const line = fresh[index];
    if (!line) continue;
    const { title, text } = line;
    await tx.decision.update({ where: { id }, data: { title, text, expectationId: of(line) }, select: { id: true } });
  }
  await tx.decision.createMany({
    data: added.map((line, index) => ({
      number: numbers[index] ?? "",
      meetingId: meeting.id,
      commissionId: meeting.commissionId,
      title: line.title,
      text: line.text,
      visibility: meeting.visibility === "board" ? ("body" as const) : ("members" as const),
      decidedOn: columnOfDay(meeting.day),
      expectationId: of(line),
    })),
  });
}

function firstOf(lines: { text: string }[], index: number): boolean {
  return lines.findIndex(({ text }) => fold(text) === fold(lines[index]?.text ?? "")) === index;
}

/** The next free numbers of the year, held against whoever approves other minutes at the same moment. */
async function nextNumbers(tx: Tx, meeting: RunMeeting, many: number): Promise<string[]> {
  if (many === 0) return [];
  const prefix = `${meeting.day.slice(0, 4)}-${codeOf(meeting)}-`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${prefix}))`;
  const last = await tx.decision.findFirst({
    where: { number: { startsWith: prefix } },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const from = Number(last?.number.slice(prefix.length) ?? 0);
  if (from + many > 999) throw new Refusal("decision_numbers_used", "Cette année a déjà 999 décisions.");
  return Array.from({ length: many }, (_, index) => `${prefix}${String(from + index + 1).padStart(3, "0")}`);
}

/**
 * An action said again is the same one, at its new date; one no longer said of this meeting goes, unless it is done.
 * What an earlier meeting left to do and was done before this one is over: in the same words, it is to do once more.
 */
async function followActions(
  tx: Tx,
  actor: Actor,
  meeting: RunMeeting,
  lines: TodoLine[],
  of: ExpectationOf,
  now: Date,
): Promise<void> {
  const key = ({ text, ownerId }: { text: string; ownerId: string }) => `${ownerId} ${fold(text)}`;
  const there = await tx.actionItem.findMany({
    where: {
      OR: [
        { meetingId: meeting.id },
        { meeting: earlierThan(meeting), OR: [{ doneAt: null }, { doneAt: { gte: meeting.startsAt } }] },
      ],
    },
    orderBy: { id: "desc" },
    take: 2_000,
    select: { id: true, meetingId: true, text: true, ownerId: true, doneAt: true },
  });
  const byKey = new Map(there.map((action) => [key(action), action]));
  const said = new Set(lines.map(key));
  const gone = there.filter((one) => one.meetingId === meeting.id && !one.doneAt && !said.has(key(one)));
  await tx.actionItem.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  for (const line of lines) {
    const known = byKey.get(key(line));
    if (!known || known.doneAt || !line.dueOn) continue;
    await tx.actionItem.update({
      where: { id: known.id },
      data: { dueOn: columnOfDay(line.dueOn) },
      select: { id: true },
    });
  }
  const created = await tx.actionItem.createManyAndReturn({
    data: lines
      .filter((line, index) => !byKey.has(key(line)) && lines.findIndex((one) => key(one) === key(line)) === index)
      .map((line) => ({
        meetingId: meeting.id,
        commissionId: meeting.commissionId,
        text: line.text,
        ownerId: line.ownerId,
        dueOn: columnOfDay(line.dueOn ?? usualDueDay(meeting.day)),
        expectationId: of(line),
        takenOnAt: now,
      })),
    select: { id: true, ownerId: true, text: true },
  });
  const mine = personIdOf(actor);
  await notify(
    tx,
    created
      .filter(({ ownerId }) => ownerId !== mine)
      .map(({ id, ownerId, text }) => ({
        personId: ownerId,
        kind: "action-taken-on",
        fact: `action ${id}`,
        title: `Une action vous revient\u202f: «\u202f${text}\u202f».`,
        path: `${paths.memberArea}#actions`,
      })),
    now,
  );
}

/** What earlier meetings left open and this one no longer says is closed by it. */
async function followTopics(tx: Tx, meeting: RunMeeting, lines: ReviewLine[], of: ExpectationOf): Promise<void> {
  const there = await tx.meetingTopic.findMany({
    where: {
      OR: [
        { meetingId: meeting.id },
        { meeting: earlierThan(meeting), OR: [{ closedInId: null }, { closedInId: meeting.id }] },
      ],
    },
    orderBy: { id: "asc" },
    take: 500,
    select: { id: true, meetingId: true, text: true },
  });
  const said = new Set(lines.map(({ text }) => fold(text)));
  const known = new Set(there.map(({ text }) => fold(text)));
  const [still, over] = [
    there.filter(({ text }) => said.has(fold(text))),
    there.filter(({ text }) => !said.has(fold(text))),
  ];
  const ids = (some: typeof there) => some.map(({ id }) => id);
  await tx.meetingTopic.updateMany({ where: { id: { in: ids(still) } }, data: { closedInId: null } });
  await tx.meetingTopic.deleteMany({ where: { id: { in: ids(over) }, meetingId: meeting.id } });
  await tx.meetingTopic.updateMany({
    where: { id: { in: ids(over) }, meetingId: { not: meeting.id } },
    data: { closedInId: meeting.id },
  });
  await tx.meetingTopic.createMany({
    data: lines
      .filter((line, index) => !known.has(fold(line.text)) && firstOf(lines, index))
      .map((line) => ({ meetingId: meeting.id, text: line.text, expectationId: of(line) })),
  });
}
