import { notFound } from "next/navigation";
import { findDc1Pdf } from "#lib/consortia/letters/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** A draft of the consortium's DC1. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/groupements/[id]/dc1">) {
  const content = await findDc1Pdf(await requireActor(), (await params).id, requestTime());
  return content ? pdfAnswer("brouillon-dc1", content) : notFound();
}
