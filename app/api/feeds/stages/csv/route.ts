import { csvAnswer, MOST_ROWS } from "#lib/feeds/answers";
import { internshipColumns } from "#lib/feeds/tables";
import { listInternships } from "#lib/internships/queries";
import { machineRoute } from "#lib/platform/problem";
import { visitor } from "#lib/policy/actor";

export const dynamic = "force-dynamic";

export const GET = machineRoute(async (request) => {
  const { items } = await listInternships(visitor, { limit: MOST_ROWS }, new Date());
  return csvAnswer(request, "stages-tactic", internshipColumns, items);
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
