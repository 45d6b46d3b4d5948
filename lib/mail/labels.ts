import type { MailState } from "#lib/generated/prisma/enums";

/** The states of a message, as the log says them. */
export const MAIL_STATE_LABELS: Record<MailState, string> = {
  queued: "en attente",
  sent: "parti",
  kept: "gardé (aucun serveur d’envoi)",
  dead: "non remis",
};
