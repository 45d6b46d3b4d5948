import type { Message } from "#lib/mail/message";
import { paths } from "#lib/platform/paths";

const FACTS = {
  password: { subject: "Votre mot de passe a changé", text: "Le mot de passe de votre compte vient d’être changé." },
  factor: {
    subject: "Votre second facteur est retiré",
    text: "Le second facteur de votre compte vient d’être retiré\u202f: un mot de passe ou un lien suffit désormais pour entrer.",
  },
  recovery: {
    subject: "Un code de secours a servi",
    text: "Un de vos codes de secours vient de servir à entrer dans le portail. Il ne vaut plus rien.",
  },
};

/** Tells somebody what was done to their account, in case they are not who did it. */
export function securityMessage(firstName: string, what: keyof typeof FACTS): Message {
  const { subject, text } = FACTS[what];
  return {
    subject,
    greeting: `Bonjour ${firstName}`,
    blocks: [
      { text },
      {
        text: "C’est vous\u202f? Vous n’avez rien à faire. Sinon, choisissez sans attendre un nouveau mot de passe\u202f: toutes les autres connexions prendront fin.",
      },
      { action: { label: "Reprendre la main", path: paths.forgottenPassword } },
    ],
    why: "Vous recevez ce message parce que la sécurité de votre compte a changé.",
  };
}
