import { notFound } from "next/navigation";
import { openDocumentFile } from "#lib/consortia/documents/queries";
import { attachment } from "#lib/platform/attachment";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

/** A version as it was given, to keep: never shown by the browser as a page of ours. */
export async function GET(_request: Request, { params }: RouteContext<"/espace/groupements/[id]/documents/[version]">) {
  const file = await openDocumentFile(await requireActor(), await params, requestTime());
  return file ? attachment(file.name, "application/octet-stream", file.content, file.size) : notFound();
}
