import type { Message } from "#lib/mail/message";
import { paths } from "#lib/platform/paths";
import { LINK_MINUTES } from "./rules.ts";

const NOT_ME = "Si vous n’avez rien demandé, ignorez ce message\u202f: sans lui, personne n’entre.";

/** The link that lets in at once, and the code for who reads their mail on another device. */
export function signInMessage(firstName: string, path: string, code: string): Message {
  return {
    subject: "Votre lien de connexion",
    greeting: `Bonjour ${firstName}`,
    blocks: [
      {
        text: `Voici votre lien pour entrer dans le portail du club. Il sert une fois, dans les ${LINK_MINUTES} minutes.`,
      },
      { action: { label: "Me connecter", path } },
      { text: "Le lien ne s’ouvre pas sur le bon appareil\u202f? Saisissez ce code là où vous l’avez demandé\u00a0:" },
      { code },
      { text: NOT_ME },
    ],
    why: "Vous recevez ce message parce qu’un lien de connexion a été demandé pour votre adresse.",
  };
}

/** To an address of no account: the form answers everybody the same, this message says so and what one may do. */
export function noAccountMessage(email: string): Message {
  return {
    subject: "Aucun compte à cette adresse",
    greeting: "Bonjour",
    blocks: [
      {
        text: `Quelqu’un a demandé un lien de connexion au portail du club pour ${email}. Aucun compte n’y correspond.`,
      },
      {
        text: "Votre structure est adhérente\u202f? Essayez l’adresse à laquelle le club vous écrit, ou demandez à son référent de vous inviter. Sinon, voici comment nous rejoindre. Vous cherchez un stage\u202f? Candidatez depuis la page d’une offre\u202f: un compte s’ouvre avec votre première candidature.",
      },
      { action: { label: "Rejoindre le club", path: paths.join } },
      { text: "Si vous n’avez rien demandé, vous n’avez rien à faire." },
    ],
    why: "Vous recevez ce message parce qu’un lien de connexion a été demandé pour votre adresse.",
  };
}

/** To somebody suspended: why no link comes, and whom to ask. */
export function suspendedMessage(firstName: string): Message {
  return {
    subject: "Votre accès est suspendu",
    greeting: `Bonjour ${firstName}`,
    blocks: [
      { text: "Vous avez demandé un lien de connexion. Votre accès au portail est suspendu pour le moment." },
      { text: "Pour en parler, écrivez au club\u00a0: les coordonnées sont sur la page de présentation." },
      { action: { label: "Écrire au club", path: paths.club } },
    ],
    why: "Vous recevez ce message parce qu’un lien de connexion a été demandé pour votre adresse.",
  };
}
