import "server-only";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { authorize } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";

import { SETTLED } from "./rules.ts";

const PER_PAGE = 30;

// What the board notes about a prospect stays with the board: a member sees what a sign at its door would say.
const SEEN = { id: true, name: true, kind: true, activity: true, city: true } as const;

/** The companies that a member may know, those not asked yet first to be found by name or town. */
export async function listAcquaintable(
  actor: PersonActor,
  { q, city, page }: { q?: string; city?: string; page: number },
  now: Date,
) {
  authorize(actor, "sponsor", "Prospect", now);
  const contains = (text: string) => ({ contains: text, mode: "insensitive" as const });
  const where = {
    AND: [
      { state: { notIn: [...SETTLED] } },
      q ? { OR: [{ name: contains(q) }, { activity: contains(q) }, { city: contains(q) }] } : {},
      city ? { citySlug: city } : {},
    ],
  };
  const [rows, total] = await Promise.all([
    db().prospect.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: {
        ...SEEN,
        acquaintances: { where: { personId: actor.personId }, select: { personId: true } },
        invitations: {
          where: { invitedById: actor.personId },
          take: 1,
          orderBy: { sentAt: "desc" },
          select: { sentAt: true },
        },
      },
    }),
    db().prospect.count({ where }),
  ]);
  const items = rows.map(({ acquaintances, invitations, ...row }) => ({
    ...row,
    isKnown: acquaintances.length > 0,
    invitedAt: invitations[0]?.sentAt ?? null,
  }));
  return { items, total, perPage: PER_PAGE };
}

/** The company that a member is about to invite; null when it is not in the list. */
export async function findAcquaintable(actor: PersonActor, id: string, now: Date) {
  authorize(actor, "sponsor", "Prospect", now);
  if (!isUuid(id)) return null;
  return await db().prospect.findUnique({
    where: { id },
    select: {
      ...SEEN,
      invitations: {
        where: { invitedById: actor.personId },
        orderBy: { sentAt: "desc" },
        take: 20,
        select: { id: true, toName: true, toAddress: true, sentAt: true },
      },
    },
  });
}
