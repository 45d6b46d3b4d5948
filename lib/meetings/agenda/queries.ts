import "server-only";
import { EVENT_FACTS } from "#lib/events/rules";
import type { Prisma } from "#lib/generated/prisma/client";
import type { InvitationReply } from "#lib/generated/prisma/enums";
import { fullName } from "#lib/people/rules";
import { db } from "#lib/platform/db";
import { can, permitted } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { stateOf } from "../minutes/rules.ts";

const NAME = { select: { firstName: true, lastName: true } } as const;

const ITEM = {
  id: true,
  title: true,
  durationMinutes: true,
  isProposal: true,
  proposedById: true,
  ownerId: true,
  owner: NAME,
  proposedBy: NAME,
  expectation: { select: { id: true, title: true } },
  topicId: true,
} as const;

/** Who sees a meeting from within: whoever runs it, those called, the board. */
export function seenBy(actor: Actor, now: Date): Prisma.MeetingWhereInput {
  // Prisma drops an empty filter from an `OR`: a right without a condition stands before it.
  if (can(actor, "oversee", "Meeting", now)) return {};
  return {
    OR: [
      { event: permitted(actor, "schedule", "Event", now) },
      { invitations: { some: permitted(actor, "reply", "MeetingInvitation", now) } },
    ],
  };
}

export type MeetingSheet = NonNullable<Awaited<ReturnType<typeof findMeetingSheet>>>;

/** A meeting with its agenda, its papers and the state of its minutes; null for whoever is not of it. */
export async function findMeetingSheet(actor: Actor, slug: string, now: Date) {
  const personId = personIdOf(actor);
  const [row, run] = await Promise.all([
    db().meeting.findFirst({
      relationLoadStrategy: "join",
      where: { AND: [{ event: { slug } }, seenBy(actor, now)] },
      select: {
        id: true,
        format: true,
        videoUrl: true,
        event: {
          select: {
            ...EVENT_FACTS,
            commission: { select: { id: true, slug: true, name: true } },
          },
        },
        agendaItems: { orderBy: { position: "asc" }, take: 40, select: ITEM },
        papers: {
          orderBy: { addedAt: "asc" },
          take: 40,
          select: { id: true, name: true, bytes: true, mediaType: true, agendaItemId: true },
        },
        invitations: {
          orderBy: [{ person: { lastName: "asc" } }, { id: "asc" }],
          take: 500,
          select: { id: true, personId: true, reply: true, representedById: true, person: NAME },
        },
        minutes: { select: { approvedAt: true, publishedAt: true } },
      },
    }),
    db().meeting.findFirst({
      where: { event: { AND: [{ slug }, permitted(actor, "schedule", "Event", now)] } },
      select: { id: true },
    }),
  ]);
  if (!row) return null;
  const { agendaItems, papers, invitations, minutes, ...meeting } = row;
  const own = invitations.find((one) => one.personId === personId);
  const items = agendaItems.map(({ owner, proposedBy, ...item }) => ({
    ...item,
    owner: owner && fullName(owner),
    proposedBy: proposedBy && fullName(proposedBy),
    isOwn: item.isProposal && item.proposedById === personId,
    papers: papers.filter(({ agendaItemId }) => agendaItemId === item.id),
  }));
  return {
    ...meeting,
    isRunner: run !== null,
    isOver: meeting.event.endsAt <= now || meeting.event.cancellation !== null,
    items: items.filter(({ isProposal }) => !isProposal),
    proposals: items.filter(({ isProposal }) => isProposal),
    papers: papers.filter(({ agendaItemId }) => agendaItemId === null),
    people: invitations.map((one) => ({ id: one.personId, name: fullName(one.person) })),
    invitation: own
      ? { id: own.id, reply: own.reply satisfies InvitationReply | null, representedById: own.representedById }
      : null,
    minutesState: minutes && stateOf(minutes),
  };
}

/** What could still be put on the agenda: what former meetings left open; for whoever runs the meeting. */
export async function listOpenTopics(actor: Actor, slug: string, now: Date) {
  const meeting = await db().meeting.findFirst({
    where: { event: { AND: [{ slug }, permitted(actor, "schedule", "Event", now)] } },
    select: { id: true, event: { select: { kind: true, commissionId: true, startsAt: true } } },
  });
  if (!meeting) return [];
  const { kind, commissionId, startsAt } = meeting.event;
  return db().meetingTopic.findMany({
    relationLoadStrategy: "join",
    where: {
      closedInId: null,
      meeting: { event: { kind, commissionId, startsAt: { lt: startsAt } } },
      agendaItems: { none: { meetingId: meeting.id } },
    },
    orderBy: { id: "asc" },
    take: 40,
    select: { id: true, text: true, meeting: { select: { event: { select: { startsAt: true } } } } },
  });
}

/** Those expectations of the commission that wait, most voices first, not on this agenda yet; for whoever runs the meeting. */
export async function listExpectationsToTake(actor: Actor, slug: string, now: Date) {
  const meeting = await db().meeting.findFirst({
    where: { event: { AND: [{ slug }, permitted(actor, "schedule", "Event", now)] } },
    select: { id: true, event: { select: { commissionId: true } } },
  });
  if (!meeting?.event.commissionId) return [];
  return db().expectation.findMany({
    where: {
      AND: [
        permitted(actor, "study", "Expectation", now),
        {
          commissionId: meeting.event.commissionId,
          mergedIntoId: null,
          state: { in: ["voiced", "under_study", "kept", "in_progress"] },
          agendaItems: { none: { meetingId: meeting.id } },
        },
      ],
    },
    orderBy: [{ voiceCount: "desc" }, { id: "desc" }],
    take: 10,
    select: { id: true, title: true, voiceCount: true },
  });
}
