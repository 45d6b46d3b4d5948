import "server-only";
import { db } from "#lib/platform/db";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { LINK_PURPOSES } from "../mails.ts";

/** The need that a confirmation link is about; null when it is gone or the link is not ours. */
export async function findNeedToConfirm(token: string) {
  const id = readSignedToken(LINK_PURPOSES.confirm, token);
  if (!id || !isUuid(id)) return null;
  return db().need.findUnique({
    where: { id },
    select: {
      id: true,
      text: true,
      city: true,
      delay: true,
      budget: true,
      contactName: true,
      confirmedAt: true,
      introductions: {
        orderBy: { structure: { name: "asc" } },
        select: { structure: { select: { name: true } } },
      },
    },
  });
}
