import { notFound } from "next/navigation";
import { findDc2Draft } from "#lib/papers/forms/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** A draft of one's own DC2, for no consultation in particular. */
export async function GET() {
  const content = await findDc2Draft(await requireActor(), null, requestTime());
  return content ? pdfAnswer("brouillon-dc2", content) : notFound();
}
