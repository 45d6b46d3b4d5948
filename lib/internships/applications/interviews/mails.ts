import type { CalendarEntry } from "#lib/calendar/calendar";
import { clubParty, writeInvitation } from "#lib/calendar/invitation";
import type { OutgoingMail } from "#lib/mail/outbox";
import { formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { applicantName, type MailedApplication, type MailedPerson, toHouse, toStudent } from "../mails.ts";

export interface Slot {
  id: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
}

/** Moments to choose from. */
export const proposedMail = (application: MailedApplication, slots: Slot[]) =>
  toStudent(
    application,
    "interview-proposed",
    `Entretien chez ${application.structure.name}\u202f: choisissez un créneau`,
    [
      {
        text: `${application.structure.name} souhaite vous rencontrer pour «\u202f${application.internship.title}\u202f».`,
      },
      { list: slots.map(({ startsAt, endsAt }) => formatRange(startsAt, endsAt)) },
      { action: { label: "Choisir un créneau", path: paths.ownApplication(application.id) } },
    ],
  );

/** To the company's people: none of the moments suits, and when others would. */
export const declinedMails = (application: MailedApplication, words: string, people: MailedPerson[]) =>
  toHouse(
    application,
    people,
    "interview-declined",
    `Entretien\u202f: proposez d’autres créneaux à ${applicantName(application)}`,
    [
      {
        text: `Aucun des créneaux proposés pour «\u202f${application.internship.title}\u202f» ne convient à ${applicantName(application)}, qui vous écrit\u202f:`,
      },
      { quote: words },
      {
        action: {
          label: "Proposer d’autres créneaux",
          path: paths.receivedApplication(application.internship.id, application.id),
        },
      },
    ],
  );

/** The moment chosen, as an invitation for the calendar of the student and of each person of the house. */
export const chosenMails = (application: MailedApplication, slot: Slot, people: MailedPerson[], now: Date) => {
  const what = "Entretien fixé";
  return [
    ...dated(
      toStudent(application, "interview-chosen", `${what}\u202f: ${application.structure.name}`, studentFacts(slot)),
      {
        application,
        slot,
        method: "REQUEST",
        now,
        path: paths.ownApplication(application.id),
        other: application.structure.name,
      },
    ),
    ...dated(
      toHouse(
        application,
        people,
        "interview-chosen",
        `${what}\u202f: ${applicantName(application)}`,
        houseFacts(application, slot),
      ),
      {
        application,
        slot,
        method: "REQUEST",
        now,
        path: paths.receivedApplication(application.internship.id, application.id),
        other: applicantName(application),
      },
    ),
  ];
};

/** Takes the moment back, in the calendars too. */
export const cancelledMails = (application: MailedApplication, slot: Slot, people: MailedPerson[], now: Date) => {
  const blocks = [{ text: "Cet entretien n’aura pas lieu." }, facts(slot)];
  const subject = "Entretien annulé";
  return [
    ...dated(toStudent(application, "interview-cancelled", `${subject}\u202f: ${application.structure.name}`, blocks), {
      application,
      slot,
      method: "CANCEL",
      now,
      path: paths.ownApplication(application.id),
      other: application.structure.name,
    }),
    ...dated(
      toHouse(application, people, "interview-cancelled", `${subject}\u202f: ${applicantName(application)}`, blocks),
      {
        application,
        slot,
        method: "CANCEL",
        now,
        path: paths.receivedApplication(application.internship.id, application.id),
        other: applicantName(application),
      },
    ),
  ];
};

interface Dated {
  application: MailedApplication;
  slot: Slot;
  method: "REQUEST" | "CANCEL";
  now: Date;
  path: string;
  /** Whom one meets. */
  other: string;
}

/** The same messages, each an invitation that names its own reader only. */
function dated(mails: OutgoingMail[], { application, slot, method, now, path, other }: Dated): OutgoingMail[] {
  const entry: CalendarEntry = {
    ...slot,
    title: `Entretien de stage\u202f: ${other}`,
    description: application.internship.title,
    path,
    // Chosen once, taken back once: a new moment is another row.
    sequence: method === "CANCEL" ? 1 : 0,
    updatedAt: now,
    category: "Stages",
    status: "CONFIRMED",
  };
  return mails.map((mail) => {
    const attendee = { name: mail.to.name ?? "", email: mail.to.address };
    return { ...mail, calendar: writeInvitation({ entry, method, organizer: clubParty(), attendee }, now) };
  });
}

function facts({ startsAt, endsAt, place }: Slot) {
  return {
    facts: [
      { term: "Quand", value: formatRange(startsAt, endsAt) },
      { term: "Où", value: place },
    ],
  };
}

const studentFacts = (slot: Slot) => [
  { text: "C’est noté. L’invitation jointe s’ajoute à votre agenda." },
  facts(slot),
  {
    text: "Un empêchement\u202f? Retirez votre candidature, ou appelez l’entreprise\u202f: ses coordonnées sont sur sa page.",
  },
];

const houseFacts = (application: MailedApplication, slot: Slot) => [
  { text: `${applicantName(application)} a choisi ce créneau. L’invitation jointe s’ajoute à votre agenda.` },
  facts(slot),
  {
    action: {
      label: "Relire la candidature",
      path: paths.receivedApplication(application.internship.id, application.id),
    },
  },
];
