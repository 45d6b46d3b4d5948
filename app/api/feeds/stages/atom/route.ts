import { atomAnswer, MOST_ENTRIES } from "#lib/feeds/answers";
import { searchInternships } from "#lib/internships/search/queries";
import { offersHref, readOfferAddress } from "#lib/internships/search/schema";
import { formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { machineRoute } from "#lib/platform/problem";
import { visitor } from "#lib/policy/actor";

export const dynamic = "force-dynamic";

/** Open internship offers that match the address's own search, the newest first. */
export const GET = machineRoute(async (request) => {
  const { filter } = readOfferAddress(Object.fromEntries(new URL(request.url).searchParams));
  const asked = { limit: MOST_ENTRIES, order: "newest" as const };
  const { items } = await searchInternships(visitor, filter, asked, new Date());
  const entries = items.map((offer) => ({
    id: offer.id,
    title: offer.title,
    path: paths.internship(offer.slug),
    published: offer.publicSince,
    updated: new Date(Math.max(offer.updatedAt.getTime(), offer.publicSince.getTime())),
    summary: `${offer.structure.name}, ${offer.commune?.name ?? offer.structure.city ?? "Artois"}. ${offer.weeks} semaines à partir du ${formatDay(offer.startsOn)}. Candidatures jusqu’au ${formatDay(offer.applyBefore)}.`,
  }));
  const here = { self: offersHref(filter, undefined, paths.internshipsAtom), page: offersHref(filter) };
  return atomAnswer(request, { title: "TacTic, offres de stage", ...here, entries });
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
