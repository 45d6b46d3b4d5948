import { randomBytes } from "node:crypto";
import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import pg from "pg";
import { PageCache } from "#lib/platform/page-cache/page-cache";
import { readTag } from "#lib/platform/page-tags";

/** Answers instead of the small site's own page; false leaves it to that page. */
export type Special = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;

interface Options {
  /** Where the page cache hears of changes; the database of the worker unless given. */
  databaseUrl?: string;
  special?: Special;
  /** Requests come from one address, as from one machine; unless said, each from its own. */
  isOneAddress?: boolean;
}

interface Read {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
  raw: Buffer;
}

/**
 * A page cache as in `server.mjs`, in front of a handler that stands where Next does: its pages show the
 * club's tagline, read from PostgreSQL, under a policy with a nonce.
 */
export async function openSite({ databaseUrl, special = () => false, isOneAddress = false }: Options = {}) {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  const rendered: IncomingMessage[] = [];
  const warnings: string[] = [];
  let addresses = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    rendered.push(request);
    const nonce = randomBytes(16).toString("base64");
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-security-policy", `default-src 'self'; script-src 'self' 'nonce-${nonce}'`);
    if (await special(request, response)) return;
    readTag("club");
    const { rows } = await pool.query("SELECT tagline FROM club");
    response.end(`<h1>${request.url}</h1><p>${rows[0].tagline}</p><script nonce="${nonce}">next()</script>`);
  };
  const cache = new PageCache({
    handle,
    databaseUrl: databaseUrl ?? process.env.DATABASE_URL ?? "",
    origin: "http://portal.example",
    addressOf: () => {
      addresses += isOneAddress ? 0 : 1;
      return `address ${addresses}`;
    },
    log: { warn: (fields, message) => warnings.push(`${message} ${JSON.stringify(fields)}`) },
  });
  await cache.open();
  const server = http.createServer((request, response) => {
    void cache.serve(request, response).then(async (isServed) => {
      if (!isServed) await handle(request, response);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = Object(server.address());

  const read = (path: string, headers: http.OutgoingHttpHeaders = {}, method = "GET") =>
    new Promise<Read>((resolve, reject) => {
      const request = http.request({ host: "127.0.0.1", port, path, headers, method, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk)).on("error", reject);
        response.on("end", () => {
          const raw = Buffer.concat(chunks);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: raw.toString(), raw });
        });
      });
      request.on("error", reject).end();
    });

  const close = async () => {
    server.closeAllConnections();
    server.close();
    await cache.close();
    await pool.end();
  };
  return { cache, store: cache.store, rendered, warnings, read, close };
}

export type Site = Awaited<ReturnType<typeof openSite>>;

/** The tagline that a page shows. */
export function taglineOf({ body }: { body: string }): string {
  return /<p>(.*)<\/p>/.exec(body)?.[1] ?? "";
}
