import "server-only";
import { getClub } from "#lib/club/queries";
import type { AssemblyKind, ChoiceStance, Majority, MeetingFormat, ResolutionKind } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { can, permitted, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { writeResults } from "./documents.ts";
import { listOwnVotes, loadRoll, type VoterView, voicesOf } from "./roll/queries.ts";
import type { Quorum } from "./rules.ts";

export interface ChoiceView {
  id: string;
  stance: ChoiceStance;
  label: string;
  /** Null until the vote is closed. */
  votes: number | null;
  isElected: boolean;
}

export interface ResolutionView {
  id: string;
  position: number;
  kind: ResolutionKind;
  title: string;
  text: string;
  isSecret: boolean;
  majority: Majority;
  seats: number;
  state: "planned" | "open" | "settled";
  choices: ChoiceView[];
  /** How many have voted. */
  ballots: number;
  /** Who has; while a secret vote is open, no more than the reader's own voices: the others' would be told by their turn. */
  roll: string[];
  outcome: {
    closedAt: Date;
    called: number;
    present: number;
    represented: number;
    quorum: number;
    cast: number;
    isAdopted: boolean | null;
  } | null;
}

/** An assembly as one of those who may read it sees it. */
export interface AssemblyView {
  meetingId: string;
  eventId: string;
  slug: string;
  kind: AssemblyKind;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  format: MeetingFormat;
  /** For those called. */
  videoUrl: string | null;
  cancellation: { reason: string } | null;
  state: "convened" | "open" | "closed" | "adjourned" | "cancelled";
  firstCall: string | null;
  secondCall: string | null;
  proxiesPerHolder: number;
  voters: VoterView[];
  quorum: Quorum;
  resolutions: ResolutionView[];
  /** The reader's own votes. */
  own: VoterView[];
  /** Those that they may cast now: own and by proxy. */
  voices: VoterView[];
  /** They are noted as being there. */
  isHere: boolean;
  mayPreside: boolean;
}

const RESOLUTION = {
  id: true,
  position: true,
  kind: true,
  title: true,
  text: true,
  isSecret: true,
  majority: true,
  seats: true,
  openedAt: true,
  roll: { orderBy: { voterId: "asc" }, select: { voterId: true } },
  choices: {
    orderBy: { position: "asc" },
    select: { id: true, stance: true, label: true, votes: true, isElected: true },
  },
  outcome: {
    select: {
      closedAt: true,
      called: true,
      present: true,
      represented: true,
      quorum: true,
      cast: true,
      isAdopted: true,
    },
  },
} as const;

const CALL = { select: { meeting: { select: { event: { select: { slug: true } } } } } } as const;

/** The assembly of this address; null when there is none that `actor` may read. Four statements, however many vote. */
export async function findAssembly(actor: Actor, slug: string, now: Date): Promise<AssemblyView | null> {
  const row = await db().assembly.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ meeting: { event: { slug } } }, readable(actor, "Assembly", now)] },
    select: {
      meetingId: true,
      lackedQuorum: true,
      firstCall: CALL,
      secondCall: CALL,
      resolutions: { orderBy: { position: "asc" }, take: 100, select: RESOLUTION },
      meeting: {
        select: {
          format: true,
          videoUrl: true,
          event: {
            select: {
              slug: true,
              title: true,
              description: true,
              place: true,
              cancellation: { select: { reason: true } },
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { meeting, firstCall, secondCall, lackedQuorum } = row;
  const [roll, ownIds] = await Promise.all([
    loadRoll(db(), row.meetingId),
    listOwnVotes(db(), actor, row.meetingId, now),
  ]);
  const { event, format } = meeting;
  const { present, presidentDecidesTies, openedAt, closedAt, isCancelled, ...shown } = roll;
  const own = roll.voters.filter(({ id }) => ownIds.includes(id));
  const voices = voicesOf(actor, roll, ownIds);
  return {
    ...shown,
    ...event,
    format,
    videoUrl: own.length > 0 ? meeting.videoUrl : null,
    state: isCancelled
      ? "cancelled"
      : closedAt
        ? lackedQuorum
          ? "adjourned"
          : "closed"
        : openedAt
          ? "open"
          : "convened",
    firstCall: firstCall?.meeting.event.slug ?? null,
    secondCall: secondCall?.meeting.event.slug ?? null,
    resolutions: row.resolutions.map(({ openedAt: from, roll: voted, ...resolution }) => ({
      ...resolution,
      state: resolution.outcome ? "settled" : from ? "open" : "planned",
      ballots: voted.length,
      roll: voted
        .map(({ voterId }) => voterId)
        .filter((id) => !resolution.isSecret || resolution.outcome || voices.some((voice) => voice.id === id)),
    })),
    own,
    voices,
    isHere: actor.kind === "person" && present.has(actor.personId),
    mayPreside: can(actor, "preside", "Assembly", now),
  };
}

/** The assemblies that `actor` may read, the latest first. */
export async function listAssemblies(actor: Actor, now: Date) {
  const rows = await db().assembly.findMany({
    relationLoadStrategy: "join",
    where: readable(actor, "Assembly", now),
    orderBy: [{ meeting: { event: { startsAt: "desc" } } }, { meetingId: "asc" }],
    take: 30,
    select: {
      kind: true,
      openedAt: true,
      closedAt: true,
      _count: { select: { resolutions: true } },
      meeting: {
        select: {
          event: {
            select: {
              slug: true,
              title: true,
              startsAt: true,
              endsAt: true,
              place: true,
              cancellation: { select: { eventId: true } },
            },
          },
        },
      },
    },
  });
  return rows.map(({ meeting: { event }, _count, openedAt, closedAt, ...assembly }) => ({
    ...assembly,
    ...event,
    isOpen: openedAt !== null && closedAt === null,
    isOver: closedAt !== null,
    resolutions: _count.resolutions,
  }));
}

export type AssemblyLine = Awaited<ReturnType<typeof listAssemblies>>[number];

/** An assembly that lacked its quorum and may be called a second time; null when `slug` names none. */
export async function findFirstCall(actor: Actor, slug: string, now: Date) {
  const row = await db().assembly.findFirst({
    relationLoadStrategy: "join",
    where: {
      AND: [
        { meeting: { event: { slug } }, lackedQuorum: true, secondCall: { is: null } },
        permitted(actor, "preside", "Assembly", now),
      ],
    },
    select: {
      meetingId: true,
      kind: true,
      meeting: { select: { event: { select: { title: true, description: true } } } },
    },
  });
  if (!row) return null;
  const { meeting, ...assembly } = row;
  return { ...assembly, ...meeting.event };
}

/** The results on paper, once the session is closed; null before, or for whoever may not read them. */
export async function findResultsPdf(actor: Actor, slug: string, now: Date) {
  const assembly = await findAssembly(actor, slug, now);
  if (!assembly || (assembly.state !== "closed" && assembly.state !== "adjourned")) return null;
  return await writeResults(assembly, await getClub());
}
