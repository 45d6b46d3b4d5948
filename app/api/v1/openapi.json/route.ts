import { describeApi } from "#lib/api/openapi";
import { conditionalJson } from "#lib/platform/conditional";
import { machineRoute } from "#lib/platform/problem";

export const dynamic = "force-dynamic";

export const GET = machineRoute(async (request) => conditionalJson(request, describeApi()));

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
