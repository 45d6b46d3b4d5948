import { ENHANCEMENT_PATHS } from "../enhancements.ts";
import { findPublicAddress, isPage, type PublicAddress, type PublicPage } from "../public-pages.ts";
import { SESSION_COOKIE } from "../session-cookie.ts";

/** The longest value of a parameter that makes an entry of its own; longer ones share one. */
const LONGEST_VALUE = 200;

const SESSION = new RegExp(`(?:^|;\\s*)(?:__Secure-)?${SESSION_COOKIE}(?:\\.\\d+)?=`);

/** Nothing is computed for them. Each by its whole name: what is not there is a page that says so. */
const FREE = new Set(["/favicon.ico", "/icon.svg", "/api/health", ...ENHANCEMENT_PATHS]);
/** There Next says 404 in one word. */
const BUILT_FILES = "/_next/static/";

/** Of a request, what decides. Node's own object has this shape. */
export interface Asked {
  method?: string | undefined;
  url?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
}

/** A plain read of a public address. */
export interface PublicRead {
  key: string;
  page: PublicAddress | PublicPage;
  /** Somebody signed in asks: what is kept is not for them, and theirs is never kept. */
  isOwn: boolean;
}

/**
 * Which entry answers this request: null when it must go to Next untouched (no public address, not a plain read,
 * or somebody signed in who would gain nothing: data, a page that needs the framework).
 *
 * The key is the path and the listed parameters in table order, first value of repeated ones,
 * trimmed and bounded; whatever else the address carries (utm_…) is ignored.
 */
export function entryFor(request: Asked): PublicRead | null {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  const { headers } = request;
  if (headers.rsc || headers["next-router-prefetch"] || headers["next-action"]) return null;
  const [path = "", search = ""] = splitOnce(request.url ?? "", "?");
  const page = findPublicAddress(path);
  if (!page) return null;
  const isOwn = SESSION.test(String(headers.cookie ?? ""));
  if (isOwn && (!isPage(page) || page.js)) return null;
  const asked = new URLSearchParams(search);
  if (asked.has("_rsc")) return null;
  const kept = new URLSearchParams();
  for (const name of page.params) {
    const value = asked.get(name)?.trim().slice(0, LONGEST_VALUE).trim();
    if (value) kept.set(name, value);
  }
  return { key: kept.size > 0 ? `${path}?${kept}` : path, page, isOwn };
}

/** Whether Next answers this without rendering anything. */
export function costsNothing(request: Asked): boolean {
  const [path] = splitOnce(request.url ?? "", "?");
  return FREE.has(path) || path.startsWith(BUILT_FILES);
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
