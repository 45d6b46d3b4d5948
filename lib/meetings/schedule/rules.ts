import type { MeetingFormat } from "#lib/generated/prisma/enums";
import { type Day, fromParis } from "#lib/platform/dates";
import { Refusal } from "#lib/platform/errors";
import type { MeetingMove } from "./schema.ts";

/** The longest meeting, in minutes. */
const LONGEST = 8 * 60;

/**
 * From the wall's hours to instants.
 *
 * @throws Refusal `ends_before_start`, `too_long`, `in_the_past`
 */
export function spanOf({ day, from, to }: { day: Day; from: string; to: string }, now: Date) {
  const [startsAt, endsAt] = [fromParis(day, from), fromParis(day, to)];
  if (endsAt <= startsAt) throw new Refusal("ends_before_start", "La fin doit venir après le début.", "to");
  if (endsAt.getTime() - startsAt.getTime() > LONGEST * 60_000) {
    throw new Refusal("too_long", "Une réunion dure huit heures au plus.", "to");
  }
  if (startsAt <= now) throw new Refusal("in_the_past", "Cette date est passée. Choisissez-en une à venir.", "day");
  return { startsAt, endsAt };
}

/** What a form asks to change of a meeting, but for the date. */
export function changeOf({ title, description, format, videoUrl, roomId, place }: Omit<MeetingMove, "eventId">) {
  return {
    roomId: format === "remote" ? null : (roomId ?? null),
    place: place ?? null,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(format ? { format, videoUrl: format === "in_person" ? null : (videoUrl ?? null) } : {}),
  };
}

/** What an invitation says beside date and place. */
export interface Said {
  title: string;
  description: string;
  format: MeetingFormat;
  videoUrl: string | null;
}

/** The same with what is given anew. */
export function saidAnew(before: Said, { title, description, format, videoUrl }: Partial<Said>): Said {
  return {
    title: title ?? before.title,
    description: description ?? before.description,
    format: format ?? before.format,
    videoUrl: videoUrl === undefined ? before.videoUrl : videoUrl,
  };
}

/** What is said otherwise than before, each in a sentence. */
export function otherwiseSaid(before: Said, after: Said): string[] {
  return [
    ...(after.title === before.title ? [] : [`Elle s’appelle désormais «\u202f${after.title}\u202f».`]),
    ...(after.format === before.format ? [] : [`Elle se tient désormais ${HELD[after.format]}.`]),
    ...(after.videoUrl === before.videoUrl || !after.videoUrl ? [] : ["L’adresse de la visioconférence change."]),
    ...(after.description === before.description ? [] : ["Ce que dit l’invitation change."]),
  ];
}

const HELD: Record<MeetingFormat, string> = {
  in_person: "en présence",
  remote: "à distance",
  mixed: "en présence et à distance",
};
