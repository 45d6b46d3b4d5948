import { notFound } from "next/navigation";
import { findMinutesPdf } from "#lib/meetings/minutes/document/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** Minutes as a document. */
export async function GET(_request: Request, { params }: { params: Promise<{ event: string }> }) {
  const { event } = await params;
  const document = await findMinutesPdf(await requireActor(), event, requestTime());
  return document ? pdfAnswer(document.name, document.content) : notFound();
}
