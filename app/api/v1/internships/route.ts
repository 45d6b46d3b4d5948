import { envelopeOf, internshipItemOf, isTooDeep, tooDeep, windowOf } from "#lib/api/representations";
import { internshipsParameters, readParameters } from "#lib/api/schema";
import { listInternships } from "#lib/internships/queries";
import { conditionalJson } from "#lib/platform/conditional";
import { dayOfColumn } from "#lib/platform/dates";
import { machineRoute } from "#lib/platform/problem";
import { visitor } from "#lib/policy/actor";

export const dynamic = "force-dynamic";

export const GET = machineRoute(async (request) => {
  const asked = readParameters(request, internshipsParameters);
  if (isTooDeep(asked)) return tooDeep();
  const found = await listInternships(visitor, windowOf(asked), new Date());
  const positionOf = ({ applyBefore, id }: { applyBefore: Date; id: string }) => ({ on: dayOfColumn(applyBefore), id });
  return conditionalJson(request, envelopeOf(asked, found, internshipItemOf, positionOf));
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
