import "server-only";

/** The longest body that a machine may post, in bytes: a question, not a document. */
const LONGEST_BODY = 100_000;

/** What was posted, as text; null when it is too long. What comes without saying its length is cut there. */
export async function readBody(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > LONGEST_BODY) return null;
  const reader = request.body?.getReader();
  const pieces: Uint8Array[] = [];
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    // Left unread rather than cancelled: that would cut the connection before its sender is told why.
    if (size > LONGEST_BODY) return null;
    pieces.push(value);
  }
  return Buffer.concat(pieces).toString("utf8");
}
