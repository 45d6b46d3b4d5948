/** The one cookie of the portal, set only when signed in. */
export const SESSION_COOKIE = "tactic-session";

/** How long a session lasts without being ended: 30 days. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;
