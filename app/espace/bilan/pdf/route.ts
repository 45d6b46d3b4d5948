import { notFound } from "next/navigation";
import { findReportPdf } from "#lib/dues/report/queries";
import { pdfAnswer } from "#lib/pdf/answer";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** "Ce que le club vous a apporté" as a document (`?annee=`). */
export async function GET(request: Request) {
  const actor = await requireActor();
  if (!actor.actingFor) notFound();
  const asked = new URL(request.url).searchParams.get("annee");
  const which = { structureId: actor.actingFor.id, ...(asked ? { year: Number(asked) } : {}) };
  const content = await findReportPdf(actor, which, requestTime());
  return content ? pdfAnswer("ce-que-le-club-vous-a-apporte", content) : notFound();
}
