import type { RoomBookingState } from "#lib/generated/prisma/enums";
import type { OutgoingMail } from "#lib/mail/outbox";
import { formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

/** What stands beside a room: whose turn it is to answer. */
export const BOOKING_STATE_LABELS: Record<RoomBookingState, string> = {
  requested: "salle demandée",
  offered: "autre salle proposée",
  confirmed: "salle confirmée",
  declined: "salle refusée",
  cancelled: "demande annulée",
};

/** How a room is written where a date says its place. */
export function placeOf(room: { name: string; venue: { name: string } }): string {
  return `${room.name}, ${room.venue.name}`;
}

/** What the messages to a keeper need. */
export interface KeeperSubject {
  id: string;
  token: string;
  startsAt: Date;
  endsAt: Date;
  /** What the room is for. */
  purpose: string;
  room: { name: string; venue: { name: string; keeperName: string | null; keeperEmail: string | null } };
}

/** Asks the keeper for a room, with the link that answers. */
export function requestMail(subject: KeeperSubject): OutgoingMail[] {
  return toKeeper(subject, "room-request", `Salle demandée\u202f: ${facts(subject)}`, [
    { text: "Le club TacTic souhaite emprunter une salle." },
    { facts: factsOf(subject) },
    {
      text: "Un clic suffit pour confirmer, refuser ou proposer une autre salle\u202f: aucun compte n’est nécessaire. En attendant votre réponse, la salle est gardée dans notre agenda.",
    },
    { action: { label: "Répondre à la demande", path: paths.roomLink(subject.token) } },
  ]);
}

/** Tells the keeper that the room is not needed any more. */
export function releaseMail(subject: KeeperSubject): OutgoingMail[] {
  return toKeeper(subject, "room-release", `Salle libérée\u202f: ${facts(subject)}`, [
    { text: "La salle n’est plus nécessaire\u202f: elle est de nouveau à vous. Merci\u202f!" },
    { facts: factsOf(subject) },
  ]);
}

function facts({ room, startsAt, endsAt }: KeeperSubject): string {
  return `${room.name}, ${formatRange(startsAt, endsAt)}`;
}

function factsOf({ room, startsAt, endsAt, purpose }: KeeperSubject) {
  return [
    { term: "Salle", value: placeOf(room) },
    { term: "Quand", value: formatRange(startsAt, endsAt) },
    { term: "Pour", value: purpose },
  ];
}

/** Nothing for a venue that has nobody to ask. */
function toKeeper(
  { id, room: { venue } }: KeeperSubject,
  kind: string,
  subject: string,
  blocks: OutgoingMail["message"]["blocks"],
): OutgoingMail[] {
  if (!venue.keeperEmail) return [];
  const name = venue.keeperName ?? venue.name;
  return [
    {
      kind,
      to: { address: venue.keeperEmail, name },
      about: { kind: "RoomBooking", id },
      message: {
        subject,
        greeting: `Bonjour${venue.keeperName ? ` ${venue.keeperName}` : ""}`,
        blocks,
        why: `Vous recevez ce message parce que vous prêtez les salles de «\u202f${venue.name}\u202f» au club.`,
      },
    },
  ];
}

/** Tells those who lead a commission, or call the board, what became of the room that they asked for. */
export function leadMail(
  meeting: { id: string; title: string; commission: string | null; event: string },
  to: { id: string; email: string; firstName: string; lastName: string },
  { subject, sentences, isOrphan }: { subject: string; sentences: string[]; isOrphan: boolean },
): OutgoingMail {
  return {
    kind: "room-answer",
    to: { address: to.email, name: `${to.firstName} ${to.lastName}`, personId: to.id },
    about: { kind: "RoomBooking", id: meeting.id },
    message: {
      subject: `${subject}\u202f: ${meeting.title}`,
      greeting: `Bonjour ${to.firstName}`,
      blocks: [
        ...sentences.map((text) => ({ text })),
        isOrphan
          ? { action: { label: "Nommer un responsable", path: paths.boardMandates } }
          : { action: { label: "Voir la réunion", path: paths.meeting(meeting.commission, meeting.event) } },
      ],
      why: `Vous recevez ce message parce que vous ${meeting.commission && !isOrphan ? "animez la commission" : "convoquez le comité directeur"}.`,
    },
  };
}

/** The rooms of a choice: what each holds, what it has, how one gets in. */
export function roomOptions(
  rooms: {
    id: string;
    name: string;
    capacity: number;
    equipment: string[];
    access: string | null;
    venue: { name: string };
  }[],
): { value: string; label: string }[] {
  return rooms.map((room) => {
    const facts = [`${room.capacity} places`, ...room.equipment, ...(room.access ? [room.access] : [])].join(", ");
    return { value: room.id, label: `${placeOf(room)} (${facts})` };
  });
}
