import { notFound } from "next/navigation";
import { findHosted } from "#lib/events/hosting/queries";
import { listRegistrants } from "#lib/events/registrations/desk/queries";
import { readRegistrantAddress } from "#lib/events/registrations/desk/schema";
import { MOST_ROWS, privateCsvAnswer } from "#lib/feeds/answers";
import { registrantColumns } from "#lib/feeds/tables";
import { requestTime } from "#lib/platform/clock";
import { requireRight } from "#lib/platform/session";

/** The list as its page shows it with the same filters, a column for each question. */
export async function GET(request: Request, { params }: RouteContext<"/espace/evenements/[slug]/inscrits.csv">) {
  const { slug } = await params;
  const [actor, now] = [await requireRight("host", "Event"), requestTime()];
  const event = (await findHosted(actor, slug, now)) ?? notFound();
  const { filter } = readRegistrantAddress(Object.fromEntries(new URL(request.url).searchParams));
  const { items } = await listRegistrants(actor, slug, filter, { page: 1, perPage: MOST_ROWS }, now);
  return privateCsvAnswer(`inscrits-${slug}`, registrantColumns(event.registrationOpening?.questions ?? []), items);
}
