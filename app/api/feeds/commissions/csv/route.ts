import { listCommissions } from "#lib/commissions/queries";
import { csvAnswer } from "#lib/feeds/answers";
import { commissionColumns } from "#lib/feeds/tables";
import { machineRoute } from "#lib/platform/problem";

export const dynamic = "force-dynamic";

export const GET = machineRoute(async (request) =>
  csvAnswer(request, "commissions-tactic", commissionColumns, await listCommissions(new Date())),
);

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
