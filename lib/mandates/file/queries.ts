import "server-only";
import { getClub } from "#lib/club/queries";
import type { ExpectationState } from "#lib/generated/prisma/enums";
import { listRhythms } from "#lib/meetings/queries";
import type { Rhythm } from "#lib/meetings/rules";
import { fullName } from "#lib/people/rules";
import { addDays, columnOfDay, type Day, dayOf, dayOfColumn, fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { inForceOn } from "#lib/platform/in-force";
import { permitted, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { writeHandover } from "./documents.ts";
import { daysLeft, dueIn, type MandateFacts } from "./rules.ts";

/** Where nobody leads, the file tells of the last year. */
const WITHOUT_MANDATE = 365;

/** The mandate of a commission's lead: what is due, what was done, and what the next one must know. */
export interface MandateFile {
  commission: { slug: string; name: string; mission: string };
  /** Null: nobody leads the commission today. */
  lead: { name: string; startsOn: Day; endsOn: Day | null; daysLeft: number | null; remindedOn: Day | null } | null;
  successor: { name: string; startsOn: Day } | null;
  since: Day;
  rhythm: Rhythm | null;
  due: string[];
  meetings: { slug: string; title: string; day: Day; present: number; hasMinutes: boolean }[];
  /** Expectations that were answered in the mandate. */
  answered: number;
  syntheses: { id: string; presentedAt: Date }[];
  /** What is still to be settled, by voices. */
  expectations: { id: string; title: string; state: ExpectationState; voices: number; voicedOn: Day }[];
  polls: { id: string; title: string; deadline: Date }[];
  decisions: { number: string; title: string; decidedOn: Day }[];
  contacts: { structure: string; name: string; email: string; position: string | null }[];
}

/**
 * The file of a commission's mandate, for its lead and deputy, for whoever is appointed to follow them, and for
 * the board; null for anybody else.
 */
export async function findMandateFile(actor: Actor, slug: string, now: Date): Promise<MandateFile | null> {
  const today = dayOf(now);
  const found = await findCommissionOf(actor, slug, now);
  if (!found) return null;
  const { id: commissionId, ...commission } = found;
  const [lead, successor] = await findHolders(commissionId, today);
  const since = lead?.startsOn ?? addDays(today, -WITHOUT_MANDATE);
  const [rhythms, meetings, answered, syntheses, expectations, polls, decisions, contacts] = await Promise.all([
    listRhythms(now),
    listMeetings(commissionId, since, now),
    countAnswered(commissionId, since),
    listSyntheses(commissionId, since),
    listUnsettled(commissionId),
    listOpenPolls(commissionId),
    listDecisions(actor, commissionId, now),
    listContacts(commissionId, today),
  ]);
  const rhythm = rhythms.find((one) => one.slug === slug)?.rhythm ?? null;
  const facts: MandateFacts = {
    startsOn: since,
    endsOn: lead?.endsOn ?? null,
    hasSuccessor: successor !== null,
    rhythm,
    meetings,
    unanswered: expectations
      .filter(({ state }) => state === "voiced" || state === "under_study")
      .map(({ voicedOn }) => voicedOn),
    polls: polls.length,
    lastSynthesisOn: syntheses[0] ? dayOf(syntheses[0].presentedAt) : null,
  };
  return {
    commission,
    lead: lead && { ...lead, daysLeft: daysLeft(lead.endsOn, today) },
    successor,
    since,
    rhythm,
    due: dueIn(facts, today),
    meetings,
    answered,
    syntheses,
    expectations,
    polls,
    decisions,
    contacts,
  };
}

/** The same on paper, to hand over; null for whoever may not read it. */
export async function findHandoverPdf(actor: Actor, slug: string, now: Date) {
  const file = await findMandateFile(actor, slug, now);
  return file && (await writeHandover(file, await getClub(), dayOf(now)));
}

/** The commissions that `actor` is appointed to lead, and does not lead yet. */
export async function listComingMandates(actor: Actor, now: Date) {
  if (actor.kind !== "person") return [];
  const rows = await db().mandate.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        { personId: actor.personId, commissionId: { not: null }, startsOn: { gt: columnOfDay(dayOf(now)) } },
        permitted(actor, "handOver", "Mandate", now),
      ],
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: 10,
    select: { startsOn: true, commission: { select: { slug: true, name: true } } },
  });
  return rows.flatMap(({ startsOn, commission }) =>
    commission ? [{ ...commission, startsOn: dayOfColumn(startsOn) }] : [],
  );
}

/** The commission whose mandate `actor` may hand over or take over. */
async function findCommissionOf(actor: Actor, slug: string, now: Date) {
  const mandate = await db().mandate.findFirst({
    relationLoadStrategy: "join",
    where: {
      AND: [
        { function: { in: ["lead", "deputy"] }, commission: { slug } },
        { OR: [{ endsOn: null }, { endsOn: { gte: columnOfDay(dayOf(now)) } }] },
        permitted(actor, "handOver", "Mandate", now),
      ],
    },
    select: { commission: { select: { id: true, slug: true, name: true, mission: true } } },
  });
  return mandate?.commission ?? null;
}

/** Who leads today, and who is appointed to follow. */
async function findHolders(commissionId: string, today: Day) {
  const [current, next] = await Promise.all([
    db().mandate.findFirst({
      relationLoadStrategy: "join",
      where: { AND: [{ commissionId, function: "lead" }, inForceOn(today)] },
      select: {
        startsOn: true,
        endsOn: true,
        person: { select: { firstName: true, lastName: true } },
        reminders: { orderBy: { sentOn: "desc" }, take: 1, select: { sentOn: true } },
      },
    }),
    db().mandate.findFirst({
      relationLoadStrategy: "join",
      where: { commissionId, function: "lead", startsOn: { gt: columnOfDay(today) } },
      orderBy: { startsOn: "asc" },
      select: { startsOn: true, person: { select: { firstName: true, lastName: true } } },
    }),
  ]);
  const lead = current && {
    name: fullName(current.person),
    startsOn: dayOfColumn(current.startsOn),
    endsOn: current.endsOn && dayOfColumn(current.endsOn),
    remindedOn: current.reminders[0] ? dayOfColumn(current.reminders[0].sentOn) : null,
  };
  return [lead, next && { name: fullName(next.person), startsOn: dayOfColumn(next.startsOn) }] as const;
}

async function listMeetings(commissionId: string, since: Day, now: Date) {
  const events = await db().event.findMany({
    relationLoadStrategy: "join",
    where: {
      commissionId,
      kind: "commission_meeting",
      startsAt: { gte: fromParis(since, "00:00") },
      endsAt: { lte: now },
      cancellation: { is: null },
    },
    orderBy: { startsAt: "desc" },
    take: 36,
    select: {
      slug: true,
      title: true,
      startsAt: true,
      meeting: {
        select: {
          minutes: { select: { publishedAt: true } },
          _count: { select: { attendances: { where: { state: "present" } } } },
        },
      },
    },
  });
  return events.map(({ startsAt, meeting, ...event }) => ({
    ...event,
    day: dayOf(startsAt),
    present: meeting?._count.attendances ?? 0,
    hasMinutes: Boolean(meeting?.minutes?.publishedAt),
  }));
}

async function countAnswered(commissionId: string, since: Day): Promise<number> {
  return await db().expectation.count({
    where: {
      commissionId,
      mergedIntoId: null,
      state: { notIn: ["voiced", "under_study"] },
      stateSince: { gte: fromParis(since, "00:00") },
    },
  });
}

async function listSyntheses(commissionId: string, since: Day) {
  const rows = await db().synthesis.findMany({
    where: { commissionId, presentedAt: { gte: fromParis(since, "00:00") } },
    orderBy: { presentedAt: "desc" },
    take: 12,
    select: { id: true, presentedAt: true },
  });
  return rows.flatMap(({ id, presentedAt }) => (presentedAt ? [{ id, presentedAt }] : []));
}

async function listUnsettled(commissionId: string) {
  const rows = await db().expectation.findMany({
    where: { commissionId, mergedIntoId: null, state: { notIn: ["done", "set_aside"] } },
    orderBy: [{ voiceCount: "desc" }, { id: "desc" }],
    take: 60,
    select: { id: true, title: true, state: true, voiceCount: true, voicedAt: true },
  });
  return rows.map(({ voiceCount, voicedAt, ...rest }) => ({ ...rest, voices: voiceCount, voicedOn: dayOf(voicedAt) }));
}

async function listOpenPolls(commissionId: string) {
  return await db().poll.findMany({
    where: {
      commissionId,
      eventId: null,
      OR: [{ closing: { is: null } }, { closing: { slotId: null, abandonedAt: null } }],
    },
    orderBy: [{ openedAt: "desc" }, { id: "asc" }],
    take: 10,
    select: { id: true, title: true, deadline: true },
  });
}

async function listDecisions(actor: Actor, commissionId: string, now: Date) {
  const rows = await db().decision.findMany({
    where: { AND: [{ commissionId, supersededById: null }, readable(actor, "Decision", now)] },
    orderBy: [{ decidedOn: "desc" }, { number: "desc" }],
    take: 12,
    select: { number: true, title: true, decidedOn: true },
  });
  return rows.map(({ decidedOn, ...rest }) => ({ ...rest, decidedOn: dayOfColumn(decidedOn) }));
}

async function listContacts(commissionId: string, today: Day) {
  const rows = await db().affiliation.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        inForceOn(today),
        {
          structure: { status: "active", commissions: { some: { commissionId } } },
          person: { suspension: { is: null } },
        },
      ],
    },
    orderBy: [{ structure: { name: "asc" } }, { role: "asc" }, { id: "asc" }],
    take: 500,
    select: {
      position: true,
      structure: { select: { name: true } },
      person: { select: { firstName: true, lastName: true, email: true } },
    },
  });
  return rows.map(({ position, structure, person }) => ({
    structure: structure.name,
    name: fullName(person),
    email: person.email,
    position,
  }));
}
