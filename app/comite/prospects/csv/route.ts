import { MOST_ROWS } from "#lib/feeds/answers";
import { writeCsv } from "#lib/feeds/csv";
import { prospectColumns } from "#lib/feeds/tables";
import { listProspects } from "#lib/membership/prospects/queries";
import { readProspectAddress } from "#lib/membership/prospects/schema";
import { requestTime } from "#lib/platform/clock";
import { requireRight } from "#lib/platform/session";

export const dynamic = "force-dynamic";

/** The list as its page shows it with the same filters, all pages in one file; it can be imported again. */
export async function GET(request: Request): Promise<Response> {
  const [actor, now] = [await requireRight("read", "Prospect"), requestTime()];
  const { filter } = readProspectAddress(Object.fromEntries(new URL(request.url).searchParams));
  const { items } = await listProspects(actor, filter, { page: 1, perPage: MOST_ROWS }, now);
  return new Response(writeCsv(prospectColumns, items), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="prospects-tactic.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
