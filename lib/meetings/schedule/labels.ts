import type { CalendarEntry } from "#lib/calendar/calendar";
import { clubParty, writeInvitation } from "#lib/calendar/invitation";
import type { EventKind } from "#lib/generated/prisma/enums";
import type { OutgoingMail } from "#lib/mail/outbox";
import { formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

/** Where a meeting without a place is held. */
export const REMOTE_PLACE = "À distance";

/** A meeting as its messages tell it. */
export interface CalledMeeting {
  entry: CalendarEntry;
  /** The room is asked for, not lent yet. */
  isRoomPending: boolean;
  kind: EventKind;
  /** What is voted on, where the statutes say who votes. */
  assembly: { resolutions: string[]; hasProxies: boolean } | null;
  /** Titles, in order. */
  agenda: string[];
}

/** One of those called. */
export interface Called {
  invitationId: string;
  /** Signed around their invitation. */
  token: string;
  personId: string;
  email: string;
  firstName: string;
  lastName: string;
}

/** Calls somebody to a meeting; the message is also an invitation for their calendar. */
export function callMail(meeting: CalledMeeting, to: Called, now: Date): OutgoingMail {
  return mail(meeting, to, now, {
    kind: "meeting-call",
    method: "REQUEST",
    subject: `${meeting.assembly ? "Convocation" : "Invitation"}\u202f: ${meeting.entry.title}`,
    blocks: [
      { text: meeting.assembly ? "Vous êtes convoqué à cette réunion." : "Vous êtes invité à cette réunion." },
      ...facts(meeting),
      ...voteBlocks(meeting),
      ...answerBlocks(to),
    ],
  });
}

/** Tells of another date or place: the calendar that has the former one moves it. */
export function moveMail(meeting: CalledMeeting, to: Called, change: string, now: Date): OutgoingMail {
  return mail(meeting, to, now, {
    kind: "meeting-move",
    method: "REQUEST",
    subject: `Changement\u202f: ${meeting.entry.title}`,
    blocks: [{ text: change }, ...facts(meeting), ...voteBlocks(meeting), ...answerBlocks(to)],
  });
}

/** Takes the date back. */
export function cancelMail(meeting: CalledMeeting, to: Called, reason: string, now: Date): OutgoingMail {
  return mail(meeting, to, now, {
    kind: "meeting-cancel",
    method: "CANCEL",
    subject: `Annulation\u202f: ${meeting.entry.title}`,
    blocks: [{ text: "Cette réunion n’aura pas lieu à cette date." }, { quote: reason }, ...facts(meeting)],
  });
}

/** A week or a day before. */
export function reminderMail(meeting: CalledMeeting, to: Called, days: number): OutgoingMail {
  const { title } = meeting.entry;
  return {
    kind: "meeting-reminder",
    to: recipient(to),
    about: { kind: "Event", id: meeting.entry.id },
    message: {
      subject: `${days === 1 ? "Demain" : "Dans une semaine"}\u202f: ${title}`,
      greeting: `Bonjour ${to.firstName}`,
      blocks: [
        { text: "Un rappel de la réunion à laquelle vous êtes invité." },
        ...facts(meeting),
        ...voteBlocks(meeting),
        ...answerBlocks(to),
      ],
      why: WHY[meeting.kind],
    },
  };
}

const WHY: Record<EventKind, string> = {
  commission_meeting: "Vous recevez ce message parce que votre structure est membre de la commission.",
  board_meeting: "Vous recevez ce message parce que vous siégez au comité directeur.",
  general_assembly: "Vous recevez ce message parce que vous représentez une structure adhérente.",
  club_event: "Vous recevez ce message parce que le club vous y invite.",
};

function mail(
  { entry, kind: met }: CalledMeeting,
  to: Called,
  now: Date,
  {
    kind,
    method,
    subject,
    blocks,
  }: { kind: string; method: "REQUEST" | "CANCEL"; subject: string; blocks: OutgoingMail["message"]["blocks"] },
): OutgoingMail {
  const attendee = { name: `${to.firstName} ${to.lastName}`, email: to.email };
  return {
    kind,
    to: recipient(to),
    about: { kind: "Event", id: entry.id },
    message: { subject, greeting: `Bonjour ${to.firstName}`, blocks, why: WHY[met] },
    calendar: writeInvitation({ entry, method, organizer: clubParty(), attendee }, now),
  };
}

function recipient({ email, firstName, lastName, personId }: Called) {
  return { address: email, name: `${firstName} ${lastName}`, personId };
}

function facts({ entry: { startsAt, endsAt, place, videoUrl, description }, isRoomPending, agenda }: CalledMeeting) {
  return [
    {
      facts: [
        { term: "Quand", value: formatRange(startsAt, endsAt) },
        { term: "Où", value: `${place}${isRoomPending ? " (salle demandée, pas encore confirmée)" : ""}` },
        ...(videoUrl ? [{ term: "Visioconférence", value: videoUrl }] : []),
      ],
    },
    ...(description ? [{ quote: description }] : []),
    ...(agenda.length > 0 ? [{ text: "À l’ordre du jour\u202f:" }, { list: agenda }] : []),
  ];
}

/** What will be put to the vote, and what somebody who cannot come may do. */
function voteBlocks({ assembly, entry }: CalledMeeting) {
  if (!assembly) return [];
  return [
    ...(assembly.resolutions.length > 0 ? [{ text: "Seront mis au vote\u202f:" }, { list: assembly.resolutions }] : []),
    ...(assembly.hasProxies ? [{ text: "Vous ne pouvez pas venir\u202f? Donnez pouvoir à un autre votant." }] : []),
    { action: { label: "Voir les votes et donner pouvoir", path: entry.path } },
  ];
}

function answerBlocks({ token }: Called) {
  return [
    {
      text: "Répondez d’un clic, sans vous connecter\u202f: les boutons de votre agenda ne préviennent pas le responsable.",
    },
    { action: { label: "Je participe, ou je m’excuse", path: paths.meetingLink(token) } },
  ];
}
