import type { OutgoingMail } from "#lib/mail/outbox";
import { dayOf, formatDay, formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { CORRECTION_DAYS, correctionsUntil, type MinutesState } from "./rules.ts";

export const MINUTES_STATE_LABELS: Record<MinutesState, string> = {
  draft: "brouillon",
  approved: "approuvé, ouvert aux corrections",
  published: "publié",
};

interface Recipient {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
}

interface Told {
  eventId: string;
  slug: string;
  title: string;
  startsAt: Date;
}

/** To those who were there: the minutes are approved, corrections may be asked for. */
export function approvedMail(meeting: Told, to: Recipient, approvedAt: Date): OutgoingMail {
  return {
    kind: "minutes-approved",
    to: recipient(to),
    about: { kind: "Event", id: meeting.eventId },
    message: {
      subject: `Compte rendu à relire\u202f: ${meeting.title}`,
      greeting: `Bonjour ${to.firstName}`,
      blocks: [
        {
          text: `Le compte rendu de la réunion du ${formatDay(dayOf(meeting.startsAt))} est approuvé. Vous y étiez\u202f: vous avez ${CORRECTION_DAYS} jours, jusqu’au ${formatInstant(correctionsUntil(approvedAt))}, pour demander une correction. Il sera ensuite publié et ne changera plus.`,
        },
        { action: { label: "Relire le compte rendu", path: paths.minutes(meeting.slug) } },
      ],
      why: "Vous recevez ce message parce que vous étiez à cette réunion.",
    },
  };
}

/** To whoever approved: somebody asks for a correction, which they answer. */
export function correctionMail(meeting: Told, to: Recipient, by: string, text: string): OutgoingMail {
  return {
    kind: "minutes-correction",
    to: recipient(to),
    about: { kind: "Event", id: meeting.eventId },
    message: {
      subject: `Correction demandée\u202f: ${meeting.title}`,
      greeting: `Bonjour ${to.firstName}`,
      blocks: [
        { text: `${by} demande une correction du compte rendu\u202f:` },
        { quote: text },
        { action: { label: "Répondre", path: `${paths.minutes(meeting.slug)}#corrections` } },
      ],
      why: "Vous recevez ce message parce que vous avez approuvé ce compte rendu.",
    },
  };
}

function recipient({ id, email, firstName, lastName }: Recipient) {
  return { address: email, name: `${firstName} ${lastName}`, personId: id };
}
