import type { IncomingMessage, ServerResponse } from "node:http";
import type { PublicAddress, PublicPage } from "../public-pages.ts";
import { shareable } from "./content.ts";
import { compress, isUnchanged, negotiate } from "./encodings.ts";
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

/** Whether it is a page for people, with a policy of its own, or data for programs. */
export function isPage(page: PublicAddress | PublicPage): page is PublicPage {
  return "js" in page;
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
