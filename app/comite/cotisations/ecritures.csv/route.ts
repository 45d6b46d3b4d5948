import { notFound } from "next/navigation";
import { listEntries } from "#lib/dues/payments/queries";
import { MOST_ROWS, privateCsvAnswer } from "#lib/feeds/answers";
import { entryColumns } from "#lib/feeds/dues-tables";
import { requestTime } from "#lib/platform/clock";
import { requireRight } from "#lib/platform/session";

/** The payments and counter-rows of a membership year (`?annee=`), for the accountant. */
export async function GET(request: Request) {
  const [actor, now] = [await requireRight("oversee", "FeeCall"), requestTime()];
  const year = Number(new URL(request.url).searchParams.get("annee"));
  if (!Number.isInteger(year) || year < 1 || year > 9999) notFound();
  const entries = await listEntries(actor, { year, limit: MOST_ROWS }, now);
  return privateCsvAnswer(`ecritures-cotisations-${year}`, entryColumns, entries);
}
