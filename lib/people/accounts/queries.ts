import "server-only";
import { dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { inForceOn } from "#lib/platform/in-force";
import { isUuid } from "#lib/platform/uuid";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { AccountFilter } from "./schema.ts";

const PER_PAGE = 50;

/** A line of the list of accounts. */
export type AccountRow = Awaited<ReturnType<typeof listAccounts>>["items"][number];

/** Everybody who can sign in, by name; a page of them, from 1. For the administrators. */
export async function listAccounts(
  actor: Actor,
  { q, filter, page }: { q?: string; filter?: AccountFilter; page: number },
  now: Date,
) {
  authorize(actor, "administer", "Person", now);
  const where = { AND: [...wordsOf(q), filter ? conditionOf(filter, now) : {}] };
  const [rows, total] = await Promise.all([
    db().person.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: accountColumns(now),
    }),
    db().person.count({ where }),
  ]);
  return { items: rows.map(viewOf), total, perPage: PER_PAGE };
}

/** One account; null when there is none. */
export async function findAccount(actor: Actor, id: string, now: Date) {
  authorize(actor, "administer", "Person", now);
  if (!isUuid(id)) return null;
  const row = await db().person.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: accountColumns(now),
  });
  return row && viewOf(row);
}

function accountColumns(now: Date) {
  const inForce = inForceOn(dayOf(now));
  return {
    id: true,
    firstName: true,
    lastName: true,
    email: true,
    createdAt: true,
    administrator: { select: { grantedAt: true } },
    suspension: { select: { suspendedAt: true, reason: true } },
    affiliations: {
      where: inForce,
      orderBy: { startsOn: "asc" as const },
      take: 10,
      select: { structure: { select: { name: true } } },
    },
    mandates: { where: inForce, take: 10, select: { function: true, commission: { select: { name: true } } } },
    sessions: { where: { expiresAt: { gt: now } }, take: 20, select: { id: true } },
  };
}

function viewOf<
  Row extends {
    firstName: string;
    lastName: string;
    affiliations: { structure: { name: string } }[];
    sessions: unknown[];
  },
>({ firstName, lastName, affiliations, sessions, ...row }: Row) {
  return {
    ...row,
    name: `${firstName} ${lastName}`,
    structures: affiliations.map(({ structure }) => structure.name),
    openSessions: sessions.length,
  };
}

function wordsOf(q: string | undefined) {
  return (q?.split(/\s+/) ?? []).map((word) => {
    const contains = { contains: word, mode: "insensitive" as const };
    return { OR: [{ firstName: contains }, { lastName: contains }, { email: contains }] };
  });
}

function conditionOf(filter: AccountFilter, now: Date) {
  const inForce = inForceOn(dayOf(now));
  switch (filter) {
    case "administration":
      return { administrator: { isNot: null } };
    case "suspendus":
      return { suspension: { isNot: null } };
    case "comite":
      return { mandates: { some: { AND: [inForce, { commissionId: null }] } } };
    case "sans-structure":
      return { affiliations: { none: inForce } };
  }
}
