import "server-only";
import { checkNotice } from "#lib/assemblies/rules";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { dayOf, fromParis } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { can, permitted } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { releaseRooms } from "#lib/rooms/commands";
import { LIVE, roomStateAt, suitableRoom } from "#lib/rooms/rules";
import { listCircle } from "../circle/queries.ts";
import { BOARD } from "../rules.ts";
import { type Body, changeMeeting, createMeeting } from "../schedule/calling/commands.ts";
import type { MeetingAddress } from "../schedule/commands.ts";
import { lockMeeting } from "../schedule/queries.ts";
import { askSilent } from "./asking/commands.ts";
import { loadBoardStatutes, lockPoll } from "./queries.ts";
import { type PollAddress, pollOver, spanAt } from "./rules.ts";
import { type ConclusionInput, MOST_SLOTS, type PollInput } from "./schema.ts";

/**
 * Opens a poll on several dates and asks everybody of the commission. Rooms are looked at, not asked
 * for: each date notes the free one that suits best.
 *
 * @throws Refusal `forbidden`, `in_the_past`, `deadline_wrong`
 */
export async function openPoll(actor: Actor, input: PollInput, now: Date): Promise<PollAddress> {
  const { commission: slug, slots, deadline: lastDay, keyPeople, format, videoUrl, ...poll } = input;
  const spans = slots.map((wall) => spanAt(wall, input.durationMinutes, now)).sort(bySpan);
  const deadline = deadlineOf(lastDay, spans, now);
  return db().$transaction(async (tx) => {
    const commission = await findBody(tx, actor, slug, now);
    if (!commission || actor.kind !== "person")
      throw new Refusal("forbidden", "Ce n’est pas à vous d’ouvrir ce sondage.");
    const circle = await listCircle(tx, commission.id, now);
    const { rooms, people } = await listRooms(tx, commission.id, now);
    const { id } = await tx.poll.create({
      data: {
        ...poll,
        format,
        videoUrl: format === "in_person" ? null : (videoUrl ?? null),
        deadline,
        commissionId: commission.id,
        openedById: actor.personId,
        openedAt: now,
        slots: {
          create: spans.map((span) => ({
            ...span,
            roomId: format === "remote" ? null : (suitableRoom(rooms, { ...span, people })?.id ?? null),
          })),
        },
        invitations: {
          create: circle.map(({ id: personId }) => ({ personId, invitedAt: now, isKey: keyPeople.includes(personId) })),
        },
      },
      select: { id: true },
    });
    await askSilent(tx, id, "poll-open", now);
    await recordAct(tx, actor, { action: "open-poll", subject: { kind: "Poll", id } });
    return { commission: commission.slug, id };
  });
}

/** The commission that `actor` leads, or the board that they call; null for anybody else. */
async function findBody(tx: Tx, actor: Actor, slug: string | undefined, now: Date) {
  if (slug === undefined) return can(actor, "preside", "Assembly", now) ? BOARD : null;
  return tx.commission.findFirst({
    where: { AND: [{ slug }, permitted(actor, "schedule", "Commission", now)] },
    select: { id: true, slug: true, name: true },
  });
}

/** Ends the answers; which date is kept is chosen afterwards. Harmless twice. */
export async function closePoll(actor: Actor, pollId: string, now: Date): Promise<PollAddress> {
  return db().$transaction(async (tx) => {
    const poll = await lockPoll(tx, actor, pollId, now);
    await tx.pollClosing.createMany({
      data: [{ pollId, closedAt: now, closedById: personIdOf(actor) }],
      skipDuplicates: true,
    });
    await recordAct(tx, actor, { action: "close-poll", subject: { kind: "Poll", id: pollId } });
    return { commission: poll.commission.slug, id: pollId };
  });
}

/**
 * Keeps one date: fixes the meeting and calls its people, or moves the meeting that the poll had fixed
 * before its room was refused. The board keeps the notice of the statutes, unless whoever calls it passes over it.
 * Gives the meeting's address.
 *
 * @throws Refusal `forbidden`, `poll_over`, `slot_gone`, `notice_too_short`, or what `requestRoom` refuses
 */
export async function concludePoll(
  actor: Actor,
  { pollId, slotId, acceptsShortNotice: isAccepted = false }: ConclusionInput,
  now: Date,
): Promise<MeetingAddress> {
  return db().$transaction(async (tx) => {
    const poll = await lockPoll(tx, actor, pollId, now);
    if (poll.closing?.slotId || poll.closing?.abandonedAt) throw pollOver();
    const slot = await tx.pollSlot.findFirst({
      where: { id: slotId, pollId, withdrawnAt: null, startsAt: { gt: now } },
      select: { startsAt: true, endsAt: true, roomId: true },
    });
    if (!slot) throw new Refusal("slot_gone", "Cette date n’est plus proposée. Choisissez-en une autre.");
    const requestedById = personIdOf(actor);
    const { commission, title, description, format, videoUrl, eventId } = poll;
    const { id, slug } = commission;
    const roomId = format === "remote" ? null : await roomFor(tx, id, slot, now);
    const choice = { ...slot, roomId, place: null, requestedById, slotId };
    if (!id) {
      const { noticeDays } = await loadBoardStatutes(tx);
      checkNotice("board", { day: dayOf(slot.startsAt), today: dayOf(now), noticeDays, isAccepted });
    }
    const body: Body =
      id && slug ? { commission: { id, slug } } : { assembly: { kind: "board" as const, resolutions: [] } };
    const kept = eventId
      ? { eventId, slug: await changeMeeting(tx, await lockMeeting(tx, actor, eventId, now), choice, now) }
      : await createMeeting(tx, { body, title, description, format, videoUrl, ...choice }, now);
    await releaseRooms(tx, { slot: { pollId } }, now);
    await tx.poll.update({ where: { id: pollId }, data: { eventId: kept.eventId }, select: { id: true } });
    await tx.pollClosing.upsert({
      where: { pollId },
      create: { pollId, closedAt: now, closedById: requestedById, slotId },
      update: { slotId },
      select: { pollId: true },
    });
    await recordAct(tx, actor, { action: "conclude-poll", subject: { kind: "Poll", id: pollId } });
    return { commission: commission.slug, slug: kept.slug };
  });
}

/**
 * Gives a poll up: no date will be kept, the rooms held for its dates are free again, and those who answered are
 * told. Harmless twice.
 *
 * @throws Refusal `forbidden`, `poll_over`
 */
export async function abandonPoll(actor: Actor, pollId: string, now: Date): Promise<PollAddress> {
  return db().$transaction(async (tx) => {
    const poll = await lockPoll(tx, actor, pollId, now);
    if (poll.closing?.slotId || poll.eventId) throw pollOver();
    const address = { commission: poll.commission.slug, id: pollId };
    if (poll.closing?.abandonedAt) return address;
    await tx.pollClosing.upsert({
      where: { pollId },
      create: { pollId, closedAt: now, closedById: personIdOf(actor), abandonedAt: now },
      update: { abandonedAt: now },
      select: { pollId: true },
    });
    await releaseRooms(tx, { slot: { pollId } }, now);
    const voters = await tx.pollAnswer.findMany({
      where: { slot: { pollId } },
      distinct: ["personId"],
      take: MOST_TOLD,
      select: { personId: true },
    });
    await notify(
      tx,
      voters.map(({ personId }) => ({
        personId,
        kind: "poll-abandoned",
        fact: `poll ${pollId} abandoned`,
        title: `«\u202f${poll.title}\u202f»\u202f: aucune date ne sera retenue de ce sondage.`,
        path: paths.pollAnswer(pollId),
      })),
      now,
    );
    await recordAct(tx, actor, { action: "abandon-poll", subject: { kind: "Poll", id: pollId } });
    return address;
  });
}

/** More people than ever answered a poll. */
const MOST_TOLD = 2_000;

/**
 * Opens the answers again, until another last day: of a poll that has closed, given up or not, while no date is kept.
 *
 * @throws Refusal `forbidden`, `poll_over`, `slot_gone`, `deadline_wrong`
 */
export async function extendPoll(
  actor: Actor,
  { pollId, deadline: lastDay }: { pollId: string; deadline: string },
  now: Date,
): Promise<PollAddress> {
  return db().$transaction(async (tx) => {
    const poll = await lockPoll(tx, actor, pollId, now);
    if (poll.closing?.slotId) throw pollOver();
    const slots = await tx.pollSlot.findMany({
      where: { pollId, withdrawnAt: null, startsAt: { gt: now } },
      take: MOST_SLOTS,
      select: { startsAt: true },
    });
    if (slots.length === 0)
      throw new Refusal("slot_gone", "Toutes ses dates sont passées\u202f: ouvrez un autre sondage.");
    const deadline = deadlineOf(lastDay, slots, now);
    await tx.poll.update({ where: { id: pollId }, data: { deadline }, select: { id: true } });
    await tx.pollClosing.deleteMany({ where: { pollId } });
    await recordAct(tx, actor, { action: "extend-poll", subject: { kind: "Poll", id: pollId } });
    return { commission: poll.commission.slug, id: pollId };
  });
}

/**
 * The room of a date: the one noted while it is free, or held for it; else the one that now suits best. Null: none is
 * free, and the place is to be found.
 */
export async function roomFor(
  tx: Tx,
  commissionId: string | null,
  span: { startsAt: Date; endsAt: Date; roomId: string | null },
  now: Date,
): Promise<string | null> {
  const { rooms, people } = await listRooms(tx, commissionId, now);
  const noted = rooms.find(({ id }) => id === span.roomId);
  if (noted && roomStateAt(noted.bookings, span.startsAt, span.endsAt) === "free") return noted.id;
  return suitableRoom(rooms, { ...span, people })?.id ?? null;
}

/** The end of the day, before the first date: an answer that comes after it is of no use. */
function deadlineOf(day: string, spans: { startsAt: Date }[], now: Date): Date {
  const deadline = fromParis(day, "23:59");
  if (deadline <= now) throw new Refusal("deadline_wrong", "Le dernier jour pour répondre est passé.", "deadline");
  const early = spans.filter(({ startsAt }) => startsAt <= deadline).length;
  if (early > 0) {
    const words = `${count(early, "date tombe", "dates tombent")} avant la fin des réponses\u202f: avancez le dernier jour pour répondre.`;
    throw new Refusal("deadline_wrong", words, "deadline");
  }
  return deadline;
}

/** The rooms that are lent, and how many people they should hold: those who came last time, or a third of the commission. */
export async function listRooms(tx: Tx, commissionId: string | null, now: Date) {
  const rooms = await tx.room.findMany({
    relationLoadStrategy: "join",
    where: { retiredAt: null },
    orderBy: [{ capacity: "asc" }, { name: "asc" }],
    take: 100,
    select: {
      id: true,
      capacity: true,
      bookings: {
        where: { state: { in: LIVE }, endsAt: { gt: now } },
        select: { startsAt: true, endsAt: true, state: true },
      },
    },
  });
  const last = await tx.event.findFirst({
    where: {
      commissionId,
      kind: commissionId ? "commission_meeting" : "board_meeting",
      endsAt: { lte: now },
      cancellation: { is: null },
      meeting: { isNot: null },
    },
    orderBy: { startsAt: "desc" },
    select: { meeting: { select: { _count: { select: { attendances: { where: { state: "present" } } } } } } },
  });
  const came = last?.meeting?._count.attendances ?? 0;
  return { rooms, people: came || Math.ceil((await listCircle(tx, commissionId, now)).length / 3) };
}

function bySpan(a: { startsAt: Date }, b: { startsAt: Date }): number {
  return a.startsAt.getTime() - b.startsAt.getTime();
}
