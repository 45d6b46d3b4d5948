import http from "node:http";
import { gzipSync } from "node:zlib";
import pg from "pg";

// What the machine can do with Node and PostgreSQL alone: the portal is measured against these, in the
// same run. One process, three ports, given as arguments with the address of the database.
const [prepared, compressed, queried] = process.argv.slice(2, 5).map(Number);
const pool = new pg.Pool({ connectionString: process.argv[5], max: 10 });

// The portal's own directory page: the same bytes as those it is compared with.
const PAGE = await (await fetch(process.argv[6] ?? "")).text();
const ZIPPED = gzipSync(PAGE, { level: 9 });
const HTML = { "content-type": "text/html; charset=utf-8" };

/** A prepared string. */
http
  .createServer((_request, response) => {
    response.writeHead(200, { ...HTML, "content-length": Buffer.byteLength(PAGE) }).end(PAGE);
  })
  .listen(prepared);

/** The same, compressed once. */
http
  .createServer((_request, response) => {
    response
      .writeHead(200, { ...HTML, "content-encoding": "gzip", "content-length": ZIPPED.length, vary: "accept-encoding" })
      .end(ZIPPED);
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
