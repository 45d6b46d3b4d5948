import type { OutgoingMail } from "#lib/mail/outbox";
import { formatInstant, formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import type { RoomState } from "#lib/rooms/rules";

export const ROOM_STATE_LABELS: Record<RoomState, string> = {
  free: "salle libre",
  asked: "salle demandée",
  taken: "salle prise",
};

/** A poll as its messages tell it. */
export interface PollSubject {
  id: string;
  title: string;
  description: string;
  deadline: Date;
  /** Without a slug: the board. */
  commission: { slug: string | null; name: string };
  slots: { startsAt: Date; endsAt: Date }[];
}

export interface Asked {
  /** Signed around their invitation. */
  token: string;
  personId: string;
  email: string;
  firstName: string;
  lastName: string;
}

/** Asks somebody for their answers, without an account; again when they are silent. */
export function pollMail(poll: PollSubject, to: Asked, kind: "poll-open" | "poll-reminder"): OutgoingMail {
  const isReminder = kind === "poll-reminder";
  return {
    kind,
    to: { address: to.email, name: `${to.firstName} ${to.lastName}`, personId: to.personId },
    about: { kind: "Poll", id: poll.id },
    message: {
      subject: `${isReminder ? "Votre réponse manque" : "Quelle date vous convient"}\u202f: ${poll.title}`,
      greeting: `Bonjour ${to.firstName}`,
      blocks: [
        {
          text: isReminder
            ? `${groupOf(poll)} attend encore votre réponse pour fixer sa réunion.`
            : `${groupOf(poll)} cherche la date de sa prochaine réunion.`,
        },
        ...(poll.description ? [{ quote: poll.description }] : []),
        { list: poll.slots.map(({ startsAt, endsAt }) => formatRange(startsAt, endsAt)) },
        { text: `Répondez d’un clic, sans vous connecter, avant le ${formatInstant(poll.deadline)}.` },
        { action: { label: "Donner mes disponibilités", path: paths.pollLink(to.token) } },
      ],
      why: `Ce lien est personnel\u202f: ne le transmettez pas. Vous le recevez parce que ${poll.commission.slug ? "votre structure est membre de la commission" : "vous siégez au comité directeur"}.`,
    },
  };
}

/** Who looks for a date, as the subject of a sentence. */
function groupOf({ commission }: Pick<PollSubject, "commission">): string {
  return commission.slug ? `La commission ${commission.name}` : "Le comité directeur";
}

/** Tells those who lead that something of the poll waits for them. */
export function leadMail(
  poll: Pick<PollSubject, "id" | "title" | "commission">,
  to: { id: string; email: string; firstName: string; lastName: string },
  { subject, sentences, isOrphan }: { subject: string; sentences: string[]; isOrphan: boolean },
): OutgoingMail {
  return {
    kind: "poll-lead",
    to: { address: to.email, name: `${to.firstName} ${to.lastName}`, personId: to.id },
    about: { kind: "Poll", id: poll.id },
    message: {
      subject: `${subject}\u202f: ${poll.title}`,
      greeting: `Bonjour ${to.firstName}`,
      blocks: [
        ...sentences.map((text) => ({ text })),
        isOrphan
          ? { action: { label: "Nommer un responsable", path: paths.boardMandates } }
          : { action: { label: "Voir le sondage", path: paths.poll(poll.commission.slug, poll.id) } },
      ],
      why:
        poll.commission.slug && !isOrphan
          ? "Vous recevez ce message parce que vous animez la commission."
          : "Vous recevez ce message parce que vous convoquez le comité directeur.",
    },
  };
}
