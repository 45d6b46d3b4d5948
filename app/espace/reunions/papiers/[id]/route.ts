import { notFound } from "next/navigation";
import { findPaper } from "#lib/meetings/papers/queries";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";
import { storage } from "#lib/platform/storage";

/** A paper of a meeting, to keep: never shown inside a page of the site. Private headers say that no cache keeps it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const paper = (await findPaper(await requireActor(), id, requestTime())) ?? notFound();
  const bytes = (await storage().read(paper.key)) ?? notFound();
  return new Response(bytes, {
    headers: {
      "Content-Type": paper.mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encoded(paper.name)}`,
    },
  });
}

/** As a header wants a name that has accents (RFC 8187, 3.2.1). */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
