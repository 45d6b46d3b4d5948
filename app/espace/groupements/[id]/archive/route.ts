import { notFound } from "next/navigation";
import { openArchive } from "#lib/consortia/documents/queries";
import { attachment } from "#lib/platform/attachment";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** The final answer in one archive, with its checksums. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/groupements/[id]/archive">) {
  const content = await openArchive(await requireActor(), (await params).id, requestTime());
  return content ? attachment("reponse-finale.zip", "application/zip", content) : notFound();
}
