import "server-only";
import { db } from "#lib/platform/db";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { BOARD } from "../../rules.ts";

/** The open polls that `actor` was asked to answer, the most pressing first. */
export async function listOwnPolls(actor: Actor, now: Date) {
  const rows = await db().pollInvitation.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        permitted(actor, "reply", "PollInvitation", now),
        { poll: { closing: { is: null }, deadline: { gt: now } } },
      ],
    },
    orderBy: [{ poll: { deadline: "asc" } }, { id: "asc" }],
    take: 20,
    select: {
      personId: true,
      poll: {
        select: {
          id: true,
          title: true,
          deadline: true,
          commission: { select: { slug: true, name: true } },
          slots: { select: { answers: { select: { personId: true } } } },
        },
      },
    },
  });
  return rows.map(({ personId, poll: { slots, commission, ...poll } }) => ({
    ...poll,
    commission: commission ?? BOARD,
    hasAnswered: slots.some(({ answers }) => answers.some((answer) => answer.personId === personId)),
  }));
}

/** The polls of a commission, or of the board, that still wait for something, the latest first. */
export async function listLedPolls(actor: Actor, commission: string | null, now: Date) {
  return await db().poll.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        permitted(actor, "schedule", "Poll", now),
        {
          ...(commission === null ? { commissionId: null } : { commission: { slug: commission } }),
          OR: [{ closing: { is: null } }, { closing: { slotId: null, abandonedAt: null }, eventId: null }],
        },
      ],
    },
    orderBy: [{ openedAt: "desc" }, { id: "asc" }],
    take: 20,
    select: { id: true, title: true, deadline: true, closing: { select: { closedAt: true } } },
  });
}
