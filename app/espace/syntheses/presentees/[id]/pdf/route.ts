import { notFound } from "next/navigation";
import { findSynthesisPdf } from "#lib/expectations/syntheses/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** A presented synthesis as a document. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const document = await findSynthesisPdf(await requireActor(), id, requestTime());
  return document ? pdfAnswer(document.name, document.content) : notFound();
}
