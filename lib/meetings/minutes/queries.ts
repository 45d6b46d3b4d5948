import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import { fullName } from "#lib/people/rules";
import { dayOf, dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { permitted, readable } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { opensAt } from "../attendance/rules.ts";
import { listNameable } from "./commands.ts";
import { type LineProblem, readLines } from "./lines/rules.ts";
import { correctionsUntil, MINUTES_DAYS, stateOf } from "./rules.ts";
import { type Block, readText } from "./text/rules.ts";

const NAME = { select: { firstName: true, lastName: true } } as const;

const EVENT = {
  slug: true,
  title: true,
  startsAt: true,
  endsAt: true,
  place: true,
  visibility: true,
  commission: { select: { slug: true, name: true } },
} as const;

const TEXT = {
  meetingId: true,
  body: true,
  publicPart: true,
  approvedAt: true,
  publishedAt: true,
  approvedBy: NAME,
  publication: { select: { meetingId: true } },
  corrections: {
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, text: true, askedAt: true, answeredAt: true, isAccepted: true, answer: true, person: NAME },
  },
} satisfies Prisma.MinutesSelect;

/** Of the meeting, what anybody who reads its minutes reads. */
const MEETING = {
  event: { select: EVENT },
  attendances: {
    orderBy: [{ person: { lastName: "asc" } }, { personId: "asc" }],
    take: 2_000,
    select: { state: true, personId: true, person: NAME },
  },
  actionItems: {
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 100,
    select: { id: true, text: true, dueOn: true, doneAt: true, owner: NAME },
  },
} satisfies Prisma.MeetingSelect;

const DECISIONS = {
  orderBy: { number: "asc" },
  take: 100,
  select: { number: true, title: true, visibility: true },
} satisfies Prisma.MeetingSelect["decisions"];

/** Approved minutes: whoever runs the meeting, was there or took something on; published ones: whom the policy says. */
function minutesSeenBy(actor: Actor, now: Date): Prisma.MinutesWhereInput {
  const runs = { event: permitted(actor, "schedule", "Event", now) };
  const wasThere = { attendances: { some: permitted(actor, "correct", "Attendance", now) } };
  const tookOn = { actionItems: { some: permitted(actor, "update", "ActionItem", now) } };
  return {
    OR: [
      readable(actor, "Minutes", now),
      { AND: [{ approvedAt: { not: null } }, { meeting: { OR: [runs, wasThere, tookOn] } }] },
    ],
  };
}

export type MinutesView = NonNullable<Awaited<ReturnType<typeof findMinutes>>>;

/** Approved or published minutes, with what came of them; null for whoever may not read them. */
export async function findMinutes(actor: Actor, slug: string, now: Date) {
  const [row, run] = await Promise.all([
    db().minutes.findFirst({
      relationLoadStrategy: "join",
      where: { AND: [{ meeting: { event: { slug } } }, minutesSeenBy(actor, now)] },
      select: {
        ...TEXT,
        meeting: {
          select: { ...MEETING, decisions: { ...DECISIONS, where: readable(actor, "Decision", now) } },
        },
      },
    }),
    db().meeting.findFirst({
      where: { event: { AND: [{ slug }, permitted(actor, "schedule", "Event", now)] } },
      select: { id: true },
    }),
  ]);
  if (!row) return null;
  const { meeting, body, corrections, ...minutes } = row;
  const { event, attendances, decisions, actionItems } = meeting;
  const isRunner = run !== null;
  const personId = personIdOf(actor);
  const wasThere = attendances.some((one) => one.personId === personId && one.state === "present");
  const names = (state: string) =>
    attendances.filter((one) => one.state === state).map(({ person }) => fullName(person));
  return {
    ...minutes,
    event,
    state: stateOf(minutes),
    until: minutes.approvedAt && correctionsUntil(minutes.approvedAt),
    approvedBy: minutes.approvedBy && fullName(minutes.approvedBy),
    blocks: readText(body),
    attendance: { present: names("present"), excused: names("excused"), represented: names("represented") },
    decisions,
    actions: actionItems.map(({ owner, dueOn, ...action }) => ({
      ...action,
      owner: fullName(owner),
      dueOn: dayOfColumn(dueOn),
    })),
    isRunner,
    mayCorrect:
      wasThere && !minutes.publishedAt && minutes.approvedAt !== null && correctionsUntil(minutes.approvedAt) > now,
    // What was asked before publication is between those who were there.
    corrections:
      isRunner || wasThere ? corrections.map(({ person, ...one }) => ({ ...one, by: fullName(person) })) : [],
  };
}

/** What whoever runs the meeting writes in: the text as it is kept, who came, whom an action can be given to. */
export async function findMinutesDesk(actor: Actor, slug: string, now: Date) {
  const row = await db().meeting.findFirst({
    relationLoadStrategy: "join",
    where: { event: { AND: [{ slug, cancellation: null }, permitted(actor, "schedule", "Event", now)] } },
    select: {
      id: true,
      event: { select: EVENT },
      _count: { select: { attendances: { where: { state: "present" } } } },
      minutes: {
        select: {
          body: true,
          publicPart: true,
          version: true,
          approvedAt: true,
          publishedAt: true,
          savedAt: true,
          corrections: { where: { answeredAt: null }, select: { id: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { minutes, event, _count } = row;
  return {
    meetingId: row.id,
    event,
    isOpen: now >= opensAt(event.startsAt),
    present: _count.attendances,
    people: (await listNameable(db(), row.id))
      .flatMap(({ names }) => names.slice(0, 1))
      .sort((a, b) => a.localeCompare(b, "fr")),
    minutes: minutes && {
      ...minutes,
      state: stateOf(minutes),
      blocks: readText(minutes.body),
      waiting: minutes.corrections.length,
    },
  };
}

/** A text as it would be shown, with what its lines lack; null for whoever does not run the meeting. */
export async function previewMinutes(
  actor: Actor,
  { meetingId, body }: { meetingId: string; body: string },
  now: Date,
): Promise<{ blocks: Block[]; problems: LineProblem[] } | null> {
  const meeting = await db().meeting.findFirst({
    where: { id: meetingId, event: permitted(actor, "schedule", "Event", now) },
    select: { event: { select: { startsAt: true } } },
  });
  if (!meeting) return null;
  const blocks = readText(body);
  const { problems } = readLines(blocks, await listNameable(db(), meetingId), dayOf(meeting.event.startsAt));
  return { blocks, problems };
}

/** The meetings `actor` ran whose minutes wait for them: not written, not approved, or asked to be corrected. */
export async function listMinutesToWrite(actor: Actor, now: Date) {
  const rows = await db().meeting.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        { event: permitted(actor, "schedule", "Event", now) },
        {
          event: {
            cancellation: null,
            endsAt: { lte: now, gt: new Date(now.getTime() - 4 * MINUTES_DAYS * 86_400_000) },
          },
          OR: [
            { minutes: null },
            { minutes: { is: { approvedAt: null } } },
            { minutes: { is: { publishedAt: null, corrections: { some: { answeredAt: null } } } } },
          ],
        },
      ],
    },
    orderBy: [{ event: { startsAt: "desc" } }, { id: "asc" }],
    take: 12,
    select: {
      event: { select: { slug: true, title: true, startsAt: true } },
      minutes: { select: { approvedAt: true } },
    },
  });
  return rows.map(({ event, minutes }) => ({ ...event, isApproved: Boolean(minutes?.approvedAt) }));
}
