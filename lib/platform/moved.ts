/** Sends whoever asked to the new address, for good and with the same method; `path` is one of this site. */
export function movedTo(path: string): Response {
  return new Response(null, { status: 308, headers: { Location: path, "Access-Control-Allow-Origin": "*" } });
}
