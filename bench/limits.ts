import http from "node:http";
import { gzipSync } from "node:zlib";
import pg from "pg";

// What the machine can do with Node and PostgreSQL alone: the portal is measured against these, in the
// same run. One process, three ports, given as arguments with the address of the database and the portal's.
const [prepared, compressed, queried] = process.argv.slice(2, 5).map(Number);
const pool = new pg.Pool({ connectionString: process.argv[5], max: 10 });
const portal = process.argv[6] ?? "";

const HTML = { "content-type": "text/html; charset=utf-8" };
/** The portal's own pages, the same bytes as those they are compared with: plain, and compressed once. */
const pages = new Map<string, { plain: string; zipped: Buffer }>();

async function pageAt(path: string) {
  const plain = await (await fetch(portal + path)).text();
  const page = { plain, zipped: gzipSync(plain, { level: 9 }) };
  pages.set(path, page);
  return page;
}

/** A prepared string; and what the process has used of the processor. */
http
  .createServer((request, response) => {
    if (request.url === "/cpu") {
      const { user, system } = process.cpuUsage();
      response.end(String((user + system) / 1e6));
      return;
    }
    const send = ({ plain }: { plain: string }) =>
      response.writeHead(200, { ...HTML, "content-length": Buffer.byteLength(plain) }).end(plain);
    const known = pages.get(request.url ?? "");
    if (known) send(known);
    else void pageAt(request.url ?? "").then(send);
  })
  .listen(prepared);

/** The same, compressed once. */
http
  .createServer((request, response) => {
    const send = ({ zipped }: { zipped: Buffer }) =>
      response
        .writeHead(200, {
          ...HTML,
          "content-encoding": "gzip",
          "content-length": zipped.length,
          vary: "accept-encoding",
        })
        .end(zipped);
    const known = pages.get(request.url ?? "");
    if (known) send(known);
    else void pageAt(request.url ?? "").then(send);
  })
  .listen(compressed);

/** One indexed query and 24 rows of HTML. */
http
  .createServer((_request, response) => {
    rows().then(
      (items) =>
        response
          .writeHead(200, HTML)
          .end(`<!doctype html><html lang="fr"><body><ul>${items.join("")}</ul></body></html>`),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  })
  .listen(queried, () => console.log("ready"));

async function rows(): Promise<string[]> {
  const found = await pool.query({
    name: "limit",
    text: `SELECT slug, name, city, left(description, 180) AS summary FROM structure WHERE status = 'active' ORDER BY shuffle_key(id, 1), id LIMIT 24`,
  });
  return found.rows.map(
    (row) =>
      `<li><h3><a href="/annuaire/${row.slug}">${row.name}</a></h3><p>${row.city ?? "Artois"}. ${row.summary}</p></li>`,
  );
}
