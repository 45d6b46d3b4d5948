import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { permitted, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { missingBeforeSubmission, ruleOfLot, seatOf } from "./rules.ts";
import { fingerprintOfTerms } from "./workspace.ts";

const MOST = 100;
const TENDER = { id: true, subject: true, buyer: true, respondBefore: true } as const;
/** What `ruleOfLot` reads. */
const RULED = {
  multipleCandidacyRule: true,
  standsFor: {
    select: { multipleCandidacyRule: true, tender: { select: { multipleCandidacyRule: true } } },
  },
} as const;
const IN_SEAT = { joinedAt: { not: null }, leftAt: null } as const;
const WAITING = { joinedAt: null, declinedAt: null, leftAt: null, consortium: { state: "building" } } as const;

/** The consortia that `actor` may enter: those under way by deadline, then the others, the last first. */
export async function listOwnConsortia(actor: Actor, { tenderId }: { tenderId?: string }, now: Date) {
  if (tenderId && !isUuid(tenderId)) return { underWay: [], settled: [] };
  const rows = await db().consortium.findMany({
    relationLoadStrategy: "join",
    where: { AND: [readable(actor, "Consortium", now), tenderId ? { tender: sameTender(tenderId) } : {}] },
    orderBy: [{ tender: { respondBefore: "desc" } }, { id: "desc" }],
    take: MOST,
    select: {
      id: true,
      state: true,
      tender: { select: TENDER },
      leadStructure: { select: { name: true } },
      seats: { where: IN_SEAT, select: { structureId: true }, take: MOST },
    },
  });
  const items = rows.map(({ seats, leadStructure, ...row }) => {
    const seat = actor.kind === "person" ? seatOf(actor, row.id) : null;
    return { ...row, lead: leadStructure.name, members: seats.length, role: roleIn(seat) };
  });
  const underWay = items.filter(({ state }) => state === "building" || state === "submitted").reverse();
  return { underWay, settled: items.filter((item) => !underWay.includes(item)) };
}
export type OwnConsortiumRow = Awaited<ReturnType<typeof listOwnConsortia>>["underWay"][number];

/** A notice, and those that were merged into it: their consortia stay with their lots. */
function sameTender(id: string) {
  return { OR: [{ id }, { mergedIntoId: id }] };
}

function roleIn(seat: { isLead: boolean } | null): "lead" | "member" | "guest" {
  if (!seat) return "guest";
  return seat.isLead ? "lead" : "member";
}

/** Invitations that wait for an answer of one's structures. */
export async function listConsortiumInvitations(actor: Actor, { tenderId }: { tenderId?: string }, now: Date) {
  if (tenderId && !isUuid(tenderId)) return [];
  return db().consortiumSeat.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [permitted(actor, "join", "ConsortiumSeat", now), WAITING],
      ...(tenderId ? { consortium: { state: "building", tender: sameTender(tenderId) } } : {}),
    },
    orderBy: { invitedAt: "desc" },
    take: MOST,
    select: {
      structure: { select: { id: true, name: true } },
      invitedAt: true,
      consortium: {
        select: { id: true, tender: { select: TENDER }, leadStructure: { select: { name: true } } },
      },
    },
  });
}

/** An invitation as it is read before it is answered: for what, with whom, which parts; null to a stranger. */
export async function findConsortiumInvitation(actor: Actor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  const seats = await db().consortiumSeat.findMany({
    relationLoadStrategy: "join",
    where: { AND: [{ consortiumId: id }, permitted(actor, "join", "ConsortiumSeat", now), WAITING] },
    orderBy: { structureId: "asc" },
    take: MOST,
    select: {
      structure: { select: { id: true, name: true } },
      message: true,
      offers: {
        orderBy: { lotId: "asc" },
        take: 200,
        select: {
          lotId: true,
          shareBasisPoints: true,
          lot: { select: { lot: { select: { number: true, title: true } } } },
        },
      },
      consortium: {
        select: {
          id: true,
          form: true,
          justification: true,
          tender: { select: { ...TENDER, multipleCandidacyRule: true } },
          leadStructure: { select: { name: true } },
          seats: { where: IN_SEAT, take: MOST, select: { structure: { select: { name: true } } } },
          lots: {
            take: 200,
            select: {
              contractLotId: true,
              lot: { select: { id: true, number: true, ...RULED } },
            },
          },
        },
      },
    },
  });
  const acting = actor.kind === "person" ? actor.actingFor?.id : undefined;
  const seat = seats.find(({ structure }) => structure.id === acting) ?? seats[0];
  if (!seat) return null;
  const { consortium, offers, ...own } = seat;
  const { lots, seats: members, leadStructure, tender, ...terms } = consortium;
  return {
    ...own,
    ...terms,
    /** What joining agrees to. */
    fingerprint: fingerprintOfTerms({ form: terms.form, parts: offers }),
    tender,
    lead: leadStructure.name,
    members: members.map(({ structure }) => structure.name),
    offers: offers.map(({ lot: { lot }, shareBasisPoints }) => ({ ...lot, shareBasisPoints })),
    lotsToRead: lots.filter(({ lot }) => ruleOfLot(lot, tender) === "not_read").map(({ lot }) => lot.number),
    elsewhere: await partsElsewhere(actor, { id, structureId: own.structure.id, contracts: lots }),
  };
}

/** Numbers of the lots of which one's own structure has a part in another live consortium: told to itself only. */
async function partsElsewhere(
  actor: Actor,
  {
    id,
    structureId,
    contracts,
  }: { id: string; structureId: string; contracts: { contractLotId: string; lot: { number: number } }[] },
): Promise<number[]> {
  if (actor.kind !== "person" || !actor.structures.some((own) => own.id === structureId)) return [];
  const rows = await db().consortiumMember.findMany({
    where: {
      structureId,
      bid: { contractLotId: { in: contracts.map(({ contractLotId }) => contractLotId) } },
      consortiumId: { not: id },
      consortium: { state: { not: "dropped" } },
    },
    take: 200,
    select: { bid: { select: { contractLotId: true } } },
  });
  const elsewhere = new Set(rows.map(({ bid }) => bid.contractLotId));
  return contracts
    .flatMap(({ contractLotId, lot }) => (elsewhere.has(contractLotId) ? [lot.number] : []))
    .sort((a, b) => a - b);
}

const WHOLE = {
  id: true,
  state: true,
  form: true,
  justification: true,
  leadStructureId: true,
  successorId: true,
  openedAt: true,
  tender: { select: { ...TENDER, withdrawnAt: true, url: true, procedure: true, multipleCandidacyRule: true } },
  leadStructure: { select: { name: true, status: true } },
  successor: { select: { name: true } },
  lots: {
    take: 200,
    select: {
      contractLotId: true,
      lot: { select: { id: true, number: true, title: true, withdrawnAt: true, ...RULED } },
    },
  },
  seats: {
    orderBy: [{ joinedAt: "asc" }, { invitedAt: "asc" }],
    take: MOST,
    select: {
      structure: { select: { id: true, name: true, slug: true, status: true } },
      invitedAt: true,
      joinedAt: true,
      declinedAt: true,
      leftAt: true,
      reason: true,
      givenStays: true,
      agreedAt: true,
      showsAmount: true,
      offers: { take: 200, select: { lotId: true, shareBasisPoints: true } },
    },
  },
  members: { take: 1_000, select: { lotId: true, structureId: true, shareBasisPoints: true } },
  steps: {
    orderBy: { position: "asc" },
    take: MOST,
    select: { position: true, state: true, reason: true, takenAt: true },
  },
  outcome: { select: { lesson: true, amountCents: true } },
} satisfies Prisma.ConsortiumSelect;

type Row = Prisma.ConsortiumGetPayload<{ select: typeof WHOLE }>;

export type ConsortiumView = NonNullable<Awaited<ReturnType<typeof findConsortium>>>;

/** The whole of a consortium for whoever is in it: its lots and parts, its members, its history; null to a stranger. */
export async function findConsortium(actor: Actor, id: string, now: Date) {
  if (!isUuid(id) || actor.kind !== "person") return null;
  const row = await db().consortium.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id }, readable(actor, "Consortium", now)] },
    select: WHOLE,
  });
  if (!row) return null;
  const { members: parts, lots, seats, leadStructure, successor, ...consortium } = row;
  const seat = seatOf(actor, id);
  const bids = lots.map((bid) => bidOf(bid, consortium.tender, parts)).sort((a, b) => a.number - b.number);
  const members = seats.filter(({ joinedAt, leftAt }) => joinedAt && !leftAt);
  return {
    ...consortium,
    lead: leadStructure.name,
    isLeadGone: leadStructure.status !== "active",
    successor: successor?.name ?? null,
    lots: bids,
    members,
    invited: seats.filter(({ joinedAt, declinedAt }) => !joinedAt && !declinedAt),
    gone: seats.filter(({ declinedAt, leftAt }) => declinedAt || leftAt),
    own: seat && {
      ...seat,
      fingerprint: fingerprintOfTerms({
        form: consortium.form,
        parts: parts.filter(({ structureId }) => structureId === seat.structureId),
      }),
    },
    missing: missingBeforeSubmission({
      lots: bids,
      seats: members.map(({ structure, agreedAt }) => ({
        name: structure.name,
        hasAgreed: agreedAt !== null,
        hasPart: bids.some(
          (bid) => !bid.isWithdrawn && bid.parts.some(({ structureId }) => structureId === structure.id),
        ),
      })),
    }),
    elsewhere: seat ? await partsElsewhere(actor, { id, structureId: seat.structureId, contracts: lots }) : [],
  };
}

/** A lot as the consortium answers it: who takes which part, and how much is taken. */
function bidOf(
  { lot: { withdrawnAt, standsFor, ...lot } }: Row["lots"][number],
  tender: Row["tender"],
  parts: Row["members"],
) {
  const own = parts.filter(({ lotId }) => lotId === lot.id);
  return {
    ...lot,
    isWithdrawn: withdrawnAt !== null,
    rule: ruleOfLot({ ...lot, standsFor }, tender),
    parts: own.map(({ structureId, shareBasisPoints }) => ({ structureId, shareBasisPoints })),
    taken: own.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0),
  };
}
