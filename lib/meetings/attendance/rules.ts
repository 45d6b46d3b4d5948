import type { AttendanceState, InvitationReply } from "#lib/generated/prisma/enums";

/** What the QR code of a meeting is signed for. */
export const SIGN_IN = "meeting-attendance";

const HOUR_MS = 3_600_000;

/** Whether one signs in now: from an hour before a meeting to an hour after it. */
export function isSignInOpen({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return now >= opensAt(startsAt) && now.getTime() <= endsAt.getTime() + HOUR_MS;
}

/** From when who is there is noted, and the minutes are prepared: an hour before a meeting. */
export function opensAt(startsAt: Date): Date {
  return new Date(startsAt.getTime() - HOUR_MS);
}

/** What a code is signed around: a meeting that moves has another one. */
export function signInSubject(meetingId: string, startsAt: Date): string {
  return `${meetingId}.${startsAt.getTime()}`;
}

/** What is written of somebody whom nobody noted: what they had answered, short of coming. */
export function stateFromReply(reply: InvitationReply | null): AttendanceState {
  return reply === "excused" || reply === "represented" ? reply : "absent";
}

/** "4 sur 6": as a share, for a bar; 0 of 0 is none. */
export function rateOf({ present, held }: { present: number; held: number }): number | null {
  return held === 0 ? null : Math.round((100 * present) / held);
}
