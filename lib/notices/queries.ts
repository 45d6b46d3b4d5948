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

/** How often `actor` is sent the digest. */
export async function getDigestRhythm(actor: Actor): Promise<DigestRhythm> {
  if (actor.kind !== "person") return "never";
  const kept = await db().noticePreference.findUnique({
    where: { personId: actor.personId },
    select: { rhythm: true },
  });
  return kept?.rhythm ?? "daily";
}
