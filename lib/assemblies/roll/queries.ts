import "server-only";
import type { AssemblyKind } from "#lib/generated/prisma/enums";
import { dayOf } from "#lib/platform/dates";
import type { Db, Tx } from "#lib/platform/db";
import { inForceOn } from "#lib/platform/in-force";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { type Presence, presenceOf, type Quorum, quorumAmong } from "../rules.ts";

/** More votes than the club will ever have. */
const MOST = 5_000;

export interface VoterView {
  id: string;
  /** Of the structure, or of the person of the board. */
  name: string;
  presence: Presence;
  /** Who votes for them. */
  holder: { id: string; name: string; isOnPaper: boolean } | null;
  /** How many proxies they hold. */
  holds: number;
  /** Who may speak for them, the référents first. */
  people: string[];
}

/** Who votes at an assembly, and who of them is there. */
export interface RollView {
  meetingId: string;
  eventId: string;
  kind: AssemblyKind;
  startsAt: Date;
  endsAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  isCancelled: boolean;
  proxiesPerHolder: number;
  presidentDecidesTies: boolean;
  voters: VoterView[];
  quorum: Quorum;
  /** People who are there. */
  present: Set<string>;
}

/** The list of voters as it is now, whoever asks: what may be seen of it is the caller's business. Two statements. */
export async function loadRoll(tx: Tx | Db, meetingId: string): Promise<RollView> {
  const { quorumPercent, meeting, ...assembly } = await tx.assembly.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { meetingId },
    select: {
      meetingId: true,
      kind: true,
      openedAt: true,
      closedAt: true,
      quorumPercent: true,
      proxiesPerHolder: true,
      presidentDecidesTies: true,
      meeting: {
        select: {
          attendances: { where: { state: "present" }, select: { personId: true } },
          event: { select: { id: true, startsAt: true, endsAt: true, cancellation: { select: { eventId: true } } } },
        },
      },
    },
  });
  const { id: eventId, cancellation, ...event } = meeting.event;
  const present = new Set(meeting.attendances.map(({ personId }) => personId));
  const rows = await listVoters(tx, meetingId, event.startsAt);
  const there = new Set(rows.filter(({ people }) => people.some((id) => present.has(id))).map(({ id }) => id));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const voters = rows.map(({ given, ...row }) => ({
    ...row,
    presence: presenceOf({ id: row.id, holderId: given?.holderId ?? null }, there),
    holder: given && { id: given.holderId, name: names.get(given.holderId) ?? "", isOnPaper: given.isOnPaper },
  }));
  return {
    ...assembly,
    ...event,
    eventId,
    isCancelled: cancellation !== null,
    voters,
    present,
    quorum: quorumAmong(
      voters.map(({ presence }) => presence),
      quorumPercent,
    ),
  };
}

/** The people of the day of the meeting speak for their structure, also when the list is read years later. */
async function listVoters(tx: Tx | Db, assemblyId: string, startsAt: Date) {
  const rows = await tx.assemblyVoter.findMany({
    relationLoadStrategy: "join",
    where: { assemblyId },
    orderBy: [{ structure: { name: "asc" } }, { person: { lastName: "asc" } }, { id: "asc" }],
    take: MOST,
    select: {
      id: true,
      personId: true,
      person: { select: { firstName: true, lastName: true } },
      structure: {
        select: {
          name: true,
          affiliations: {
            where: inForceOn(dayOf(startsAt)),
            orderBy: [{ role: "asc" }, { startsOn: "asc" }, { id: "asc" }],
            select: { personId: true },
          },
        },
      },
      given: { select: { holderId: true, isOnPaper: true } },
      _count: { select: { held: true } },
    },
  });
  return rows.map(({ id, personId, person, structure, given, _count }) => ({
    id,
    name: structure?.name ?? `${person?.firstName} ${person?.lastName}`,
    people: structure?.affiliations.map((one) => one.personId) ?? (personId ? [personId] : []),
    given,
    holds: _count.held,
  }));
}

/** The votes that are `actor`'s own at this assembly: of their structures, or their seat on the board. */
export async function listOwnVotes(tx: Tx | Db, actor: Actor, assemblyId: string, now: Date): Promise<string[]> {
  const rows = await tx.assemblyVoter.findMany({
    where: { AND: [{ assemblyId }, permitted(actor, "vote", "AssemblyVoter", now)] },
    orderBy: { id: "asc" },
    take: 100,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The votes that `actor`, who is there, casts: their own, and those of the absent who gave them their proxy. */
export function voicesOf(actor: Actor, { voters, present }: RollView, own: string[]): VoterView[] {
  if (actor.kind !== "person" || !present.has(actor.personId)) return [];
  return voters.filter(
    ({ id, presence, holder }) =>
      own.includes(id) || (presence === "represented" && holder !== null && own.includes(holder.id)),
  );
}
