import { findEvent, findRenamedEvent } from "#lib/events/queries";
import { calendarAnswer } from "#lib/feeds/answers";
import { movedTo } from "#lib/platform/moved";
import { paths } from "#lib/platform/paths";
import { machineRoute, problem } from "#lib/platform/problem";
import { isSlug } from "#lib/platform/slug";
import { visitor } from "#lib/policy/actor";

export const dynamic = "force-dynamic";

export const GET = machineRoute(async (request, { params }: RouteContext<"/api/feeds/agenda/[slug]/ics">) => {
  const { slug } = await params;
  const now = new Date();
  const event = isSlug(slug) ? await findEvent(visitor, slug, now) : null;
  if (event) return calendarAnswer(request, slug, "TacTic", [event]);
  const renamed = isSlug(slug) ? await findRenamedEvent(visitor, slug, now) : null;
  if (renamed) return movedTo(paths.eventCalendar(renamed));
  return problem(404, "Aucun rendez-vous n’est à cette adresse.");
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
