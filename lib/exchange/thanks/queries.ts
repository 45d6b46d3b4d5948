import "server-only";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";

/**
 * The words of thanks that the page of a member shows: those that both agree to, between members of
 * today; latest first. For everybody.
 */
export async function listThanks(slug: string) {
  readTag("skill_exchange_thanks", "structure");
  const active = { status: "active" as const };
  const rows = await db().skillExchangeThanks.findMany({
    relationLoadStrategy: "join",
    where: {
      ownerAgreedAt: { not: null },
      partnerAgreedAt: { not: null },
      talk: {
        structure: active,
        exchange: { structure: active },
        OR: [{ structure: { slug } }, { exchange: { structure: { slug } } }],
      },
    },
    orderBy: [{ writtenAt: "desc" }, { talkId: "asc" }],
    take: 6,
    select: {
      talkId: true,
      isFromOwner: true,
      text: true,
      talk: {
        select: {
          structure: { select: { slug: true, name: true } },
          exchange: { select: { title: true, structure: { select: { slug: true, name: true } } } },
        },
      },
    },
  });
  return rows.map(({ talkId, isFromOwner, text, talk: { structure: partner, exchange } }) => ({
    key: `${talkId} ${isFromOwner}`,
    text,
    title: exchange.title,
    from: isFromOwner ? exchange.structure : partner,
    to: isFromOwner ? partner : exchange.structure,
  }));
}

export type PublicThanks = Awaited<ReturnType<typeof listThanks>>[number];
