import { MOST_ROWS } from "#lib/feeds/answers";
import { writeCsv } from "#lib/feeds/csv";
import { prospectColumns } from "#lib/feeds/tables";
import { listProspects } from "#lib/membership/prospects/queries";
import { readProspectAddress } from "#lib/membership/prospects/schema";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const dynamic = "force-dynamic";

/** The list as its page shows it with the same filters, all pages in one file; it can be imported again. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const now = requestTime();
  if (!can(actor, "read", "Prospect", now)) return new Response(null, { status: 404 });
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
