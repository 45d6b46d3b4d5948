import { problem } from "#lib/platform/problem";
import { findObstacle } from "#lib/platform/readiness";

export const dynamic = "force-dynamic";

/** The portal can answer: the database is reachable and has every migration. */
export async function GET(): Promise<Response> {
  const obstacle = await findObstacle();
  if (obstacle) return problem(503, obstacle);
  return Response.json({ status: "ready" }, { headers: { "Cache-Control": "no-store" } });
}

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
