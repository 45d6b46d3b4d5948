import { notFound } from "next/navigation";
import { listCalls } from "#lib/dues/calls/queries";
import { CALL_FILTERS } from "#lib/dues/schema";
import { MOST_ROWS, privateCsvAnswer } from "#lib/feeds/answers";
import { callColumns } from "#lib/feeds/dues-tables";
import { requestTime } from "#lib/platform/clock";
import { requireRight } from "#lib/platform/session";

/** The calls of a year as the page lists them (`?annee=&etat=`). */
export async function GET(request: Request) {
  const [actor, now] = [await requireRight("oversee", "FeeCall"), requestTime()];
  const query = new URL(request.url).searchParams;
  const year = Number(query.get("annee"));
  const filter = CALL_FILTERS.find((known) => known === query.get("etat"));
  if (!Number.isInteger(year) || year < 1 || year > 9999) notFound();
  const { items } = await listCalls(actor, { year, page: 1, limit: MOST_ROWS, ...(filter ? { filter } : {}) }, now);
  return privateCsvAnswer(`cotisations-${year}`, callColumns, items);
}
