import { listEvents } from "#lib/events/queries";
import { csvAnswer, MOST_ROWS } from "#lib/feeds/answers";
import { eventColumns } from "#lib/feeds/tables";
import { machineRoute } from "#lib/platform/problem";
import { isSlug } from "#lib/platform/slug";
import { visitor } from "#lib/policy/actor";

export const dynamic = "force-dynamic";

/** The agenda, latest first, or one commission's part of it as on the page (`?commission=`). */
export const GET = machineRoute(async (request) => {
  const commission = new URL(request.url).searchParams.get("commission") || undefined;
  const known = commission === undefined || isSlug(commission);
  const items = known ? await listEvents(visitor, { commission, period: "all" }, { limit: MOST_ROWS }, new Date()) : [];
  return csvAnswer(request, "agenda-tactic", eventColumns, items);
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
