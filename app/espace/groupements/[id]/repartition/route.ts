import { notFound } from "next/navigation";
import { findPartsTablePdf } from "#lib/consortia/letters/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** The table of parts. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/groupements/[id]/repartition">) {
  const content = await findPartsTablePdf(await requireActor(), (await params).id, requestTime());
  return content ? pdfAnswer("tableau-des-parts", content) : notFound();
}
