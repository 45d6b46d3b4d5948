import { commissionItemOf, envelopeOf, isTooDeep, tooDeep } from "#lib/api/representations";
import { commissionsParameters, readParameters } from "#lib/api/schema";
import { listCommissions } from "#lib/commissions/queries";
import { conditionalJson } from "#lib/platform/conditional";
import { machineRoute } from "#lib/platform/problem";

export const dynamic = "force-dynamic";

export const GET = machineRoute(async (request) => {
  const asked = readParameters(request, commissionsParameters);
  if (isTooDeep(asked)) return tooDeep();
  const all = await listCommissions(new Date());
  const skip = asked.after
    ? all.findIndex((commission) => commission.slug === asked.after?.slug) + 1
    : (asked.page - 1) * asked.perPage;
  const found = { items: all.slice(skip, skip + asked.perPage + 1), total: all.length };
  return conditionalJson(
    request,
    envelopeOf(asked, found, commissionItemOf, ({ slug }) => ({ slug })),
  );
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
