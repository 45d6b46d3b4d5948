import type { CampaignKind } from "#lib/generated/prisma/enums";
import type { Block, Message } from "#lib/mail/message";

/** What leaves for one person: the same words for all, each with their name. */
export function campaignMessage(
  { kind, subject, body }: { kind: CampaignKind; subject: string; body: string },
  firstName: string,
): Message {
  return {
    subject,
    greeting: `Bonjour ${firstName}`,
    blocks: paragraphsOf(body).map((text): Block => ({ text })),
    why:
      kind === "newsletter"
        ? "Vous recevez la lettre du club parce que vous vous y êtes abonné."
        : "Vous recevez ce message de service parce que vous êtes d’une structure inscrite au registre du club.",
  };
}

/** Blank lines part paragraphs; a single one stays a line within. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
