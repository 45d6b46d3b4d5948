import { MOST_ROWS, privateCsvAnswer } from "#lib/feeds/answers";
import { cohortColumns } from "#lib/feeds/school-tables";
import { requestTime } from "#lib/platform/clock";
import { requireRight } from "#lib/platform/session";
import { listCohort } from "#lib/schools/cohort/queries";
import { STAGES } from "#lib/schools/rules";

/** The school's students as the page lists them (`?etat=`). */
export async function GET(request: Request) {
  const actor = await requireRight("read", "School");
  const asked = new URL(request.url).searchParams.get("etat");
  const stage = STAGES.find((known) => known === asked);
  const { items } = await listCohort(actor, { stage, page: 1, limit: MOST_ROWS }, requestTime());
  return privateCsvAnswer("promotion", cohortColumns, items);
}
