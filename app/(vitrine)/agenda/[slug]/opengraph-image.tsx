import { OG_SIZE, ogImage } from "#components/seo/og-image";
import { findEvent } from "#lib/events/queries";
import { formatRange } from "#lib/platform/dates";
import { problem } from "#lib/platform/problem";
import { isSlug } from "#lib/platform/slug";
import { visitor } from "#lib/policy/actor";

export const alt = "Un rendez-vous du club TacTic";
export const size = OG_SIZE;
export const contentType = "image/png";

export default async function image({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const event = isSlug(slug) ? await findEvent(visitor, slug, new Date()) : null;
  if (!event) return problem(404, "Aucun rendez-vous n’est à cette adresse.");
  return ogImage({
    kicker: event.cancellation ? "Agenda · Annulé" : "Agenda",
    title: event.title,
    facts: [formatRange(event.startsAt, event.endsAt), event.place].filter(Boolean).join(" · "),
  });
}
