import { OG_SIZE, ogImage } from "#components/seo/og-image";
import { findNewsPost } from "#lib/news/queries";
import { dayOf, formatDay } from "#lib/platform/dates";
import { problem } from "#lib/platform/problem";
import { isSlug } from "#lib/platform/slug";
import { visitor } from "#lib/policy/actor";

export const alt = "Une actualité du club TacTic";
export const size = OG_SIZE;
export const contentType = "image/png";

export default async function image({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const post = isSlug(slug) ? await findNewsPost(visitor, slug, new Date()) : null;
  if (!post) return problem(404, "Aucune actualité n’est à cette adresse.");
  return ogImage({
    kicker: post.publishedAt ? `Actualités · ${formatDay(dayOf(post.publishedAt))}` : "Actualités",
    title: post.title,
    facts: post.lead,
  });
}
