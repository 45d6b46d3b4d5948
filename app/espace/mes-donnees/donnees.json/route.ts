import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";
import { archiveAsJson } from "#lib/privacy/archive";
import { listOwnData } from "#lib/privacy/queries";

/** All that is held on whoever asks, as a file to keep. */
export async function GET() {
  const now = requestTime();
  const sections = await listOwnData(await requireActor(), now);
  return new Response(archiveAsJson(sections, now), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="mes-donnees-tactic.json"',
    },
  });
}
