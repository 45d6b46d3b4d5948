import "server-only";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";
import { paths } from "#lib/platform/paths";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** A page that search engines may know; `changedAt` null when nothing says when it changed. */
export interface PublicAddress {
  path: string;
  changedAt: Date | null;
}

/** The protocol's limit is 50,000 addresses in a file: what `/sitemap.xml` holds of each kind. */
const MOST_OF_A_KIND = 12_000;

/** Every page of what `actor` may read that has a page of its own, the latest changes first. */
export async function listAddresses(actor: Actor, now: Date): Promise<PublicAddress[]> {
  readTag("structure", "event", "internship", "news_post", "commission", "minutes_publication");
  const order = { orderBy: { updatedAt: "desc" }, take: MOST_OF_A_KIND } as const;
  const select = { slug: true, updatedAt: true } as const;
  const [commissions, members, events, offers, posts, minutes] = await Promise.all([
    db().commission.findMany({
      where: readable(actor, "Commission", now),
      orderBy: { position: "asc" },
      take: MOST_OF_A_KIND,
      select: { slug: true },
    }),
    db().structure.findMany({ where: readable(actor, "Structure", now), ...order, select }),
    db().event.findMany({ where: readable(actor, "Event", now), ...order, select }),
    db().internship.findMany({
      where: { AND: [readable(actor, "Internship", now), { structure: { status: "active" } }] },
      ...order,
      select,
    }),
    db().newsPost.findMany({ where: readable(actor, "NewsPost", now), ...order, select }),
    db().minutesPublication.findMany({
      where: {
        AND: [
          readable(actor, "MinutesPublication", now),
          { minutes: { meeting: { event: readable(actor, "Event", now) } } },
        ],
      },
      orderBy: { publishedAt: "desc" },
      take: MOST_OF_A_KIND,
      select: {
        publishedAt: true,
        minutes: { select: { meeting: { select: { event: { select: { slug: true } } } } } },
      },
    }),
  ]);
  const pages = (pathOf: (slug: string) => string, rows: { slug: string; updatedAt: Date }[]) =>
    rows.map(({ slug, updatedAt }) => ({ path: pathOf(slug), changedAt: updatedAt }));
  return [
    ...commissions.map(({ slug }) => ({ path: paths.commission(slug), changedAt: null })),
    ...pages(paths.member, members),
    ...pages(paths.event, events),
    ...pages(paths.internship, offers),
    ...pages(paths.newsPost, posts),
    ...minutes.map(({ publishedAt, minutes: { meeting } }) => ({
      path: paths.publicMinutes(meeting.event.slug),
      changedAt: publishedAt,
    })),
  ];
}
