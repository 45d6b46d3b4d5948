/** The one cookie of the portal, set only when signed in; next-auth reads and writes it. */
export const SESSION_COOKIE = "tactic-session";
