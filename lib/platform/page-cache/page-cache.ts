import type { IncomingMessage, ServerResponse } from "node:http";
import { isPage, PUBLIC_PAGES, type PublicAddress, type PublicPage } from "../public-pages.ts";
import { RenderAllowance } from "./allowance.ts";
import { type Answer, answerOf, sendAnswer, sendOwn } from "./answer.ts";
import { costsNothing, entryFor, type PublicRead } from "./key.ts";
import { listenForChanges } from "./listener.ts";
import { metricsOf } from "./metrics.ts";
import { brokenPage, busyPage, tooManyPage } from "./plain-pages.ts";
import { Renderer } from "./renderer.ts";
import { PageStore } from "./store.ts";
import { Saturated, Turns } from "./turns.ts";

/** A bound for what no tag tells: the passing of time ("upcoming", the day's shuffle). */
const FRESH_MS = 10 * 60_000;
/** From FRESH_MS on a page is shown once more while it is rendered anew; older than this, never. */
const USABLE_MS = 60 * 60_000;

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

/**
 * Public pages as stored bytes, in front of Next. Deleting it changes nothing but speed: whatever it
 * does not know, or is not sure of, goes to Next's handler.
 */
export class PageCache {
  readonly store = new PageStore();
  private readonly counts = { hit: 0, stale: 0, miss: 0, bypass: 0, refused: 0, failed: 0 };
  private readonly renders = { count: 0, seconds: 0 };
  private readonly options: PageCacheOptions;
  private readonly renderer: Renderer;
  private readonly flights = new Map<string, Promise<Answer>>();
  /** What one address may have computed: 120 pages at once, then 10 a second. */
  private readonly allowance = new RenderAllowance(120, 10);
  // Rendering is all processor, and there are few.
  private readonly turns = new Turns(4, 64);
  private stopListening: () => Promise<void> = async () => undefined;

  constructor(options: PageCacheOptions) {
    this.options = options;
    this.renderer = new Renderer(options.handle, new URL(options.origin).host);
  }

  /** Hears of changes from here on, or knows that it does not and goes on trying. */
  async open(): Promise<void> {
    await this.renderer.open();
    const listening = listenForChanges(this.store, this.options.databaseUrl, (error) =>
      this.warn(error, "page cache: changes are not heard, nothing is kept"),
    );
    this.stopListening = listening.stop;
    await listening.tried;
  }

  /** Renders the main pages once, so that the first visitor after a start does not wait. */
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
    const kept = asked && !asked.isOwn && this.store.get(asked.key);
    const age = kept ? Date.now() - kept.renderedAt : 0;
    if (kept && age <= USABLE_MS) {
      this.counts[age > FRESH_MS ? "stale" : "hit"] += 1;
      if (age > FRESH_MS) this.fill(asked.key, asked.page).catch(() => undefined);
      sendAnswer(request, response, { ...kept, status: 200 });
      return true;
    }
    if (costsNothing(request)) return false;
    // Whoever gets past the cache, by whatever header, cookie or method, draws on the same allowance.
    if (!this.allowance.take(this.options.addressOf(request), Date.now())) {
      this.counts.refused += 1;
      tooManyPage(request, response);
      return true;
    }
    this.counts[asked && !asked.isOwn ? "miss" : "bypass"] += 1;
    if (!asked) return false;
    await this.answer(request, response, asked);
    return true;
  }

  /** For an operator, in Prometheus's text format. */
  metrics(): string {
    return metricsOf({ requests: this.counts, renders: this.renders, store: this.store });
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
    { key, page, isOwn }: PublicRead,
  ): Promise<void> {
    try {
      if (isOwn && isPage(page)) {
        await this.answerOne(request, response, { key, page });
        return;
      }
      const answer = await this.fill(key, page);
      if (answer.status >= 500 && isPage(page)) brokenPage(request, response);
      else sendAnswer(request, response, answer);
    } catch (error) {
      this.counts.failed += 1;
      if (error instanceof Saturated) {
        busyPage(request, response);
      } else {
        // Not handed to Next: it would do the same work again, and fail or last as long.
        this.warn(error, "page cache: a render failed");
        brokenPage(request, response);
      }
    }
  }

  /** The page of somebody signed in: shared with no other request, and not kept. */
  private async answerOne(
    request: IncomingMessage,
    response: ServerResponse,
    { key, page }: { key: string; page: PublicPage },
  ): Promise<void> {
    const render = await this.renderPage(key, page, ownHeaders(request));
    if (render.status >= 500) brokenPage(request, response);
    else await sendOwn(request, response, { render, page, origin: this.options.origin });
  }

  /** One render per key and logical time: a request that came after a change never joins one begun before. */
  private fill(key: string, page: PublicAddress | PublicPage): Promise<Answer> {
    const flight = `${key} ${this.store.now}`;
    const known = this.flights.get(flight);
    if (known) return known;
    const begun = this.turns.take(() => this.render(key, page)).finally(() => this.flights.delete(flight));
    this.flights.set(flight, begun);
    return begun;
  }

  private async render(key: string, page: PublicAddress | PublicPage): Promise<Answer> {
    const born = this.store.now;
    const begun = performance.now();
    const made = await this.renderPage(key, page);
    const answer = await answerOf(made, page, born, this.options.origin);
    if (answer.warning) this.options.log.warn({ path: page.path, reason: answer.warning }, "page cache: scripts stay");
    if (answer.isShareable) this.store.keep(key, answer);
    // The page is gone or moved. After an accident of ours what was kept stays good.
    else if (answer.status < 500) this.store.forget(key);
    this.renders.count += 1;
    this.renders.seconds += (performance.now() - begun) / 1000;
    return answer;
  }

  /** Next leaves the body of a `notFound()` to its scripts; that of an address it does not know is whole. */
  private async renderPage(key: string, page: PublicAddress | PublicPage, own?: Record<string, string>) {
    const made = await this.renderer.render(key, own);
    return made.status === 404 && isPage(page) ? this.renderer.render(NOWHERE, own) : made;
  }

  private warn(error: unknown, message: string): void {
    this.options.log.warn({ reason: error instanceof Error ? error.message : String(error) }, message);
  }
}

/** What a page may depend on when somebody is signed in: who they are, and the trace of their request. */
function ownHeaders({ headers }: IncomingMessage): Record<string, string> {
  const own: Record<string, string> = {};
  for (const name of ["cookie", "x-request-id", "x-portal-address"]) {
    const value = headers[name];
    if (typeof value === "string") own[name] = value;
  }
  return own;
}
