import { csvAnswer, MOST_ROWS } from "#lib/feeds/answers";
import { memberColumns } from "#lib/feeds/tables";
import { machineRoute } from "#lib/platform/problem";
import { listMembers } from "#lib/structures/directory/queries";
import { readDirectoryAddress } from "#lib/structures/directory/schema";

export const dynamic = "force-dynamic";

/** The directory as its page shows it with the same filters, all pages in one file. */
export const GET = machineRoute(async (request) => {
  const given = new URL(request.url).searchParams;
  const { filter } = readDirectoryAddress(Object.fromEntries([...given].reverse()));
  const found = await listMembers(filter, { page: 1, perPage: MOST_ROWS }, new Date());
  return csvAnswer(request, "annuaire-tactic", memberColumns, found?.items ?? []);
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
