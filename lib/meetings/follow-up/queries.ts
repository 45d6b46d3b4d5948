import "server-only";
import { dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

const SHOWN = {
  id: true,
  text: true,
  dueOn: true,
  doneAt: true,
  owner: { select: { firstName: true, lastName: true } },
  meeting: { select: { event: { select: { slug: true, title: true, startsAt: true } } } },
} as const;

/** What `actor` took on and has not done yet, soonest due first; and what they finished in the last days, to undo it. */
export async function listOwnActions(actor: Actor, now: Date) {
  if (actor.kind !== "person") return [];
  const rows = await db().actionItem.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        permitted(actor, "update", "ActionItem", now),
        {
          ownerId: actor.personId,
          OR: [{ doneAt: null }, { doneAt: { gt: new Date(now.getTime() - 2 * 86_400_000) } }],
        },
      ],
    },
    orderBy: [{ doneAt: { sort: "asc", nulls: "first" } }, { dueOn: "asc" }, { id: "asc" }],
    take: 50,
    select: SHOWN,
  });
  return rows.map(viewOf);
}

/** What is still to do in a commission, for whoever leads it. */
export async function listOpenActions(actor: Actor, commission: string, now: Date) {
  const rows = await db().actionItem.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        permitted(actor, "update", "ActionItem", now),
        { doneAt: null, commission: { AND: [{ slug: commission }, permitted(actor, "schedule", "Commission", now)] } },
      ],
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 100,
    select: SHOWN,
  });
  return rows.map(viewOf);
}

export type ActionView = ReturnType<typeof viewOf>;

function viewOf({
  dueOn,
  owner,
  meeting,
  ...action
}: {
  id: string;
  text: string;
  dueOn: Date;
  doneAt: Date | null;
  owner: { firstName: string; lastName: string };
  meeting: { event: { slug: string; title: string; startsAt: Date } };
}) {
  return { ...action, dueOn: dayOfColumn(dueOn), owner: `${owner.firstName} ${owner.lastName}`, event: meeting.event };
}
