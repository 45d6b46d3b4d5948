import { personalCalendarAnswer } from "#lib/feeds/answers";
import { findPersonalEntries } from "#lib/meetings/calendars/queries";
import { machineRoute, problem } from "#lib/platform/problem";

export const dynamic = "force-dynamic";

/** Somebody's own calendar: whoever has the address reads it, until it is changed. */
export const GET = machineRoute(async (request, { params }: RouteContext<"/api/feeds/calendrier/[token]/ics">) => {
  const entries = await findPersonalEntries((await params).token, new Date());
  if (!entries) return problem(404, "Cette adresse d’agenda n’est plus valable.");
  return personalCalendarAnswer(request, entries);
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
