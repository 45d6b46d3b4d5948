import { notFound } from "next/navigation";
import { findDc2Pdf } from "#lib/consortia/letters/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** A draft of one's own DC2 for this consultation. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/groupements/[id]/dc2">) {
  const content = await findDc2Pdf(await requireActor(), (await params).id, requestTime());
  return content ? pdfAnswer("brouillon-dc2", content) : notFound();
}
