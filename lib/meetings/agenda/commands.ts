import "server-only";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { permitted } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { listLeads } from "../circle/queries.ts";
import { ORPHAN } from "../labels.ts";
import { notYourMeeting } from "../schedule/queries.ts";
import type { AddItemInput, EditItemInput, MoveItemInput, PullTopicInput } from "./schema.ts";

/** How long what is carried over takes, until somebody says better. */
const USUAL_MINUTES = 15;

/**
 * Adds an item at the end: on the agenda when whoever runs the meeting asks, as a proposal when anybody
 * else called does. The database refuses more than forty. Gives the slug of the meeting.
 *
 * @throws Refusal `forbidden`, `meeting_over`, `unknown_owner`, `agenda_item_at_most_forty`
 */
export async function addItem(
  actor: Actor,
  input: AddItemInput,
  now: Date,
): Promise<{ slug: string; isProposal: boolean }> {
  return db().$transaction(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { id: input.meetingId }, now);
    await mustBeCalled(tx, meeting.id, input.ownerId);
    const isProposal = !meeting.isRunner;
    await append(tx, meeting.id, {
      title: input.title,
      durationMinutes: input.durationMinutes,
      ownerId: input.ownerId ?? null,
      isProposal,
      proposedById: personIdOf(actor),
    });
    if (isProposal) await tellLeads(tx, meeting, input.title, now);
    return { slug: meeting.slug, isProposal };
  });
}

/** Says an item better. @throws Refusal `forbidden`, `meeting_over`, `unknown_owner` */
export async function editItem(actor: Actor, { itemId, ...input }: EditItemInput, now: Date): Promise<string> {
  return onItem(actor, itemId, now, async (tx, item) => {
    await mustBeCalled(tx, item.meetingId, input.ownerId);
    await tx.agendaItem.update({
      where: { id: itemId },
      data: { ...input, ownerId: input.ownerId ?? null },
      select: { id: true },
    });
  });
}

/** Takes a proposal up, at the end of the agenda. Harmless twice. @throws Refusal `forbidden`, `meeting_over` */
export async function acceptItem(actor: Actor, { itemId }: { itemId: string }, now: Date): Promise<string> {
  return onItem(actor, itemId, now, async (tx, item, slug) => {
    if (!item.isProposal) return;
    const position = await nextPosition(tx, item.meetingId);
    await tx.agendaItem.update({ where: { id: itemId }, data: { isProposal: false, position }, select: { id: true } });
    if (item.proposedById) {
      const title = `Votre proposition «\u202f${item.title}\u202f» est à l’ordre du jour.`;
      const notice = {
        kind: "agenda-item-accepted",
        fact: `agenda item ${itemId} accepted`,
        path: paths.ownMeeting(slug),
      };
      await notify(tx, [{ ...notice, personId: item.proposedById, title }], now);
    }
  });
}

/** One place earlier or later. Harmless at either end. @throws Refusal `forbidden`, `meeting_over` */
export async function moveItem(actor: Actor, { itemId, direction }: MoveItemInput, now: Date): Promise<string> {
  return onItem(actor, itemId, now, async (tx, item) => {
    const isUp = direction === "up";
    const other = await tx.agendaItem.findFirst({
      where: {
        meetingId: item.meetingId,
        isProposal: item.isProposal,
        position: isUp ? { lt: item.position } : { gt: item.position },
      },
      orderBy: { position: isUp ? "desc" : "asc" },
      select: { id: true, position: true },
    });
    if (!other) return;
    await tx.$executeRaw`
      UPDATE agenda_item SET position = CASE id WHEN ${itemId}::uuid THEN ${other.position}::int ELSE ${item.position}::int END
       WHERE id IN (${itemId}::uuid, ${other.id}::uuid)`;
  });
}

/**
 * Takes an item away: whoever runs the meeting any of them, anybody else the proposal that is theirs.
 * Its papers stay with the meeting.
 *
 * @throws Refusal `forbidden`, `meeting_over`
 */
export async function removeItem(actor: Actor, { itemId }: { itemId: string }, now: Date): Promise<string> {
  return db().$transaction(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { agendaItems: { some: { id: itemId } } }, now);
    const own = actor.kind === "person" ? { isProposal: true, proposedById: actor.personId } : { id: "" };
    const { count } = await tx.agendaItem.deleteMany({ where: { id: itemId, ...(meeting.isRunner ? {} : own) } });
    if (count === 0) throw notYourMeeting(actor, now);
    await recordAct(tx, actor, { action: "remove-agenda-item", subject: { kind: "Event", id: meeting.eventId } });
    return meeting.slug;
  });
}

/** Puts what a former meeting left open on the agenda. Harmless twice. @throws Refusal `forbidden`, `meeting_over`, `unknown_topic` */
export async function pullTopic(actor: Actor, { meetingId, topicId }: PullTopicInput, now: Date): Promise<string> {
  return db().$transaction(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { id: meetingId }, now);
    if (!meeting.isRunner) throw notYourMeeting(actor, now);
    const topic = await tx.meetingTopic.findFirst({
      where: {
        id: topicId,
        closedInId: null,
        meeting: { event: { commissionId: meeting.commissionId, kind: meeting.kind } },
      },
      select: { text: true, expectationId: true },
    });
    if (!topic) throw new Refusal("unknown_topic", "Ce point n’est plus ouvert.");
    const there = await tx.agendaItem.findFirst({ where: { meetingId, topicId }, select: { id: true } });
    if (there) return meeting.slug;
    const title = topic.text.length > 150 ? `${topic.text.slice(0, 149)}…` : topic.text;
    await append(tx, meetingId, {
      title,
      durationMinutes: USUAL_MINUTES,
      topicId,
      expectationId: topic.expectationId,
    });
    return meeting.slug;
  });
}

/** Does something to an item of a meeting that `actor` runs; gives the meeting's slug. */
async function onItem(
  actor: Actor,
  itemId: string,
  now: Date,
  change: (tx: Tx, item: Awaited<ReturnType<typeof itemOf>>, slug: string) => Promise<void>,
): Promise<string> {
  return db().$transaction(async (tx) => {
    const meeting = await holdMeeting(tx, actor, { agendaItems: { some: { id: itemId } } }, now);
    if (!meeting.isRunner) throw notYourMeeting(actor, now);
    await change(tx, await itemOf(tx, itemId), meeting.slug);
    return meeting.slug;
  });
}

function itemOf(tx: Tx, itemId: string) {
  return tx.agendaItem.findUniqueOrThrow({
    where: { id: itemId },
    select: { meetingId: true, title: true, position: true, isProposal: true, proposedById: true },
  });
}

/** A meeting to come, or under way, of which `actor` may change the agenda in some way; held until the end. */
async function holdMeeting(
  tx: Tx,
  actor: Actor,
  which: { id: string } | { agendaItems: { some: { id: string } } },
  now: Date,
) {
  const found = await tx.meeting.findFirst({ where: which, select: { id: true } });
  if (!found) throw notYourMeeting(actor, now);
  await tx.$queryRaw`SELECT 1 FROM meeting WHERE id = ${found.id}::uuid FOR UPDATE`;
  const runs = { event: permitted(actor, "schedule", "Event", now) };
  const [meeting, run] = [
    await tx.meeting.findFirst({
      relationLoadStrategy: "join",
      where: {
        AND: [which, { OR: [runs, { invitations: { some: permitted(actor, "reply", "MeetingInvitation", now) } }] }],
      },
      select: {
        id: true,
        event: {
          select: {
            id: true,
            slug: true,
            kind: true,
            title: true,
            endsAt: true,
            commissionId: true,
            cancellation: { select: { eventId: true } },
          },
        },
      },
    }),
    await tx.meeting.findFirst({ where: { AND: [which, runs] }, select: { id: true } }),
  ];
  if (!meeting) throw notYourMeeting(actor, now);
  const { cancellation, id: eventId, ...event } = meeting.event;
  if (cancellation) throw new Refusal("meeting_over", "Cette réunion est annulée.");
  if (event.endsAt <= now) {
    throw new Refusal("meeting_over", "Cette réunion a eu lieu\u202f: son ordre du jour ne change plus.");
  }
  return { id: meeting.id, eventId, ...event, isRunner: run !== null };
}

async function append(
  tx: Tx,
  meetingId: string,
  item: {
    title: string;
    durationMinutes: number;
    ownerId?: string | null;
    isProposal?: boolean;
    proposedById?: string | null;
    topicId?: string;
    expectationId?: string | null;
  },
): Promise<void> {
  const position = await nextPosition(tx, meetingId);
  await tx.agendaItem.create({ data: { meetingId, position, ...item }, select: { id: true } });
}

async function nextPosition(tx: Tx, meetingId: string): Promise<number> {
  const { _max } = await tx.agendaItem.aggregate({ where: { meetingId }, _max: { position: true } });
  return (_max.position ?? 0) + 1;
}

async function mustBeCalled(tx: Tx, meetingId: string, personId: string | undefined): Promise<void> {
  if (!personId) return;
  const called = await tx.meetingInvitation.findFirst({ where: { meetingId, personId }, select: { id: true } });
  if (!called) throw new Refusal("unknown_owner", "Choisissez une personne convoquée à cette réunion.", "ownerId");
}

async function tellLeads(
  tx: Tx,
  { id, slug, title, commissionId }: { id: string; slug: string; title: string; commissionId: string | null },
  proposed: string,
  now: Date,
): Promise<void> {
  const { people, isOrphan } = await listLeads(tx, commissionId, now);
  await notify(
    tx,
    people.map((lead) => ({
      personId: lead.id,
      kind: "agenda-item-proposed",
      fact: `proposed to ${id}: ${proposed}`,
      title: `«\u202f${proposed}\u202f» est proposé à l’ordre du jour de «\u202f${title}\u202f».${isOrphan ? ` ${ORPHAN}` : ""}`,
      path: isOrphan ? paths.boardMandates : paths.agendaDesk(slug),
    })),
    now,
  );
}
