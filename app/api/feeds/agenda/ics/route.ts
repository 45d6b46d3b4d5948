import { listEvents } from "#lib/events/queries";
import { calendarAnswer, MOST_ENTRIES } from "#lib/feeds/answers";
import { machineRoute } from "#lib/platform/problem";
import { visitor } from "#lib/policy/actor";

export const dynamic = "force-dynamic";

/** The whole public agenda. Cancelled events stay in it: a calendar that has them must learn of it. */
export const GET = machineRoute(async (request) => {
  const items = await listEvents(visitor, { period: "all" }, { limit: MOST_ENTRIES }, new Date());
  return calendarAnswer(request, "agenda-tactic", "TacTic · Agenda du club", items);
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
