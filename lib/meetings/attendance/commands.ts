import "server-only";
import type { AttendanceState } from "#lib/generated/prisma/enums";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { authorize, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { listCircle } from "../circle/queries.ts";
import { notYourMeeting } from "../schedule/queries.ts";
import { isSignInOpen, opensAt, SIGN_IN, signInSubject, stateFromReply } from "./rules.ts";
import type { NoteInput } from "./schema.ts";

/**
 * Notes who is there, for whoever runs the meeting: those called, and people of the commission who were
 * not. From an hour before the meeting until its minutes are published. Harmless twice; gives the slug.
 *
 * @throws Refusal `forbidden`, `too_early`, `minutes_are_published`, `unknown_person`
 */
export async function noteAttendance(
  actor: Actor,
  { meetingId, note: { state, personId } }: NoteInput,
  now: Date,
): Promise<string> {
  return db().$transaction(async (tx) => {
    const meeting = await tx.meeting.findFirst({
      relationLoadStrategy: "join",
      where: { id: meetingId, event: permitted(actor, "schedule", "Event", now) },
      select: {
        event: { select: { slug: true, startsAt: true, commissionId: true } },
        minutes: { select: { publishedAt: true } },
      },
    });
    if (!meeting) throw notYourMeeting(actor, now);
    const { slug, startsAt, commissionId } = meeting.event;
    if (now < opensAt(startsAt)) {
      throw new Refusal("too_early", "Les présences se notent à partir d’une heure avant la réunion.");
    }
    if (meeting.minutes?.publishedAt) {
      throw new Refusal("minutes_are_published", "Le compte rendu est publié\u202f: les présences ne changent plus.");
    }
    if (!(await belongs(tx, meetingId, commissionId, personId, now))) {
      throw new Refusal("unknown_person", "Cette personne n’est ni convoquée, ni de la commission.", "personId");
    }
    if (state === "none") await tx.attendance.deleteMany({ where: { meetingId, personId } });
    else await write(tx, { meetingId, personId, state }, now);
    return slug;
  });
}

/**
 * Says that one is there, by the code shown in the room, around the hours of the meeting. Harmless twice.
 *
 * @throws Refusal `forbidden`, `wrong_link`, `not_now`, `not_called`
 */
export async function signIn(actor: Actor, { token }: { token: string }, now: Date): Promise<void> {
  authorize(actor, "reply", "MeetingInvitation", now);
  if (actor.kind !== "person") return;
  await db().$transaction(async (tx) => {
    const subject = readSignedToken(SIGN_IN, token) ?? "";
    const [meetingId = ""] = subject.split(".");
    const meeting = isUuid(meetingId)
      ? await tx.meeting.findUnique({
          relationLoadStrategy: "join",
          where: { id: meetingId },
          select: {
            event: {
              select: { startsAt: true, endsAt: true, commissionId: true, cancellation: { select: { eventId: true } } },
            },
          },
        })
      : null;
    if (!meeting || meeting.event.cancellation || signInSubject(meetingId, meeting.event.startsAt) !== subject) {
      throw new Refusal("wrong_link", "Ce code ne vaut plus rien\u202f: demandez celui de la séance.");
    }
    if (!isSignInOpen(meeting.event, now)) {
      throw new Refusal("not_now", "On émarge d’une heure avant la réunion à une heure après.");
    }
    if (!(await belongs(tx, meetingId, meeting.event.commissionId, actor.personId, now))) {
      throw new Refusal("not_called", "Vous n’êtes pas de cette réunion\u202f: voyez avec la personne qui l’anime.");
    }
    await write(tx, { meetingId, personId: actor.personId, state: "present" }, now);
  });
}

/** Writes something of everybody called whom nobody noted, in the transaction that approves the minutes. */
export async function settleAttendance(tx: Tx, meetingId: string, now: Date): Promise<void> {
  const unnoted = await tx.meetingInvitation.findMany({
    where: { meetingId, person: { attendances: { none: { meetingId } } } },
    take: 2_000,
    select: { personId: true, reply: true },
  });
  await tx.attendance.createMany({
    data: unnoted.map(({ personId, reply }) => ({ meetingId, personId, state: stateFromReply(reply), notedAt: now })),
    skipDuplicates: true,
  });
}

async function write(
  tx: Tx,
  { meetingId, personId, state }: { meetingId: string; personId: string; state: AttendanceState },
  now: Date,
): Promise<void> {
  await tx.attendance.upsert({
    where: { meetingId_personId: { meetingId, personId } },
    create: { meetingId, personId, state, notedAt: now },
    update: { state, notedAt: now },
    select: { personId: true },
  });
}

async function belongs(
  tx: Tx,
  meetingId: string,
  commissionId: string | null,
  personId: string,
  now: Date,
): Promise<boolean> {
  const called = await tx.meetingInvitation.findFirst({ where: { meetingId, personId }, select: { id: true } });
  if (called) return true;
  return commissionId !== null && (await listCircle(tx, commissionId, now)).some(({ id }) => id === personId);
}
