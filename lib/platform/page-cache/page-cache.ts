import type { IncomingMessage, ServerResponse } from "node:http";
import { PUBLIC_PAGES, type PublicAddress, type PublicPage } from "../public-pages.ts";
import { Allowance } from "./allowance.ts";
import { shareable } from "./content.ts";
import { compress, isUnchanged, negotiate } from "./encodings.ts";
import { entryFor } from "./key.ts";
import { listenForChanges } from "./listener.ts";
import { brokenPage, tooManyPage } from "./plain-pages.ts";
import { type Render, Renderer } from "./renderer.ts";
import { type Entry, PageStore } from "./store.ts";

/** A bound for what no tag tells: the passing of time ("upcoming", the day's shuffle). */
const FRESH_MS = 10 * 60_000;
/** Renders under way at once; more wait. Rendering is all processor, and there are few. */
const RENDERS_AT_ONCE = 4;
const RENDERS_WAITING = 64;

export interface PageCacheOptions {
  /** Next's own handler. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  databaseUrl: string;
  /** `APP_URL`: the only origin in policies, and the host of every render. */
  origin: string;
  /** Who asks, for the limit on renders: the socket's address, or what a trusted proxy says. */
  addressOf: (request: IncomingMessage) => string;
  log: { warn: (fields: object, message: string) => void };
}

/** An address that no route has. */
const NOWHERE = "/introuvable";

/** An answer ready to be sent: kept, or made just now. */
type Answer = Entry & { status: number };

/**
 * Public pages as stored bytes, in front of Next. Deleting it changes nothing but speed: whatever it
 * does not know, or is not sure of, goes to Next's handler.
 */
export class PageCache {
  readonly counts = { hit: 0, miss: 0, stale: 0, bypass: 0, refused: 0, failed: 0 };
  readonly store = new PageStore();
  private readonly options: PageCacheOptions;
  private readonly renderer: Renderer;
  private readonly flights = new Map<string, Promise<Answer>>();
  private readonly allowance = new Allowance(120, 20);
  private readonly waiting: (() => void)[] = [];
  private rendering = 0;
  private stopListening: () => Promise<void> = async () => undefined;

  constructor(options: PageCacheOptions) {
    this.options = options;
    this.renderer = new Renderer(options.handle, new URL(options.origin).host);
  }

  /** Listens, then renders the main pages once, so that the first visitor after a start does not wait. */
  async open(): Promise<void> {
    await this.renderer.open();
    const { databaseUrl, log } = this.options;
    this.stopListening = listenForChanges(this.store, databaseUrl, (error) =>
      log.warn(
        { reason: error instanceof Error ? error.message : "unknown" },
        "page cache: changes are not heard, nothing is kept",
      ),
    );
  }

  async warm(): Promise<void> {
    for (const page of PUBLIC_PAGES) {
      if (page.warm) await this.fill(page.path, page).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.stopListening();
    await this.renderer.close();
  }

  /** Answers when it can; false when Next must. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const asked = entryFor(request);
    if (!asked) {
      this.counts.bypass += 1;
      return false;
    }
    const kept = this.store.get(asked.key);
    if (kept) {
      const isOld = Date.now() - kept.renderedAt > FRESH_MS;
      this.counts[isOld ? "stale" : "hit"] += 1;
      if (isOld) this.fill(asked.key, asked.page).catch(() => undefined);
      send(request, response, { ...kept, status: 200 });
      return true;
    }
    if (!this.allowance.take(this.options.addressOf(request), Date.now())) {
      this.counts.refused += 1;
      tooManyPage(response);
      return true;
    }
    this.counts.miss += 1;
    try {
      const answer = await this.fill(asked.key, asked.page);
      if (answer.status >= 500 && isPage(asked.page)) brokenPage(response);
      else send(request, response, answer);
    } catch (error) {
      this.counts.failed += 1;
      if (error instanceof Saturated) tooManyPage(response);
      else return false;
    }
    return true;
  }

  /** One render per key and logical time: a request that came after a change never joins one begun before. */
  private fill(key: string, page: PublicAddress | PublicPage): Promise<Answer> {
    const flight = `${key} ${this.store.now}`;
    const known = this.flights.get(flight);
    if (known) return known;
    const begun = this.inTurn(() => this.render(key, page)).finally(() => this.flights.delete(flight));
    this.flights.set(flight, begun);
    return begun;
  }

  private async render(key: string, page: PublicAddress | PublicPage): Promise<Answer> {
    const born = this.store.now;
    const asked = await this.renderer.render(key);
    // Next leaves the body of a `notFound()` to its scripts; that of an address it does not know is whole.
    const made = asked.status === 404 && isPage(page) ? await this.renderer.render(NOWHERE) : asked;
    const answer = await this.answerOf(made, page, born);
    if (answer.isShareable) this.store.keep(key, answer);
    return answer;
  }

  private async answerOf(
    made: Render,
    page: PublicAddress | PublicPage,
    born: number,
  ): Promise<Answer & { isShareable: boolean }> {
    const { headers, status } = made;
    const policy = String(headers["content-security-policy"] ?? "");
    const content = isPage(page)
      ? shareable(made.body, policy, page, this.options.origin)
      : { html: made.body, csp: policy };
    if (content.warning)
      this.options.log.warn({ path: page.path, reason: content.warning }, "page cache: scripts stay");
    const isExpected = !isPage(page) || String(headers["content-type"]).startsWith("text/html");
    const isShareable = status === 200 && isExpected && !headers["set-cookie"] && made.tags.size > 0;
    return {
      status,
      isShareable,
      born,
      tags: made.tags,
      renderedAt: Date.now(),
      variants: await compress(content.html),
      headers: {
        ...passedOn(headers),
        ...(content.csp ? { "content-security-policy": content.csp } : {}),
        "cache-control": isShareable ? "no-cache" : "private, no-store",
      },
    };
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.rendering >= RENDERS_AT_ONCE) {
      if (this.waiting.length >= RENDERS_WAITING) throw new Saturated();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.rendering += 1;
    try {
      return await work();
    } finally {
      this.rendering -= 1;
      this.waiting.shift()?.();
    }
  }
}

function isPage(page: PublicAddress | PublicPage): page is PublicPage {
  return "js" in page;
}

class Saturated extends Error {}

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

function send(request: IncomingMessage, response: ServerResponse, { status, headers, variants }: Answer): void {
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
