import "server-only";
import { isShortNotice } from "#lib/assemblies/rules";
import type { PollChoice, RoomBookingState } from "#lib/generated/prisma/enums";
import { dayOf } from "#lib/platform/dates";
import { type Db, db, type Tx } from "#lib/platform/db";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { can, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { LIVE, type RoomState, roomStateAt } from "#lib/rooms/rules";
import { listCircle } from "../circle/queries.ts";
import { BOARD, LINKS } from "../rules.ts";
import { notYourPoll, quorumOf, rankSlots, type Tally, tallyOf, type Voter } from "./rules.ts";

const ROOM = { id: true, name: true, venue: { select: { name: true } } } as const;

/** The columns of a poll; of its rooms, the bookings that may still be in its way. */
const shownAt = (now: Date) =>
  ({
    id: true,
    title: true,
    description: true,
    durationMinutes: true,
    format: true,
    videoUrl: true,
    deadline: true,
    eventId: true,
    commission: { select: { id: true, slug: true, name: true, quorum: true } },
    closing: { select: { slotId: true, closedAt: true, closedById: true, abandonedAt: true } },
    event: { select: { slug: true } },
    invitations: { orderBy: { id: "asc" }, select: { id: true, personId: true, isKey: true, remindedAt: true } },
    slots: {
      orderBy: { startsAt: "asc" },
      select: {
        id: true,
        startsAt: true,
        endsAt: true,
        withdrawnAt: true,
        answers: { select: { personId: true, choice: true } },
        bookings: {
          where: { state: { in: LIVE } },
          orderBy: { requestedAt: "desc" },
          select: { id: true, state: true, answerNote: true, room: { select: ROOM } },
        },
        room: {
          select: {
            ...ROOM,
            bookings: {
              where: { state: { in: LIVE }, endsAt: { gt: now } },
              select: { startsAt: true, endsAt: true, state: true },
            },
          },
        },
      },
    },
  }) as const;

/** A room asked for, or proposed instead. */
export interface RoomRequest {
  id: string;
  state: RoomBookingState;
  answerNote: string | null;
  room: { name: string; venue: { name: string } };
}

/** A date of a poll, with its answers by person. */
export interface SlotView {
  id: string;
  startsAt: Date;
  endsAt: Date;
  isWithdrawn: boolean;
  /** Of the board: nearer than the notice of the statutes. */
  isShortNotice: boolean;
  room: { id: string; name: string; state: RoomState; isOurs: boolean } | null;
  /** What was asked for this date of whoever lends, with another room that they may propose. */
  requests: RoomRequest[];
  choices: { personId: string; choice: PollChoice }[];
  tally: Tally;
}

export interface VoterView extends Voter {
  invitationId: string;
  hasAnswered: boolean;
  remindedAt: Date | null;
}

/** A poll with what its answers say: names for its group, addresses for nobody. */
export interface PollView {
  id: string;
  title: string;
  description: string;
  durationMinutes: number;
  deadline: Date;
  isOpen: boolean;
  eventId: string | null;
  eventSlug: string | null;
  chosenSlotId: string | null;
  /** No date will be kept. */
  isAbandoned: boolean;
  /** Without it, no room is looked for. */
  hasRoom: boolean;
  /** Without a slug: the board. */
  commission: { slug: string | null; name: string };
  quorum: number;
  slots: SlotView[];
  voters: VoterView[];
  /** Best first. */
  ranking: Tally[];
}

/** A poll as whoever leads its commission sees it; null when `actor` does not. */
export async function findPollAsLead(actor: Actor, id: string, now: Date): Promise<PollView | null> {
  if (!isUuid(id)) return null;
  const found = await db().poll.findFirst({
    where: { AND: [{ id }, permitted(actor, "schedule", "Poll", now)] },
    select: { id: true },
  });
  return found && (await loadPoll(db(), id, now));
}

/** The poll that somebody was asked to answer. */
export interface OwnPoll {
  poll: PollView;
  personId: string;
}

/** By the link of a mail; null when it is altered, renewed since, or no longer for somebody of the commission. */
export async function findPollByLink(token: string, now: Date): Promise<OwnPoll | null> {
  const invitation = await findLinkedInvitation(db(), token);
  return invitation && ownPoll(invitation, now);
}

/** The same for the person signed in. */
export async function findOwnPoll(actor: Actor, pollId: string, now: Date): Promise<OwnPoll | null> {
  if (!isUuid(pollId)) return null;
  const invitation = await db().pollInvitation.findFirst({
    where: { AND: [{ pollId }, permitted(actor, "reply", "PollInvitation", now)] },
    select: { pollId: true, personId: true },
  });
  return invitation && ownPoll(invitation, now);
}

async function ownPoll({ pollId, personId }: { pollId: string; personId: string }, now: Date): Promise<OwnPoll | null> {
  const poll = await loadPoll(db(), pollId, now);
  return poll.voters.some(({ id }) => id === personId) ? { poll, personId } : null;
}

/** The invitation that a link stands for, if the link is of its present version. */
export async function findLinkedInvitation(
  tx: Tx | Db,
  token: string,
): Promise<{ pollId: string; personId: string } | null> {
  const [id = "", version = ""] = (readSignedToken(LINKS.poll, token) ?? "").split(".");
  if (!isUuid(id)) return null;
  return await tx.pollInvitation.findFirst({
    where: { id, linkVersion: Number(version), person: { suspension: { is: null } } },
    select: { pollId: true, personId: true },
  });
}

/** A whole poll, whoever asks: what may be seen of it is the caller's business. */
export async function loadPoll(tx: Tx | Db, id: string, now: Date): Promise<PollView> {
  const {
    commission: found,
    closing,
    event,
    invitations,
    slots,
    ...poll
  } = await tx.poll.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { id },
    select: shownAt(now),
  });
  const statutes = found ? null : await loadBoardStatutes(tx);
  const commission = found ?? { ...BOARD, quorum: statutes?.quorumPercent ?? 0 };
  const circle = new Map((await listCircle(tx, commission.id, now)).map((person) => [person.id, person]));
  const structures = new Set([...circle.values()].flatMap(({ structureIds }) => structureIds)).size;
  const quorum = quorumOf(structures, commission.quorum);
  const answered = new Set(slots.flatMap(({ answers }) => answers.map(({ personId }) => personId)));
  const voters = invitations.flatMap(({ id: invitationId, personId, isKey, remindedAt }): VoterView[] => {
    const person = circle.get(personId);
    if (!person) return [];
    const { firstName, lastName, structureIds } = person;
    return [
      {
        id: personId,
        invitationId,
        name: `${firstName} ${lastName}`,
        structureIds,
        isKey,
        hasAnswered: answered.has(personId),
        remindedAt,
      },
    ];
  });
  const views = slots.map(({ withdrawnAt, room, bookings, answers, ...slot }) => {
    const [own] = bookings;
    const isOurs = own !== undefined;
    // The room that is held is the one, whichever was noted when the date was proposed.
    const held = own?.room ?? room;
    const state = own ? ownState(bookings) : room && roomStateAt(room.bookings, slot.startsAt, slot.endsAt);
    const choosable = {
      ...slot,
      isWithdrawn: withdrawnAt !== null,
      // Our own request is no obstacle to us.
      room: poll.format === "remote" ? null : isOurs ? ("free" as const) : (state ?? ("taken" as const)),
      choices: answers,
    };
    return {
      choosable,
      view: {
        ...slot,
        isWithdrawn: withdrawnAt !== null,
        isShortNotice:
          statutes !== null && isShortNotice({ day: dayOf(slot.startsAt), today: dayOf(now), ...statutes }),
        room: held && state && { id: held.id, name: `${held.name}, ${held.venue.name}`, state, isOurs },
        requests: bookings,
        choices: answers,
        tally: tallyOf(choosable, voters, quorum),
      },
    };
  });
  return {
    ...poll,
    eventSlug: event?.slug ?? null,
    commission: { slug: commission.slug, name: commission.name },
    isOpen: !closing && poll.deadline > now,
    chosenSlotId: closing?.slotId ?? null,
    isAbandoned: closing !== null && closing.abandonedAt !== null,
    hasRoom: poll.format !== "remote",
    quorum,
    slots: views.map(({ view }) => view),
    voters: voters.sort((a, b) => a.name.localeCompare(b.name, "fr")),
    ranking: rankSlots(
      views.map(({ choosable }) => choosable),
      voters,
      quorum,
    ),
  };
}

/** What the statutes ask of the board's meetings. */
export function loadBoardStatutes(tx: Tx | Db): Promise<{ quorumPercent: number; noticeDays: number }> {
  return tx.assemblyRules.findUniqueOrThrow({
    where: { kind: "board" },
    select: { quorumPercent: true, noticeDays: true },
  });
}

/** A poll of a commission that `actor` leads today, or of the board that they call, held against whoever closes it at the same moment. */
export async function lockPoll(tx: Tx, actor: Actor, pollId: string, now: Date) {
  await tx.$queryRaw`SELECT 1 FROM poll WHERE id = ${pollId}::uuid FOR UPDATE`;
  const poll = await tx.poll.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id: pollId }, permitted(actor, "schedule", "Poll", now)] },
    select: {
      id: true,
      title: true,
      description: true,
      format: true,
      videoUrl: true,
      durationMinutes: true,
      eventId: true,
      commission: { select: { id: true, slug: true, name: true } },
      closing: { select: { slotId: true, abandonedAt: true } },
    },
  });
  if (!poll) throw notYourPoll(can(actor, "schedule", "Commission", now));
  return { ...poll, commission: poll.commission ?? BOARD };
}

function ownState(bookings: { state: string }[]): RoomState {
  return bookings.some(({ state }) => state === "confirmed") ? "taken" : "asked";
}
