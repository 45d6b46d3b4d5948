import { listCommissions } from "#lib/commissions/queries";
import { listEvents } from "#lib/events/queries";
import { calendarAnswer, MOST_ENTRIES } from "#lib/feeds/answers";
import { machineRoute, problem } from "#lib/platform/problem";
import { visitor } from "#lib/policy/actor";

export const dynamic = "force-dynamic";

/** The public meetings of one commission, past ones included. */
export const GET = machineRoute(async (request, { params }: RouteContext<"/api/feeds/commissions/[slug]/ics">) => {
  const { slug } = await params;
  const now = new Date();
  const commission = (await listCommissions(now)).find((candidate) => candidate.slug === slug);
  if (!commission) return problem(404, "Aucune commission n’est à cette adresse.");
  const items = await listEvents(visitor, { commission: slug, period: "all" }, { limit: MOST_ENTRIES }, now);
  return calendarAnswer(request, slug, `TacTic · ${commission.name}`, items);
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
