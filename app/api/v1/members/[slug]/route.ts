import { memberOf } from "#lib/api/representations";
import { conditionalJson } from "#lib/platform/conditional";
import { movedTo } from "#lib/platform/moved";
import { machineRoute, problem } from "#lib/platform/problem";
import { isSlug } from "#lib/platform/slug";
import { visitor } from "#lib/policy/actor";
import { findMember, findRenamedMember } from "#lib/structures/queries";

export const dynamic = "force-dynamic";

export const GET = machineRoute(async (request, { params }: RouteContext<"/api/v1/members/[slug]">) => {
  const { slug } = await params;
  const now = new Date();
  const member = isSlug(slug) ? await findMember(visitor, slug, now) : null;
  if (member) return conditionalJson(request, memberOf(member));
  const renamed = isSlug(slug) ? await findRenamedMember(visitor, slug, now) : null;
  if (renamed) return movedTo(`/api/v1/members/${renamed}`);
  return problem(404, "Aucun adhérent n’est à cette adresse.");
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
