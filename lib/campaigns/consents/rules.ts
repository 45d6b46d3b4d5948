/** The purpose of the signed links of the letter. */
export const UNSUBSCRIBE = "unsubscribe";

/**
 * What is agreed to, by version: a new wording is a new line, and whoever agreed keeps the old one.
 * CNIL: a consent is proved by its text and its date.
 */
export const CONSENT_TEXTS: Record<number, string> = {
  1: "J’accepte de recevoir par e-mail la lettre du club\u202f: vie des commissions, rendez-vous, offres des adhérents. Je peux me désabonner à tout moment par le lien de chaque lettre ou depuis mon espace.",
};

export const CONSENT_VERSION = 1;
