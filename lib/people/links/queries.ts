import "server-only";
import { db } from "#lib/platform/db";
import { fingerprintOf } from "#lib/platform/tokens";
import { type LinkState, linkState, maskedAddress } from "./rules.ts";

/** What the page of a link shows before anything is done. */
export interface LinkView {
  state: LinkState;
  /** "n…@exemple.fr". */
  address: string;
}

/** The link with this secret, left as it is: mail scanners open links too. Null: altered, or forgotten since. */
export async function findSignInLink(secret: string, now: Date): Promise<LinkView | null> {
  const link = await db().signInLink.findUnique({
    relationLoadStrategy: "join",
    where: { fingerprint: fingerprintOf(secret) },
    select: {
      usedAt: true,
      expiresAt: true,
      person: { select: { email: true } },
      newcomer: { select: { email: true } },
    },
  });
  const email = link?.person?.email ?? link?.newcomer?.email;
  return link && email ? { state: linkState(link, now), address: maskedAddress(email) } : null;
}
