import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { type Db, db, type Tx } from "#lib/platform/db";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** Somebody of a commission, today. */
export interface CirclePerson {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  /** Those of the commission that they speak for: one voice each in a quorum. */
  structureIds: string[];
  isLead: boolean;
}

/** More people than a commission will ever have. */
const MOST = 2_000;

/**
 * Who is called to a commission's meetings: the people of its active structures and those who lead it.
 * Somebody who left this morning is no longer among them.
 */
export async function listCircle(tx: Tx | Db, commissionId: string, now: Date): Promise<CirclePerson[]> {
  const rows = await tx.person.findMany({
    relationLoadStrategy: "join",
    where: inCircle(commissionId, now),
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      id: true,
      email: true,
      firstName: true,
      lastName: true,
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

/** Those who lead the commission today, deputies too: who is told of what waits for its lead. */
export async function listLeads(tx: Tx, commissionId: string, now: Date) {
  return tx.person.findMany({
    where: { suspension: { is: null }, mandates: { some: leads(commissionId, now) } },
    orderBy: { id: "asc" },
    take: 20,
    select: { id: true, email: true, firstName: true, lastName: true },
  });
}

/** The commission of this slug with its people, for who schedules its meetings; null for anybody else. */
export async function findLedCommission(actor: Actor, slug: string, now: Date) {
  const commission = await db().commission.findFirst({
    where: { AND: [{ slug }, permitted(actor, "schedule", "Commission", now)] },
    select: { id: true, slug: true, name: true },
  });
  if (!commission) return null;
  const people = await listCircle(db(), commission.id, now);
  return {
    ...commission,
    people: people.map(({ id, firstName, lastName, isLead }) => ({ id, name: `${firstName} ${lastName}`, isLead })),
  };
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
  const today = columnOfDay(dayOf(now));
  return { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] };
}
