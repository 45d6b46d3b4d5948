import { notFound } from "next/navigation";
import { findReceiptPdf } from "#lib/dues/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** A receipt, for the structure's people and the board; none once its payment was undone. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/cotisation/recus/[receipt]">) {
  const { receipt } = await params;
  const content = await findReceiptPdf(await requireActor(), receipt, requestTime());
  return content ? pdfAnswer(`recu-${receipt}`, content) : notFound();
}
