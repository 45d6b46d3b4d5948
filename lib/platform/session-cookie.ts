/** The cookie of whoever is signed in. */
export const SESSION_COOKIE = "tactic-session";

/** How long a session lasts without being ended: 30 days. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** How every cookie of the portal is set: no script reads it, no other site sends it with a form. */
export function cookieOptions() {
  return {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: process.env.APP_URL?.startsWith("https://") ?? false,
  } as const;
}
