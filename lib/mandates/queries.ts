import "server-only";
import { cache } from "react";
import type { MandateFunction } from "#lib/generated/prisma/enums";
import { columnOfDay, type Day, dayOf, dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { inForceOn } from "#lib/platform/in-force";
import { readTag } from "#lib/platform/page-tags";
import { isUuid } from "#lib/platform/uuid";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { BOARD_FUNCTIONS } from "./rules.ts";

/** A mandate as the board reads it. */
export interface MandateView {
  id: string;
  function: MandateFunction;
  commission: { slug: string; name: string } | null;
  person: { id: string; name: string };
  startsOn: Day;
  endsOn: Day | null;
  state: "coming" | "current" | "over";
}

const COLUMNS = {
  id: true,
  function: true,
  startsOn: true,
  endsOn: true,
  commission: { select: { slug: true, name: true } },
  person: { select: { id: true, firstName: true, lastName: true } },
} as const;

/** Mandates in force and to come, the board first, then the commissions in their order. */
export async function listMandates(actor: Actor, now: Date): Promise<MandateView[]> {
  authorize(actor, "appoint", "Mandate", now);
  const today = dayOf(now);
  const rows = await db().mandate.findMany({
    relationLoadStrategy: "join",
    where: { OR: [{ endsOn: null }, { endsOn: { gte: columnOfDay(today) } }] },
    orderBy: [{ commission: { position: "asc" } }, { function: "asc" }, { startsOn: "asc" }, { id: "asc" }],
    take: 200,
    select: COLUMNS,
  });
  const views = rows.map((row) => viewOf(row, today));
  return [...views.filter(({ commission }) => !commission), ...views.filter(({ commission }) => commission)];
}

const PAST_PER_PAGE = 25;

/** Mandates that ended, the last first; a page of them, from 1. */
export async function listPastMandates(actor: Actor, page: number, now: Date) {
  authorize(actor, "appoint", "Mandate", now);
  const today = dayOf(now);
  const where = { endsOn: { lt: columnOfDay(today) } };
  const [rows, total] = await Promise.all([
    db().mandate.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [{ endsOn: "desc" }, { id: "desc" }],
      skip: (page - 1) * PAST_PER_PAGE,
      take: PAST_PER_PAGE,
      select: COLUMNS,
    }),
    db().mandate.count({ where }),
  ]);
  return { items: rows.map((row) => viewOf(row, today)), total, perPage: PAST_PER_PAGE };
}

/** One mandate, for the board; null when there is none. */
export async function findMandate(actor: Actor, id: string, now: Date): Promise<MandateView | null> {
  authorize(actor, "appoint", "Mandate", now);
  if (!isUuid(id)) return null;
  const row = await db().mandate.findUnique({ relationLoadStrategy: "join", where: { id }, select: COLUMNS });
  return row && viewOf(row, dayOf(now));
}

/** People who can be appointed: of an active structure, not suspended. */
export interface Candidate {
  id: string;
  name: string;
  structures: string[];
}

const MOST_CANDIDATES = 20;

/** Those whose name holds each of the words typed. */
export async function listCandidates(actor: Actor, words: string, now: Date): Promise<Candidate[]> {
  authorize(actor, "appoint", "Mandate", now);
  return candidates(
    {
      AND: words.split(/\s+/).map((word) => ({
        OR: [
          { firstName: { contains: word, mode: "insensitive" as const } },
          { lastName: { contains: word, mode: "insensitive" as const } },
        ],
      })),
    },
    now,
  );
}

/**
 * One person who may be appointed, as `listCandidates` shows them; null when they may not be.
 *
 * @throws Refusal `forbidden`
 */
export async function findCandidate(actor: Actor, id: string, now: Date): Promise<Candidate | null> {
  authorize(actor, "appoint", "Mandate", now);
  if (!isUuid(id)) return null;
  return (await candidates({ id }, now))[0] ?? null;
}

/** One line of the board as the club presents it. */
export interface BoardLine {
  function: (typeof BOARD_FUNCTIONS)[number];
  name: string;
  isFictional: boolean;
}

/** Who sits on the board today, for everybody. */
export const listBoard = cache(async (now: Date): Promise<BoardLine[]> => {
  readTag("mandate", "person");
  const rows = await db().mandate.findMany({
    where: { AND: [{ function: { in: [...BOARD_FUNCTIONS] } }, inForceOn(dayOf(now))] },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: 50,
    select: { function: true, person: { select: { firstName: true, lastName: true, isFictional: true } } },
  });
  return BOARD_FUNCTIONS.flatMap((held) =>
    rows
      .filter((row) => row.function === held)
      .map(({ person }) => ({
        function: held,
        name: `${person.firstName} ${person.lastName}`,
        isFictional: person.isFictional,
      })),
  );
});

async function candidates(where: object, now: Date): Promise<Candidate[]> {
  const ofActive = { AND: [inForceOn(dayOf(now)), { structure: { status: "active" as const } }] };
  const rows = await db().person.findMany({
    relationLoadStrategy: "join",
    where: { AND: [where, { suspension: { is: null }, affiliations: { some: ofActive } }] },
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
    take: MOST_CANDIDATES,
    select: {
      id: true,
      firstName: true,
      lastName: true,
      affiliations: {
        where: ofActive,
        orderBy: { startsOn: "asc" },
        select: { structure: { select: { name: true } } },
      },
    },
  });
  return rows.map(({ id, firstName, lastName, affiliations }) => ({
    id,
    name: `${firstName} ${lastName}`,
    structures: affiliations.map(({ structure }) => structure.name),
  }));
}

interface Row {
  id: string;
  function: MandateFunction;
  startsOn: Date;
  endsOn: Date | null;
  commission: { slug: string; name: string } | null;
  person: { id: string; firstName: string; lastName: string };
}

function viewOf({ person, startsOn, endsOn, ...row }: Row, today: Day): MandateView {
  const [from, to] = [dayOfColumn(startsOn), endsOn && dayOfColumn(endsOn)];
  return {
    ...row,
    person: { id: person.id, name: `${person.firstName} ${person.lastName}` },
    startsOn: from,
    endsOn: to,
    state: from > today ? "coming" : to !== null && to < today ? "over" : "current",
  };
}
