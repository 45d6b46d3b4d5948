import "server-only";
import { cache } from "react";
import { db } from "#lib/platform/db";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { LINK_PURPOSES } from "../mails.ts";

/**
 * A need as its buyer follows it: who was asked, what each answered, the talks; null for a link that is not
 * ours. A member's phone and address are there once it said that it is interested, which is to give them.
 */
export const findFollowedNeed = cache(async (token: string) => {
  const id = readSignedToken(LINK_PURPOSES.follow, token);
  if (!id || !isUuid(id)) return null;
  const need = await db().need.findFirst({
    relationLoadStrategy: "join",
    where: { id, confirmedAt: { not: null } },
    select: {
      id: true,
      text: true,
      city: true,
      delay: true,
      budget: true,
      confirmedAt: true,
      escalatedAt: true,
      closedAt: true,
      outcome: true,
      satisfactionAskedAt: true,
      satisfaction: true,
      introductions: {
        orderBy: [{ proposedAt: "asc" }, { structureId: "asc" }],
        take: 20,
        select: {
          state: true,
          dueAt: true,
          answeredAt: true,
          promisedOn: true,
          declineReason: true,
          structure: { select: { slug: true, name: true, phone: true, email: true } },
          messages: {
            orderBy: { createdAt: "asc" },
            take: 200,
            select: { id: true, isFromBuyer: true, text: true, createdAt: true },
          },
        },
      },
    },
  });
  if (!need) return null;
  const introductions = need.introductions.map(({ structure: { phone, email, ...structure }, ...introduction }) => {
    const gives = introduction.state === "interested" || introduction.state === "won";
    return { ...introduction, structure, contact: gives ? { phone, email } : null };
  });
  return { ...need, introductions };
});
