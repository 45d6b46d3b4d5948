import { machineRoute, problem } from "#lib/platform/problem";
import { isSlug } from "#lib/platform/slug";
import { visitor } from "#lib/policy/actor";
import { findMember } from "#lib/structures/queries";

export const dynamic = "force-dynamic";

/** On to the member's own site: the visit is counted on the way, by the server, without knowing whose. */
export const GET = machineRoute(async (_request, { params }: RouteContext<"/annuaire/[slug]/site">) => {
  const { slug } = await params;
  const member = isSlug(slug) ? await findMember(visitor, slug, new Date()) : null;
  if (!member?.website) return problem(404, "Cet adhérent n’a pas de site.");
  return new Response(null, { status: 307, headers: { Location: member.website, "Cache-Control": "no-store" } });
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
