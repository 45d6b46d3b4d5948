// The thin server around Next: request ids, an access log, and the page cache in front. Deleting the
// page cache's lines changes nothing but speed.
import { randomUUID } from "node:crypto";
import http from "node:http";
import next from "next";
import pino from "pino";
import { Audience } from "./lib/platform/audience.ts";
import { isOperator } from "./lib/platform/page-cache/metrics.ts";
import { PageCache } from "./lib/platform/page-cache/page-cache.ts";

const port = Number(process.env.PORT ?? 3000);
const origin = process.env.APP_URL ?? `http://localhost:${port}`;
const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: undefined });

const app = next({ dev: false, dir: import.meta.dirname, hostname: "localhost", port });
await app.prepare();
const handle = app.getRequestHandler();

const pages = new PageCache({ handle, databaseUrl: process.env.DATABASE_URL, origin, addressOf, log });
await pages.open();
const audience = new Audience({
  databaseUrl: process.env.DATABASE_URL,
  onError: (error) => log.warn({ reason: error instanceof Error ? error.message : "unknown" }, "audience: not written"),
});

let isStopping = false;
const server = http.createServer((request, response) => void answer(request, response));
// 25 MB of a document over a slow line; the headers must come at once.
server.requestTimeout = 300_000;
server.headersTimeout = 10_000;
server.keepAliveTimeout = 65_000;
server.once("error", (error) => {
  log.fatal({ port, error: error.message }, "cannot listen");
  process.exit(1);
});
server.listen(port, () => {
  log.info({ port, origin }, "listening");
  void pages.warm();
});

// "disconnect": whoever started the portal is gone without a word, and the database will follow.
for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.on(event, stop);

async function answer(request, response) {
  const id = requestId(request);
  request.headers["x-request-id"] = id;
  request.headers["x-portal-address"] = addressOf(request);
  // Next would believe it before the Host; nobody in front of us needs to say it.
  delete request.headers["x-forwarded-host"];
  response.setHeader("x-request-id", id);
  logWhenDone(request, response, id);
  audience.note(request, response);
  try {
    if (request.url === "/api/metrics" && isOperator(request.headers.authorization, process.env.METRICS_TOKEN)) {
      response.setHeader("cache-control", "no-store");
      response.writeHead(200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(pages.metrics());
      return;
    }
    if (await pages.serve(request, response)) return;
    await handle(request, response);
  } catch (error) {
    log.error({ id, error: error instanceof Error ? error.stack : String(error) }, "request failed");
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
    response.end("Erreur du serveur\n");
  }
}

/** Requests under way are answered, idle connections closed; what lasts longer than 10 s is cut. */
function stop() {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(0), 10_000).unref();
  server.close(() => {
    const closed = Promise.allSettled([pages.close(), audience.close(), app.close()]);
    void closed.then(() => process.exit(0));
  });
  // A connection that was busy falls idle once it is answered, and would wait for another request.
  setInterval(() => server.closeIdleConnections(), 50).unref();
}

/** A proxy's id is kept when it looks like one: it ends up in the log. */
function requestId(request) {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** The visitor's address: the connection's, or what the last of the trusted proxies saw. */
function addressOf(request) {
  const proxies = Number(process.env.TRUSTED_PROXIES ?? 0);
  const seen = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  return (proxies > 0 && seen.at(-proxies)) || request.socket.remoteAddress || "";
}

/** One line per request. The path alone: a query may hold what somebody is looking for, a segment may be a key. */
function logWhenDone(request, response, id) {
  const begun = performance.now();
  const { method } = request;
  const path = withoutKeys((request.url ?? "").split("?")[0]?.slice(0, 200));
  response.once("close", () => {
    const milliseconds = Math.round(performance.now() - begun);
    log.info(
      { id, method, path, status: response.statusCode, milliseconds, isCut: !response.writableFinished },
      "request",
    );
  });
}

/** The secret of a private link never reaches the log. Addresses of pages and ids have no capital letter; keys do. */
function withoutKeys(path) {
  return path?.replace(/[\w.-]{24,}/g, (segment) => (/[A-Z]/.test(segment) ? "…" : segment));
}
