import { createHash } from "node:crypto";

/**
 * A public answer for machines that is asked for again and again: with an ETag, and 304 without a
 * body when the asker already has it. Any site may read it.
 *
 * The tag is weak (RFC 9110, 8.8.1): the server compresses the body afterwards.
 */
export function conditional(request: Request, body: string, headers: Record<string, string>): Response {
  const tag = `W/"${createHash("sha1").update(body).digest("base64url")}"`;
  const always = {
    ETag: tag,
    "Cache-Control": "public, max-age=0, must-revalidate",
    "Access-Control-Allow-Origin": "*",
  };
  if (holds(request.headers.get("if-none-match"), tag)) return new Response(null, { status: 304, headers: always });
  return new Response(body, { headers: { ...headers, ...always } });
}

/** The same for JSON. */
export function conditionalJson(request: Request, value: unknown): Response {
  return conditional(request, JSON.stringify(value), { "Content-Type": "application/json; charset=utf-8" });
}

/** Weak comparison: proxies strip or add the `W/`. */
function holds(asked: string | null, tag: string): boolean {
  if (!asked) return false;
  const bare = (text: string) => text.trim().replace(/^W\//, "");
  return asked.trim() === "*" || asked.split(",").some((candidate) => bare(candidate) === bare(tag));
}
