import type { IncomingMessage, ServerResponse } from "node:http";
import { isPage, type PublicAddress, type PublicPage } from "../public-pages.ts";
import { shareable } from "./content.ts";
import { compress, compressTo, isUnchanged, negotiate } from "./encodings.ts";
import type { Render } from "./renderer.ts";
import type { Entry } from "./store.ts";

/** Ready to be sent: kept, or made just now. */
export interface Answer extends Entry {
  status: number;
  /** Whether it may be given to others: a whole 200 that depends on nothing but its address. */
  isShareable: boolean;
  /** What is not as it should be, for the log. */
  warning?: string;
}

/** A render made into an answer for everybody. `born`: the logical time at which the render began. */
export async function answerOf(
  render: Render,
  page: PublicAddress | PublicPage,
  born: number,
  origin: string,
): Promise<Answer> {
  const { headers, status, tags } = render;
  const policy = String(headers["content-security-policy"] ?? "");
  const content = isPage(page) ? shareable(render.body, policy, page, origin) : { html: render.body, csp: policy };
  const isShareable =
    status === 200 &&
    tags.size > 0 &&
    !headers["set-cookie"] &&
    (!isPage(page) || (String(headers["content-type"]).startsWith("text/html") && content.csp !== ""));
  return {
    status,
    isShareable,
    born,
    tags,
    renderedAt: Date.now(),
    variants: await compress(content.html),
    headers: {
      ...passedOn(headers),
      ...(content.csp ? { "content-security-policy": content.csp } : {}),
      "cache-control": isShareable ? "no-cache" : "private, no-store",
    },
    ...("warning" in content && content.warning ? { warning: content.warning } : {}),
  };
}

/** Sends the best form that the asker takes, or 304 when it has these very bytes. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, variants }: Pick<Answer, "status" | "headers" | "variants">,
): void {
  const encoding = negotiate(request.headers["accept-encoding"]?.toString());
  const { body, etag } = variants[encoding];
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("etag", etag);
  if (status === 200 && isUnchanged(request.headers["if-none-match"], etag)) {
    response.writeHead(304).end();
    return;
  }
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  response.setHeader("content-length", body.length);
  response.writeHead(status);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Sends a page made for whoever is signed in: without the framework's scripts as everybody's, and kept by nobody. */
export async function sendOwn(
  request: IncomingMessage,
  response: ServerResponse,
  { render, page, origin }: { render: Render; page: PublicPage; origin: string },
): Promise<void> {
  const { headers, status, body } = render;
  const content = shareable(body, String(headers["content-security-policy"] ?? ""), page, origin);
  const encoding = negotiate(request.headers["accept-encoding"]?.toString());
  const bytes = await compressTo(encoding, content.html);
  for (const [name, value] of Object.entries(passedOn(headers))) response.setHeader(name, value);
  if (headers["set-cookie"]) response.setHeader("set-cookie", headers["set-cookie"]);
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  response.writeHead(status, {
    "content-security-policy": content.csp,
    "cache-control": "private, no-store",
    "content-length": bytes.length,
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

const NOT_PASSED_ON = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "content-encoding",
  "content-security-policy",
  "cache-control",
  "date",
  "etag",
  "vary",
  "set-cookie",
  "link",
  "x-request-id",
  "x-powered-by",
]);

/** The headers of a render that are not about one transfer: security headers, type, redirection. */
function passedOn(headers: Render["headers"]): Record<string, string> {
  const kept: Record<string, string> = { vary: "Accept-Encoding, Cookie" };
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !NOT_PASSED_ON.has(name)) kept[name] = String(value);
  }
  return kept;
}
