import { OG_SIZE, ogImage } from "#components/seo/og-image";
import { problem } from "#lib/platform/problem";
import { isSlug } from "#lib/platform/slug";
import { visitor } from "#lib/policy/actor";
import { findMember } from "#lib/structures/queries";

export const alt = "Carte de visite de l’adhérent";
export const size = OG_SIZE;
export const contentType = "image/png";

export default async function image({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const member = isSlug(slug) ? await findMember(visitor, slug, new Date()) : null;
  if (!member) return problem(404, "Aucun adhérent n’est à cette adresse.");
  return ogImage({
    kicker: `Annuaire · ${member.city ?? "Artois"}`,
    title: member.name,
    facts:
      member.skills
        .slice(0, 4)
        .map((skill) => skill.label)
        .join(" · ") || member.summary,
  });
}
