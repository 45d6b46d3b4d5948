import type { Message } from "#lib/mail/message";
import type { OutgoingMail } from "#lib/mail/outbox";
import { formatDay } from "#lib/platform/dates";
import { formatList, of } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { answerBefore, UNCONFIRMED_DAYS } from "../rules.ts";

/** What every letter about an application is written from. */
export interface Addressed {
  number: number;
  /** The structure's. */
  name: string;
  firstName: string;
  /** Of the private link. */
  token: string;
}

/** A message to the first person of an application. */
export function toApplicant(
  id: string,
  { email, firstName, lastName }: { email: string; firstName: string; lastName: string },
  kind: string,
  message: Message,
): OutgoingMail {
  return {
    kind,
    to: { address: email, name: `${firstName} ${lastName}` },
    message,
    about: { kind: "MembershipApplication", id },
    // Its link reads, corrects and withdraws the application.
    isSecret: true,
  };
}

const APPLICANT_WHY =
  "Vous recevez ce message parce que cette adresse a été donnée dans une demande d’adhésion au club.";

/** To the applicant: nothing is examined before this is answered. */
export function confirmationLetter({ number, name, firstName, token }: Addressed): Message {
  return {
    subject: `Confirmez la demande d’adhésion ${of(name)}`,
    greeting: `Bonjour ${firstName}`,
    blocks: [
      {
        text: `La demande d’adhésion n°\u00a0${number} ${of(name)} nous est parvenue. Il reste à confirmer que cette adresse est la vôtre\u202f: le comité directeur ne la lira qu’ensuite.`,
      },
      { action: { label: "Confirmer ma demande", path: paths.applicationStatus(token) } },
      {
        text: `Gardez ce message\u202f: le même lien vous servira à suivre votre demande, à la corriger ou à la retirer. Sans confirmation, elle est effacée au bout de ${UNCONFIRMED_DAYS} jours.`,
      },
      { text: "Vous n’avez rien demandé\u202f? Ne faites rien, ou retirez la demande depuis ce lien." },
    ],
    why: APPLICANT_WHY,
  };
}

/** To the applicant, once confirmed: the receipt. */
export function receiptLetter({ number, name, firstName, token }: Addressed, confirmedAt: Date): Message {
  return {
    subject: `Demande d’adhésion n°\u00a0${number} bien reçue`,
    greeting: `Bonjour ${firstName}`,
    blocks: [
      {
        text: `Votre adresse est confirmée. Le comité directeur examine la demande ${of(name)} et vous répond avant le ${formatDay(answerBefore(confirmedAt))}, dans un sens ou dans l’autre.`,
      },
      { action: { label: "Suivre ma demande", path: paths.applicationStatus(token) } },
      { text: "S’il a une question, vous la recevrez par e-mail et vous répondrez sur la même page." },
    ],
    why: APPLICANT_WHY,
  };
}

/** To each member of the board. */
export function boardLetter({ number, name }: { number: number; name: string }, id: string, greeting: string): Message {
  return {
    subject: `Nouvelle demande d’adhésion\u202f: ${name}`,
    greeting,
    blocks: [
      {
        text: `${name} demande à rejoindre le club (demande n°\u00a0${number}). Donnez votre avis, posez vos questions ou décidez.`,
      },
      { action: { label: "Voir la demande", path: paths.boardApplication(id) } },
    ],
    why: "Vous recevez ce message parce que vous siégez au comité directeur.",
  };
}

/** To the applicant: the board wants to know more. */
export function questionLetter({ number, name, firstName, token }: Addressed, question: string): Message {
  return {
    subject: `Une question sur la demande d’adhésion ${of(name)}`,
    greeting: `Bonjour ${firstName}`,
    blocks: [
      { text: `Avant de se prononcer sur votre demande n°\u00a0${number}, le comité directeur vous demande\u202f:` },
      { quote: question },
      { action: { label: "Répondre", path: paths.applicationStatus(token) } },
    ],
    why: APPLICANT_WHY,
  };
}

/** To whoever asked. */
export function answerLetter({ name }: { name: string }, id: string, answer: string, firstName: string): Message {
  return {
    subject: `${name} a répondu à votre question`,
    greeting: `Bonjour ${firstName}`,
    blocks: [{ quote: answer }, { action: { label: "Voir la demande", path: paths.boardApplication(id) } }],
    why: "Vous recevez ce message parce que vous avez posé une question sur cette demande d’adhésion.",
  };
}

/** To the future référent: what membership begins with. */
export function welcomeLetter(
  { name, firstName }: Addressed,
  member: { slug: string; commissions: string[]; isInvited: boolean },
): Message {
  return {
    subject: `Bienvenue au club, ${name}`,
    greeting: `Bonjour ${firstName}`,
    blocks: [
      { text: `Le comité directeur a accepté votre demande\u202f: ${name} est désormais adhérente du club TacTic.` },
      {
        list: [
          `Votre fiche est dans l’annuaire\u202f: ${absolute(paths.member(member.slug))}`,
          `Vous siégez dans ${member.commissions.length > 1 ? "les commissions" : "la commission"} ${formatList(member.commissions)}\u202f: leurs réunions sont à l’agenda, ${absolute(paths.agenda)}`,
          member.isInvited
            ? "Un autre message vous invite à ouvrir votre accès\u202f: vous serez le référent de votre structure, et vous y inviterez vos collègues."
            : "Vous en êtes le référent\u202f: connectez-vous comme d’habitude, et invitez-y vos collègues.",
          "La trésorerie vous enverra l’appel à cotisation.",
        ],
      },
      { action: { label: "Voir notre fiche", path: paths.member(member.slug) } },
    ],
    why: APPLICANT_WHY,
  };
}

/** To the applicant: no, and why. */
export function refusalLetter({ number, name, firstName }: Addressed, reason: string): Message {
  return {
    subject: `Votre demande d’adhésion au club TacTic`,
    greeting: `Bonjour ${firstName}`,
    blocks: [
      {
        text: `Merci de l’intérêt que ${name} porte au club. Le comité directeur a lu votre demande n°\u00a0${number} avec attention et ne peut pas y donner suite aujourd’hui. Voici pourquoi\u202f:`,
      },
      { quote: reason },
      {
        text: "Si votre situation change, une nouvelle demande sera la bienvenue. D’ici là, l’agenda et l’annuaire du club restent ouverts à tous.",
      },
      { action: { label: "Voir l’agenda du club", path: paths.agenda } },
    ],
    why: APPLICANT_WHY,
  };
}

/** To the applicant who leaves: the receipt. */
export function withdrawalLetter({ number, name, firstName }: Addressed): Message {
  return {
    subject: `Demande d’adhésion n°\u00a0${number} retirée`,
    greeting: `Bonjour ${firstName}`,
    blocks: [
      {
        text: `La demande d’adhésion ${of(name)} est retirée. Elle sera effacée dans trente jours. Vous pouvez en déposer une autre quand vous voulez.`,
      },
      { action: { label: "Le club TacTic", path: paths.join } },
    ],
    why: APPLICANT_WHY,
  };
}
