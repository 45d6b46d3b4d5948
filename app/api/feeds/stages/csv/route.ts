import { csvAnswer, MOST_ROWS } from "#lib/feeds/answers";
import { internshipColumns } from "#lib/feeds/tables";
import { searchInternships } from "#lib/internships/search/queries";
import { readOfferAddress } from "#lib/internships/search/schema";
import { machineRoute } from "#lib/platform/problem";
import { visitor } from "#lib/policy/actor";

export const dynamic = "force-dynamic";

/** Open internship offers that match the address's own search, in the order of the page. */
export const GET = machineRoute(async (request) => {
  const { filter } = readOfferAddress(Object.fromEntries(new URL(request.url).searchParams));
  const { items } = await searchInternships(visitor, filter, { limit: MOST_ROWS }, new Date());
  return csvAnswer(request, "stages-tactic", internshipColumns, items);
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
