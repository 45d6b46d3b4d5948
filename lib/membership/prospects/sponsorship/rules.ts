import type { ProspectState } from "#lib/generated/prisma/enums";
import type { Message } from "#lib/mail/message";
import { paths } from "#lib/platform/paths";

/** They gave the club their answer: no member writes to them again. */
export const SETTLED = ["applied", "member", "not_interested"] as const satisfies readonly ProspectState[];

/** From a member to somebody of an eligible company: the link opens a form already begun. */
export function invitationLetter(
  { name, company, message }: { name: string; company: string; message: string },
  sponsor: { name: string; structure: string },
  token: string,
): Message {
  return {
    subject: `${sponsor.name} vous invite au club TacTic`,
    greeting: `Bonjour ${name}`,
    blocks: [
      {
        text: `${sponsor.name} (${sponsor.structure}) pense que ${company} a sa place dans le club informatique de l’Artois, et vous écrit\u202f:`,
      },
      { quote: message },
      { action: { label: "Commencer la demande d’adhésion", path: paths.joinInvitation(token) } },
      { text: "Le formulaire est déjà en partie rempli. Rien n’est enregistré tant que vous ne l’envoyez pas." },
      { action: { label: "Découvrir le club", path: paths.join } },
    ],
    why: `Vous recevez ce message parce que ${sponsor.name} a donné votre adresse professionnelle pour vous inviter. Elle ne sert à rien d’autre\u202f: sans réponse de votre part, le club ne vous écrira pas de nouveau.`,
  };
}
