import "server-only";
import { cache } from "react";
import { db } from "#lib/platform/db";
import { findFormerSubject } from "#lib/platform/former-slugs";
import { readTag } from "#lib/platform/page-tags";
import { isSlug } from "#lib/platform/slug";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** Published posts, latest first, `limit` of them after `skip`, and how many there are in all. */
export async function listNews(actor: Actor, { skip = 0, limit = 20 }: { skip?: number; limit?: number }, now: Date) {
  readTag("news_post", "commission");
  const where = readable(actor, "NewsPost", now);
  const [items, total] = await Promise.all([
    db().newsPost.findMany({
      relationLoadStrategy: "join",
      where,
      skip,
      take: limit,
      orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
      select: {
        id: true,
        slug: true,
        title: true,
        lead: true,
        publishedAt: true,
        updatedAt: true,
        commission: { select: { slug: true, name: true } },
      },
    }),
    db().newsPost.count({ where }),
  ]);
  return { items, total };
}

/** The post at this address; null when there is none that `actor` may read. */
export const findNewsPost = cache(async (actor: Actor, slug: string, now: Date) => {
  if (!isSlug(slug)) return null;
  readTag("news_post", "commission");
  return await db().newsPost.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ slug }, readable(actor, "NewsPost", now)] },
    select: {
      id: true,
      slug: true,
      title: true,
      lead: true,
      body: true,
      publishedAt: true,
      updatedAt: true,
      commission: { select: { slug: true, name: true } },
    },
  });
});

/** Where the post that once was at `slug` is now; null when there is none to read. */
export async function findRenamedNewsPost(actor: Actor, slug: string, now: Date): Promise<string | null> {
  readTag("news_post");
  const id = await findFormerSubject("news_post", slug);
  if (!id) return null;
  const row = await db().newsPost.findFirst({
    where: { AND: [{ id }, readable(actor, "NewsPost", now)] },
    select: { slug: true },
  });
  return row?.slug ?? null;
}
