import { csvAnswer, MOST_ROWS } from "#lib/feeds/answers";
import { registerColumns } from "#lib/feeds/tables";
import { readParameter } from "#lib/platform/address";
import { requireRight } from "#lib/platform/session";
import { listRegister } from "#lib/structures/register/queries";
import { REGISTER_SORTS, readRegisterFilter } from "#lib/structures/register/schema";

export const dynamic = "force-dynamic";

/** The register as its page shows it with the same filters and order, all pages in one file. */
export async function GET(request: Request): Promise<Response> {
  const actor = await requireRight("oversee", "Structure");
  const query = Object.fromEntries([...new URL(request.url).searchParams].reverse());
  const sort = REGISTER_SORTS.find((known) => known === readParameter(query, "tri")) ?? "nom";
  const page = { sort, page: 1, perPage: MOST_ROWS };
  const { items } = await listRegister(actor, readRegisterFilter(query), page, new Date());
  const answer = csvAnswer(request, "registre-tactic", registerColumns, items);
  // Names, addresses and telephones: for this reader alone.
  answer.headers.set("Cache-Control", "private, no-store");
  answer.headers.delete("Access-Control-Allow-Origin");
  return answer;
}
