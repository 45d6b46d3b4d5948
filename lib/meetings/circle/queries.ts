import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { type Db, db, type Tx } from "#lib/platform/db";
import { inForceOn } from "#lib/platform/in-force";
import { authorize, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { PRESIDING } from "#lib/policy/assemblies";

/** Somebody of a commission, of the board, or who speaks for a member: today. */
export interface CirclePerson {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  /** Those that they speak for, one voice each in a quorum; on the board, where each person is one, their own id. */
  structureIds: string[];
  /** Leads the commission, or calls the board. */
  isLead: boolean;
}

/** More people than a commission will ever have. */
const MOST = 2_000;
const IDENTITY = { id: true, email: true, firstName: true, lastName: true } as const;
const NAMES = [{ lastName: "asc" as const }, { firstName: "asc" as const }, { id: "asc" as const }];

/**
 * Who is called to a commission's meetings: the people of its active structures and those who lead it;
 * without a commission, those who sit on the board. Somebody who left this morning is no longer among them.
 */
export async function listCircle(tx: Tx | Db, commissionId: string | null, now: Date): Promise<CirclePerson[]> {
  if (commissionId === null) return listSeats(tx, now);
  const rows = await tx.person.findMany({
    relationLoadStrategy: "join",
    where: inCircle(commissionId, now),
    orderBy: NAMES,
    take: MOST,
    select: {
      ...IDENTITY,
      affiliations: { where: speaks(commissionId, now), select: { structureId: true } },
      mandates: { where: leads(commissionId, now), select: { id: true } },
    },
  });
  return rows.map(({ affiliations, mandates, ...person }) => ({
    ...person,
    structureIds: affiliations.map(({ structureId }) => structureId),
    isLead: mandates.length > 0,
  }));
}

async function listSeats(tx: Tx | Db, now: Date): Promise<CirclePerson[]> {
  const seat = { AND: [inForce(now), { commissionId: null }] };
  const rows = await tx.person.findMany({
    relationLoadStrategy: "join",
    where: { suspension: { is: null }, erasedAt: null, mandates: { some: seat } },
    orderBy: NAMES,
    take: MOST,
    select: { ...IDENTITY, mandates: { where: seat, select: { function: true } } },
  });
  return rows.map(({ mandates, ...person }) => ({
    ...person,
    structureIds: [person.id],
    isLead: mandates.some(({ function: held }) => PRESIDING.includes(held)),
  }));
}

/**
 * Who is called to a general assembly: the référents of the members whose dues are not late. A structure has
 * one vote, whoever of its people comes.
 */
export async function listElectors(tx: Tx | Db, now: Date): Promise<CirclePerson[]> {
  const speaks = { AND: [inForce(now), { role: "primary_contact" as const, structure: inOrder(now) }] };
  const rows = await tx.person.findMany({
    relationLoadStrategy: "join",
    where: { suspension: { is: null }, affiliations: { some: speaks } },
    orderBy: NAMES,
    take: MOST,
    select: { ...IDENTITY, affiliations: { where: speaks, select: { structureId: true } } },
  });
  return rows.map(({ affiliations, ...person }) => ({
    ...person,
    structureIds: affiliations.map(({ structureId }) => structureId),
    isLead: false,
  }));
}

/** A member in order: active, and no call for dues that is late. */
export function inOrder(now: Date): Prisma.StructureWhereInput {
  return {
    status: "active",
    feeCalls: { none: { balanceCents: { gt: 0 }, dueOn: { lt: columnOfDay(dayOf(now)) } } },
  };
}

/**
 * Who is told of what waits for a commission's lead: those who lead it today, deputies too; those who call the board
 * for the board's own, and for a commission that nobody leads, which they are then the ones to provide for.
 */
export async function listLeads(tx: Tx | Db, commissionId: string | null, now: Date): Promise<Leads> {
  const people = commissionId
    ? await tx.person.findMany({
        where: { suspension: { is: null }, mandates: { some: leads(commissionId, now) } },
        orderBy: { id: "asc" },
        take: 20,
        select: IDENTITY,
      })
    : [];
  if (people.length > 0) return { people, isOrphan: false };
  const presiding = (await listSeats(tx, now)).filter(({ isLead }) => isLead);
  return { people: presiding, isOrphan: commissionId !== null };
}

export interface Leads {
  people: { id: string; email: string; firstName: string; lastName: string }[];
  /** Nobody leads the commission: the others are told in their place. */
  isOrphan: boolean;
}

/** The commission of this slug with its people, for who schedules its meetings; null for anybody else. */
export async function findLedCommission(actor: Actor, slug: string, now: Date) {
  const commission = await db().commission.findFirst({
    where: { AND: [{ slug }, permitted(actor, "schedule", "Commission", now)] },
    select: { id: true, slug: true, name: true },
  });
  if (!commission) return null;
  const people = await listCircle(db(), commission.id, now);
  return { ...commission, people: people.map(nameOf) };
}

/** Those who sit on the board, for who calls them. */
export async function listBoardPeople(actor: Actor, now: Date) {
  authorize(actor, "preside", "Assembly", now);
  return (await listCircle(db(), null, now)).map(nameOf);
}

function nameOf({ id, firstName, lastName, isLead }: CirclePerson) {
  return { id, name: `${firstName} ${lastName}`, isLead };
}

function inCircle(commissionId: string, now: Date): Prisma.PersonWhereInput {
  return {
    suspension: { is: null },
    OR: [{ affiliations: { some: speaks(commissionId, now) } }, { mandates: { some: leads(commissionId, now) } }],
  };
}

function speaks(commissionId: string, now: Date): Prisma.AffiliationWhereInput {
  return { AND: [inForce(now), { structure: { status: "active", commissions: { some: { commissionId } } } }] };
}

function leads(commissionId: string, now: Date): Prisma.MandateWhereInput {
  return { AND: [inForce(now), { commissionId }] };
}

function inForce(now: Date) {
  return inForceOn(dayOf(now));
}
