import { atomAnswer, MOST_ENTRIES } from "#lib/feeds/answers";
import { listInternships } from "#lib/internships/queries";
import { dayOfColumn, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { machineRoute } from "#lib/platform/problem";
import { visitor } from "#lib/policy/actor";

export const dynamic = "force-dynamic";

/** Open internship offers. */
export const GET = machineRoute(async (request) => {
  const { items } = await listInternships(visitor, { limit: MOST_ENTRIES }, new Date());
  const entries = items.map((offer) => ({
    id: offer.id,
    title: offer.title,
    path: paths.internship(offer.slug),
    published: offer.publishedAt ?? offer.updatedAt,
    updated: offer.updatedAt,
    summary: `${offer.structure.name}, ${offer.commune?.name ?? offer.structure.city ?? "Artois"}. ${offer.weeks} semaines à partir du ${formatDay(dayOfColumn(offer.startsOn))}. Candidatures jusqu’au ${formatDay(dayOfColumn(offer.applyBefore))}.`,
  }));
  const about = { title: "TacTic, offres de stage", self: paths.internshipsAtom, page: paths.internships };
  return atomAnswer(request, { ...about, entries });
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
