import { OG_SIZE, ogImage } from "#components/seo/og-image";
import { findCommission } from "#lib/commissions/queries";
import { problem } from "#lib/platform/problem";
import { isSlug } from "#lib/platform/slug";
import { visitor } from "#lib/policy/actor";

export const alt = "Une commission du club TacTic";
export const size = OG_SIZE;
export const contentType = "image/png";

/** The light tokens of the commissions: a picture has no dark scheme. */
const COLORS: Record<string, string> = {
  "infrastructures-reseaux": "#2C5F8A",
  gestion: "#8A5A00",
  developpement: "#1F6B4A",
  "communication-internet": "#B0305C",
  education: "#5B4A9E",
};

export default async function image({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const commission = isSlug(slug) ? await findCommission(visitor, slug, new Date()) : null;
  if (!commission) return problem(404, "Aucune commission n’est à cette adresse.");
  const color = COLORS[slug];
  return ogImage({ kicker: "Commission", title: commission.name, facts: commission.mission, ...(color && { color }) });
}
