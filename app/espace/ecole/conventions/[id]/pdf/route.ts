import { notFound } from "next/navigation";
import { existsApplication } from "#lib/internships/applications/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { noteRefusal, requireRight } from "#lib/platform/session";
import { findAgreementPdf } from "#lib/schools/agreements/queries";

/** The summary of an agreement, for the school. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/ecole/conventions/[id]/pdf">) {
  const { id } = await params;
  const content = await findAgreementPdf(await requireRight("read", "School"), id, requestTime());
  if (content) return pdfAnswer("convention-de-stage", content);
  if (await existsApplication(id)) await noteRefusal("forbidden");
  notFound();
}
