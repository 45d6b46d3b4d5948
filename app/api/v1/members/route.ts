import { isTooDeep, memberItemOf, tooDeep } from "#lib/api/representations";
import { membersParameters, readParameters } from "#lib/api/schema";
import { conditionalJson } from "#lib/platform/conditional";
import { machineRoute } from "#lib/platform/problem";
import { listMembers } from "#lib/structures/directory/queries";

export const dynamic = "force-dynamic";

export const GET = machineRoute(async (request) => {
  const { page, perPage, after, ...filter } = readParameters(request, membersParameters);
  if (isTooDeep({ page, perPage, after })) return tooDeep();
  const found = await listMembers(filter, { page: after ? 1 : page, perPage, after }, new Date());
  if (!found) return tooDeep();
  const { items, total, next } = found;
  return conditionalJson(request, { items: items.map(memberItemOf), total, page, perPage, next });
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
