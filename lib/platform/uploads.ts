import "server-only";

/**
 * The fields of a form that somebody posts, read up to `most` bytes and no further: what is announced
 * larger is not read at all, what turns out larger is let go. Null: too large.
 */
export async function readUpload(request: Request, most: number): Promise<FormData | null> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return null;
  const pieces: Uint8Array[] = [];
  let read = 0;
  for await (const piece of request.body ?? []) {
    read += piece.length;
    if (read > most) return null;
    pieces.push(piece);
  }
  const type = request.headers.get("content-type") ?? "";
  try {
    return await new Response(Buffer.concat(pieces), { headers: { "content-type": type } }).formData();
  } catch {
    // Cut on the way, or no form: as if nothing had been in it.
    return new FormData();
  }
}

/** Whether a page of this site posts it. A route has no check of Next's own, as an action has. */
export function comesFromHere(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = request.headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}
