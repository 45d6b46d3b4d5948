import { notFound } from "next/navigation";
import { findHandoverPdf } from "#lib/mandates/file/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** What the next lead of a commission needs, on paper. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/commissions/[slug]/mandat/pdf">) {
  const { slug } = await params;
  const content = await findHandoverPdf(await requireActor(), slug, requestTime());
  return content ? pdfAnswer(`passation-${slug}`, content) : notFound();
}
