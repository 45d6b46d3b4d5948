import { type CalendarEvent, entryOf } from "#lib/calendar/calendar";
import { clubParty, writeInvitation } from "#lib/calendar/invitation";
import type { OutgoingMail } from "#lib/mail/outbox";
import { formatInstant, formatRange } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { signedToken } from "#lib/platform/tokens";
import { LINKS } from "../rules.ts";

/** Whoever registered, as messages need them. */
export interface Registrant {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  guests: number;
  personId: string | null;
}

/** What an event's messages and private pages tell of it. */
export const TOLD = {
  id: true,
  slug: true,
  title: true,
  description: true,
  startsAt: true,
  endsAt: true,
  place: true,
  sequence: true,
  kind: true,
  updatedAt: true,
  commission: { select: { name: true } },
  cancellation: { select: { reason: true } },
} as const;

type Blocks = OutgoingMail["message"]["blocks"];

/** "Is this address yours?" Nothing is held before the answer. */
export function confirmLetter(event: CalendarEvent, to: Registrant): OutgoingMail {
  return letter(event, to, {
    kind: "registration-confirm",
    subject: `Confirmez votre inscription\u202f: ${event.title}`,
    blocks: [
      { text: "Il reste un clic pour que votre place soit retenue\u202f: confirmez que cette adresse est la vôtre." },
      ...facts(event, to),
      { action: { label: "Confirmer mon inscription", path: ownPath(to) } },
      { text: "Vous n’avez rien demandé\u202f? Ignorez ce message\u202f: sans confirmation, tout s’efface." },
    ],
  });
}

/** A seat is held: with the page that has the code of the door, and an entry for the calendar. */
export function registeredLetter(event: CalendarEvent, to: Registrant, now: Date): OutgoingMail {
  return letter(event, to, {
    kind: "registration-registered",
    subject: `Votre place est retenue\u202f: ${event.title}`,
    blocks: [{ text: "C’est noté, nous vous attendons." }, ...facts(event, to), ...entry(to)],
    calendar: calendarOf(event, to, "REQUEST", now),
  });
}

/** No seat is left: what the waiting list is, and no entry for a calendar yet. */
export function waitingLetter(event: CalendarEvent, to: Registrant): OutgoingMail {
  return letter(event, to, {
    kind: "registration-waiting",
    subject: `Liste d’attente\u202f: ${event.title}`,
    blocks: [
      {
        text: "Toutes les places sont prises. Vous êtes sur la liste d’attente\u202f: dès qu’une place se libère, elle est à vous et nous vous écrivons.",
      },
      ...facts(event, to),
      { action: { label: "Voir ou retirer mon inscription", path: ownPath(to) } },
    ],
  });
}

/** A seat came free for who waited: held at once, with the entry for the calendar. */
export function movedUpLetter(event: CalendarEvent, to: Registrant, now: Date): OutgoingMail {
  return letter(event, to, {
    kind: "registration-moved-up",
    subject: `Une place s’est libérée\u202f: ${event.title}`,
    blocks: [
      {
        text: "Vous quittez la liste d’attente\u202f: votre place est retenue. Si vous ne pouvez plus venir, laissez-la au suivant.",
      },
      ...facts(event, to),
      ...entry(to),
    ],
    calendar: calendarOf(event, to, "REQUEST", now),
  });
}

/** To an address that is registered already: the form answers the same to everybody, this message says so. */
export function alreadyLetter(event: CalendarEvent, to: Registrant): OutgoingMail {
  return letter(event, to, {
    kind: "registration-already",
    subject: `Vous êtes déjà sur la liste\u202f: ${event.title}`,
    blocks: [
      { text: "Cette adresse était déjà donnée pour ce rendez-vous\u202f: rien n’a changé." },
      ...facts(event, to),
      { action: { label: "Voir ou retirer mon inscription", path: ownPath(to) } },
    ],
  });
}

/** Had a seat or not: only who had one has something to strike out of their calendar. */
export function withdrawnLetter(event: CalendarEvent, to: Registrant, hadSeat: boolean, now: Date): OutgoingMail {
  return letter(event, to, {
    kind: "registration-withdrawn",
    subject: `Inscription retirée\u202f: ${event.title}`,
    blocks: [
      {
        text: hadSeat
          ? "Votre inscription est retirée. Merci de l’avoir dit\u202f: la place va à quelqu’un d’autre."
          : "Votre inscription est retirée. Merci de l’avoir dit.",
      },
      ...facts(event, to),
    ],
    ...(hadSeat ? { calendar: calendarOf(event, to, "CANCEL", now) } : {}),
  });
}

/** The date or the place changed, said in `words`; only who has a seat has an entry of a calendar to move. */
export function movedLetter(
  event: CalendarEvent,
  to: Registrant,
  words: string,
  hasSeat: boolean,
  now: Date,
): OutgoingMail {
  return letter(event, to, {
    kind: "registration-event-moved",
    subject: `Changement\u202f: ${event.title}`,
    blocks: [
      { text: `${words} Votre inscription vaut toujours\u202f; si vous ne pouvez plus venir, retirez-la.` },
      ...facts(event, to),
      { action: { label: "Voir ou retirer mon inscription", path: ownPath(to) } },
    ],
    ...(hasSeat ? { calendar: calendarOf(event, to, "REQUEST", now) } : {}),
  });
}

/** It does not take place, and why; only who has a seat has something to strike out of their calendar. */
export function cancelledLetter(
  event: CalendarEvent,
  to: Registrant,
  reason: string,
  hasSeat: boolean,
  now: Date,
): OutgoingMail {
  return letter(event, to, {
    kind: "registration-event-cancelled",
    subject: `Annulation\u202f: ${event.title}`,
    blocks: [{ text: "Ce rendez-vous n’aura pas lieu." }, { quote: reason }, ...facts(event, to)],
    ...(hasSeat ? { calendar: calendarOf(event, to, "CANCEL", now) } : {}),
  });
}

/** A week or a day before, to who has a seat: when, where, and the page that has the code of the door. */
export function reminderLetter(event: CalendarEvent, to: Registrant, days: number): OutgoingMail {
  return letter(event, to, {
    kind: "registration-reminder",
    subject: `${days === 1 ? "Demain" : "Dans une semaine"}\u202f: ${event.title}`,
    blocks: [{ text: `Nous vous attendons ${formatInstant(event.startsAt)}.` }, ...facts(event, to), ...entry(to)],
  });
}

/** To who came for a company that is no member: what they told the club once is not asked again. */
export function thanksLetter(event: CalendarEvent, to: Registrant, organization: string): OutgoingMail {
  return letter(event, to, {
    kind: "registration-thanks",
    subject: `Merci d’être venu\u202f: ${event.title}`,
    blocks: [
      { text: `Merci d’être venu pour ${organization}. Si ce que vous avez vu vous a plu, le club vous est ouvert.` },
      { text: "Le formulaire ci-dessous est déjà rempli de ce que vous nous avez dit\u202f; comptez cinq minutes." },
      { action: { label: "Demander à adhérer", path: paths.joinVisit(signedToken(LINKS.visit, to.id)) } },
      { text: "C’est le seul message que nous vous envoyons à ce sujet." },
    ],
  });
}

function letter(
  event: CalendarEvent,
  { email, firstName, lastName, personId }: Registrant,
  { kind, subject, blocks, calendar }: { kind: string; subject: string; blocks: Blocks; calendar?: string },
): OutgoingMail {
  return {
    kind,
    to: { address: email, name: `${firstName} ${lastName}`, ...(personId ? { personId } : {}) },
    about: { kind: "Event", id: event.id },
    message: {
      subject,
      greeting: `Bonjour ${firstName}`,
      blocks,
      why: "Vous recevez ce message parce que cette adresse a été donnée pour s’inscrire à ce rendez-vous.",
    },
    ...(calendar ? { calendar } : {}),
  };
}

function facts({ startsAt, endsAt, place }: CalendarEvent, { guests }: Registrant): Blocks {
  return [
    {
      facts: [
        { term: "Quand", value: formatRange(startsAt, endsAt) },
        { term: "Où", value: place ?? "Lieu à préciser" },
        ...(guests > 0 ? [{ term: "Avec vous", value: count(guests, "invité") }] : []),
      ],
    },
  ];
}

function entry(to: Registrant): Blocks {
  return [
    {
      text: "Sur cette page, de quoi entrer dans votre agenda, le code à montrer à l’entrée, et le bouton pour laisser votre place\u202f:",
    },
    { action: { label: "Mon inscription", path: ownPath(to) } },
  ];
}

function ownPath({ id }: Registrant): string {
  return paths.registration(signedToken(LINKS.own, id));
}

function calendarOf(event: CalendarEvent, to: Registrant, method: "REQUEST" | "CANCEL", now: Date): string {
  const attendee = { name: `${to.firstName} ${to.lastName}`, email: to.email };
  return writeInvitation({ entry: entryOf(event), method, organizer: clubParty(), attendee, isComing: true }, now);
}
