import "server-only";

/** The longest body that a machine may post, in bytes: a question, not a document. */
const LONGEST_BODY = 100_000;

/** What was posted, as text; null when it is too long. What comes without saying its length is cut there. */
export async function readBody(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > LONGEST_BODY) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    // To leave the loop is to cancel the stream: nothing more of it is read.
    if (size > LONGEST_BODY) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
