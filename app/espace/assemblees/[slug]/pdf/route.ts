import { notFound } from "next/navigation";
import { findResultsPdf } from "#lib/assemblies/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** The sheet of results of a session that is closed. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/assemblees/[slug]/pdf">) {
  const { slug } = await params;
  const content = await findResultsPdf(await requireActor(), slug, requestTime());
  return content ? pdfAnswer(`resultats-${slug}`, content) : notFound();
}
