import "server-only";
import type { DigestRhythm } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

export interface NoticeView {
  id: string;
  title: string;
  path: string;
  createdAt: Date;
}

const PER_PAGE = 40;

/** A page of what `actor` was told, the latest first; from page 1. */
export async function listNotices(
  actor: Actor,
  page: number,
  now: Date,
): Promise<{ items: NoticeView[]; hasMore: boolean }> {
  const items = await db().notice.findMany({
    where: readable(actor, "Notice", now),
    select: { id: true, title: true, path: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PER_PAGE,
    take: PER_PAGE + 1,
  });
  return { items: items.slice(0, PER_PAGE), hasMore: items.length > PER_PAGE };
}

/** What reaches `actor` by e-mail: the digest's rhythm, and which reminders of dates. */
export async function getPreferences(actor: Actor) {
  const kept =
    actor.kind === "person"
      ? await db().noticePreference.findUnique({
          where: { personId: actor.personId },
          select: { rhythm: true, remindsWeekBefore: true, remindsDayBefore: true },
        })
      : null;
  return {
    rhythm: kept?.rhythm ?? ("daily" satisfies DigestRhythm),
    reminders: [
      ...((kept?.remindsWeekBefore ?? true) ? ["week" as const] : []),
      ...((kept?.remindsDayBefore ?? true) ? ["day" as const] : []),
    ],
  };
}
