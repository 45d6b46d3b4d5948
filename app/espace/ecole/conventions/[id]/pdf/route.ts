import { notFound } from "next/navigation";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireRight } from "#lib/platform/session";
import { findAgreementPdf } from "#lib/schools/agreements/queries";

/** The summary of an agreement, for the school. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/ecole/conventions/[id]/pdf">) {
  const { id } = await params;
  const content = await findAgreementPdf(await requireRight("read", "School"), id, requestTime());
  return content ? pdfAnswer("convention-de-stage", content) : notFound();
}
