/** How long a link that somebody asked for lasts, and its code. */
export const LINK_MINUTES = 15;

/** How often six digits may be tried for one request. */
export const CODE_TRIES = 3;

/** Links asked for one address: less than one link lives, so that the mailbox always holds one that works. */
export const LINKS_PER_ADDRESS = { limit: 3, seconds: LINK_MINUTES * 60 };

/** Links asked from one network: a school's classroom gets in, a list of addresses does not get through. */
export const LINKS_PER_NETWORK = { limit: 60, seconds: 60 * 60 };

export type LinkState = "usable" | "used" | "expired";

/** What a link is worth at `now`. */
export function linkState({ usedAt, expiresAt }: { usedAt: Date | null; expiresAt: Date }, now: Date): LinkState {
  if (usedAt) return "used";
  return expiresAt > now ? "usable" : "expired";
}

/** "n…@exemple.fr": enough for its owner to know it again. */
export function maskedAddress(email: string): string {
  return email.replace(/^(.)[^@]*/, "$1…");
}
