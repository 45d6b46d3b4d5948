import type { OutgoingMail } from "#lib/mail/outbox";
import { paths } from "#lib/platform/paths";

/** Somebody of one of the two structures. */
export interface Reader {
  personId: string;
  email: string;
  firstName: string;
  lastName: string;
}

/** What a message is about, and from whom. */
export interface About {
  exchangeId: string;
  title: string;
  /** The other structure's name. */
  from: string;
}

/** What was written to the other structure, whole: as an answer when it is the first word, as a word after. */
export function wordLetter(about: About, to: Reader, text: string, isFirst: boolean): OutgoingMail {
  return letter(about, to, {
    kind: isFirst ? "exchange-answered" : "exchange-word",
    subject: `${about.from} ${isFirst ? "répond à" : "vous écrit à propos de"} «\u202f${about.title}\u202f»`,
    blocks: [{ quote: text }, { action: { label: "Lire et répondre", path: paths.exchange(about.exchangeId) } }],
  });
}

/** To the one it was done with. */
export function doneLetter(about: About, to: Reader): OutgoingMail {
  return letter(about, to, {
    kind: "exchange-done",
    subject: `C’est fait\u202f: «\u202f${about.title}\u202f»`,
    blocks: [
      {
        text: `${about.from} dit que c’est fait avec vous. Un mot de merci\u202f? Si vous êtes d’accord tous les deux, il paraîtra sur vos deux fiches de l’annuaire.`,
      },
      { action: { label: "Voir l’échange", path: paths.exchange(about.exchangeId) } },
    ],
  });
}

/** A word of thanks, and what it takes for the public to read it. */
export function thanksLetter(about: About, to: Reader, text: string): OutgoingMail {
  return letter(about, to, {
    kind: "exchange-thanks",
    subject: `${about.from} vous remercie`,
    blocks: [
      { quote: text },
      {
        text: "Ce mot ne paraît sur vos deux fiches que si vous en êtes d’accord tous les deux\u202f; cela se reprend.",
      },
      { action: { label: "Dire si je suis d’accord", path: paths.exchange(about.exchangeId) } },
    ],
  });
}

function letter(
  { exchangeId }: About,
  { personId, email, firstName, lastName }: Reader,
  { kind, subject, blocks }: { kind: string; subject: string; blocks: OutgoingMail["message"]["blocks"] },
): OutgoingMail {
  return {
    kind,
    to: { address: email, name: `${firstName} ${lastName}`, personId },
    about: { kind: "SkillExchange", id: exchangeId },
    message: {
      subject,
      greeting: `Bonjour ${firstName}`,
      blocks,
      why: "Vous recevez ce message parce que votre structure prend part à cet échange entre adhérents.",
    },
  };
}
