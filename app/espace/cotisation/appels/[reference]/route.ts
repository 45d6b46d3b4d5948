import { notFound } from "next/navigation";
import { findCallPdf } from "#lib/dues/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** The paper of a call, for the structure's people and the board. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/cotisation/appels/[reference]">) {
  const { reference } = await params;
  const content = await findCallPdf(await requireActor(), reference, requestTime());
  return content ? pdfAnswer(`appel-${reference}`, content) : notFound();
}
