import { envelopeOf, eventItemOf, isTooDeep, tooDeep, windowOf } from "#lib/api/representations";
import { eventsParameters, readParameters } from "#lib/api/schema";
import { countEvents, listEvents } from "#lib/events/queries";
import { conditionalJson } from "#lib/platform/conditional";
import { machineRoute } from "#lib/platform/problem";
import { visitor } from "#lib/policy/actor";

export const dynamic = "force-dynamic";

export const GET = machineRoute(async (request) => {
  const { commission, period, ...asked } = readParameters(request, eventsParameters);
  if (isTooDeep(asked)) return tooDeep();
  const now = new Date();
  const [items, total] = await Promise.all([
    listEvents(visitor, { commission, period }, windowOf(asked), now),
    countEvents(visitor, { commission, period }, now),
  ]);
  const positionOf = ({ startsAt, id }: { startsAt: Date; id: string }) => ({ at: startsAt.toISOString(), id });
  return conditionalJson(request, envelopeOf(asked, { items, total }, eventItemOf, positionOf));
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
