import { notFound } from "next/navigation";
import { findConvocationPdf } from "#lib/meetings/agenda/convocation/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** The call to a meeting, to print. */
export async function GET(_request: Request, { params }: { params: Promise<{ event: string }> }) {
  const { event } = await params;
  const document = await findConvocationPdf(await requireActor(), event, requestTime());
  return document ? pdfAnswer(document.name, document.content) : notFound();
}
