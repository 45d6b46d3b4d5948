import { noteAttendance } from "#lib/meetings/attendance/commands";
import { approveMinutes } from "#lib/meetings/minutes/approval/commands";
import { startMinutes } from "#lib/meetings/minutes/commands";
import { scheduleMeeting } from "#lib/meetings/schedule/commands";
import { db } from "#lib/platform/db";
import { addCommission } from "./own-commissions.ts";

type Own = Awaited<ReturnType<typeof addCommission>>;

export const CALLED_ON = new Date("2034-01-02T10:00:00Z");
const STARTS_AT = new Date("2034-02-14T17:00:00Z");
export const ENDS_AT = new Date("2034-02-14T19:00:00Z");

/** An instant so many hours after the meeting begins. */
export const hours = (count: number) => new Date(STARTS_AT.getTime() + count * 3_600_000);

/** A meeting of a commission of a test's own, on 14 February 2034 from 18:00 to 20:00; or another day. */
export async function addMeeting(own?: Own, day = "2034-02-14") {
  const there = own ?? (await addCommission({ people: 3 }));
  const slug = await scheduleMeeting(
    there.lead.actor,
    {
      commission: there.commission.slug,
      title: "Réunion",
      description: "",
      day,
      from: "18:00",
      to: "20:00",
      format: "in_person",
      place: "Chez nous",
    },
    CALLED_ON,
  );
  const { id: eventId, meeting } = await db().event.findUniqueOrThrow({
    where: { slug },
    select: { id: true, meeting: { select: { id: true } } },
  });
  const [first, second, third] = there.members;
  if (!meeting || !first || !second || !third) throw new Error("nobody");
  return { own: there, slug, eventId, meetingId: meeting.id, lead: there.lead, first, second, third };
}

export type Held = Awaited<ReturnType<typeof holdMeeting>>;

/** A meeting held, `first` there, its minutes begun. */
export async function holdMeeting(own?: Own, day?: string, at = hours(1)) {
  const meeting = await addMeeting(own, day);
  const { lead, first, meetingId } = meeting;
  await noteAttendance(lead.actor, { meetingId, note: { state: "present", personId: first.id } }, at);
  await startMinutes(lead.actor, { meetingId }, at);
  return meeting;
}

/** Its minutes as they are kept. */
export function minutesOf(meetingId: string) {
  return db().minutes.findUniqueOrThrow({ where: { meetingId } });
}

/** Has them approved, or amended, with this text. */
export async function approveText({ lead, meetingId }: Held, body: string, now = hours(2), publicPart = "") {
  const { version } = await minutesOf(meetingId);
  return approveMinutes(lead.actor, { meetingId, version, body, publicPart }, now);
}
