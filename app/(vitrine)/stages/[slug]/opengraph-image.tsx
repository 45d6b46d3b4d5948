import { OG_SIZE, ogImage } from "#components/seo/og-image";
import { findInternship } from "#lib/internships/queries";
import { dayOfColumn, formatDay } from "#lib/platform/dates";
import { problem } from "#lib/platform/problem";
import { isSlug } from "#lib/platform/slug";
import { visitor } from "#lib/policy/actor";

export const alt = "Une offre de stage d’un adhérent du club TacTic";
export const size = OG_SIZE;
export const contentType = "image/png";

export default async function image({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const offer = isSlug(slug) ? await findInternship(visitor, slug, new Date()) : null;
  if (!offer) return problem(404, "Aucune offre n’est ouverte à cette adresse.");
  return ogImage({
    kicker: `Stage · ${offer.commune?.name ?? offer.structure.city ?? "Artois"}`,
    title: offer.title,
    facts: `${offer.structure.name} · ${offer.weeks} semaines à partir du ${formatDay(dayOfColumn(offer.startsOn))}`,
  });
}
