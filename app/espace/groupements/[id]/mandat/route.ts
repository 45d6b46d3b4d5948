import { notFound } from "next/navigation";
import { findMandateLetterPdf } from "#lib/consortia/letters/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** The members' letter that empowers the mandatary. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/groupements/[id]/mandat">) {
  const content = await findMandateLetterPdf(await requireActor(), (await params).id, requestTime());
  return content ? pdfAnswer("habilitation-du-mandataire", content) : notFound();
}
