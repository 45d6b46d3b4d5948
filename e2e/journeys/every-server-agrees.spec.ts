import http from "node:http";
import type { APIRequestContext } from "@playwright/test";
import { LISTENER } from "../../lib/platform/page-cache/listener.ts";
import { everyPublicPage } from "../../test/public-page-examples.ts";
import { type Server, startSecondServer } from "../../test/second-server.ts";
import { withDatabase } from "../database.ts";
import { expect, test } from "../fixtures.ts";

// Two web servers of one portal, and what they show of a change that neither of them made.
const portal = process.env.E2E_URL ?? "";

test.skip(({ isMobile }) => isMobile, "no screen involved");
test.describe.configure({ mode: "serial" });

let second: Server;
const putBack: string[] = [];

test.beforeAll(async () => {
  second = await startSecondServer(process.env.E2E_DATA ?? "");
});
test.afterAll(async () => {
  await withDatabase(async (client) => {
    for (const sql of putBack) await client.query(sql);
  });
  await second.stop();
});

/** Writes `text` into a column, and remembers what was there. */
async function write(table: string, column: string, where: string, text: string): Promise<void> {
  await withDatabase(async (client) => {
    const { rows } = await client.query(`SELECT quote_nullable(${column}) AS was FROM ${table} WHERE ${where}`);
    expect(rows, `${table} where ${where}`).toHaveLength(1);
    putBack.push(`UPDATE ${table} SET ${column} = ${rows[0].was} WHERE ${where}`);
    await client.query(`UPDATE ${table} SET ${column} = $1 WHERE ${where}`, [text]);
  });
}

/** A change is heard within a second; from then on no page shows what was before. */
async function expectSoon(request: APIRequestContext, address: string, words: string): Promise<void> {
  await expect
    .poll(async () => (await (await request.get(address)).text()).includes(words), {
      message: `${words} on ${address}`,
      timeout: 1_000,
      intervals: [50],
    })
    .toBe(true);
}

test("a change of the club is on every public page of both within a second", async ({ request }) => {
  const pages = await everyPublicPage(portal);
  const servers = [portal, second.url];
  // Kept by both, whatever they were before.
  for (const { example } of pages) for (const server of servers) await request.get(server + example);
  const address = `bureau-${Date.now()}@club.example`;
  await write("club", '"contactEmail"', "id = 1", address);
  for (const server of servers) await expectSoon(request, `${server}/le-club`, address);
  for (const { example } of pages) {
    for (const server of servers) {
      expect(await (await request.get(server + example)).text(), server + example).toContain(address);
    }
  }
});

test("so is a change of what each page is about", async ({ request }) => {
  const words = `changé ${Date.now()}`;
  const pages = await everyPublicPage(portal);
  const slugAt = (path: string) => pages.find((page) => page.path === path)?.example.split("/")[2] ?? "";
  const changes = [
    { path: "/annuaire/[slug]", table: "structure", column: "description" },
    { path: "/commissions/[slug]", table: "commission", column: "mission" },
    { path: "/agenda/[slug]", table: "event", column: "description" },
    { path: "/stages/[slug]", table: "internship", column: "missions" },
    { path: "/actualites/[slug]", table: "news_post", column: "lead" },
  ];
  for (const { path, table, column } of changes) await write(table, column, `slug = '${slugAt(path)}'`, words);
  const paths = ["/", "/commissions", "/actualites", ...changes.map(({ path }) => path)];
  for (const server of [portal, second.url]) {
    // The last to be written: the others were announced before it.
    await expectSoon(request, `${server}/actualites/${slugAt("/actualites/[slug]")}`, words);
    for (const page of pages.filter(({ path }) => paths.includes(path))) {
      expect(await (await request.get(server + page.example)).text(), server + page.example).toContain(words);
    }
  }
});

test("one that hears nothing any more shows nothing old", async ({ request }) => {
  const servers = [portal, second.url];
  for (const server of servers) await request.get(`${server}/le-club`);
  await withDatabase((client) =>
    client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", [LISTENER]),
  );
  const address = `silence-${Date.now()}@club.example`;
  await write("club", '"contactEmail"', "id = 1", address);
  for (const server of servers) await expectSoon(request, `${server}/le-club`, address);
});

test("its metrics are the operator's alone", async ({ request }) => {
  const token = process.env.METRICS_TOKEN ?? "";
  expect((await request.get("/api/metrics")).status()).toBe(404);
  expect((await request.get("/api/metrics", { headers: { authorization: "Bearer wrong" } })).status()).toBe(404);
  const metrics = await request.get("/api/metrics", { headers: { authorization: `Bearer ${token}` } });
  expect(metrics.status()).toBe(200);
  expect(metrics.headers()["cache-control"]).toBe("no-store");
  // It heard nothing a moment ago, and asks again.
  const said = async () =>
    (await request.get("/api/metrics", { headers: { authorization: `Bearer ${token}` } })).text();
  await expect.poll(said).toMatch(/^tactic_page_cache_listening 1$/m);
});

test("headers larger than any browser sends are refused, and the server lives on", async ({ request }) => {
  const response = await request.get("/annuaire", { headers: { cookie: `a=${"b".repeat(20_000)}` } });
  expect(response.status()).toBe(431);
  expect((await request.get("/annuaire")).status()).toBe(200);
});

test("asked to stop, it answers what is under way and leaves without waiting for idle visitors", async ({
  request,
}) => {
  const misses = async () => {
    const headers = { authorization: `Bearer ${process.env.METRICS_TOKEN}` };
    const metrics = await (await request.get(`${second.url}/api/metrics`, { headers })).text();
    return Number(/result="miss"} (\d+)/.exec(metrics)?.[1]);
  };
  // Kept alive by the client: nobody would close it otherwise.
  await (await fetch(`${second.url}/le-club`)).text();
  const before = await misses();
  const underWay = Array.from({ length: 3 }, (_, number) => readOnce(`${second.url}/annuaire?q=arret${number}`));
  await expect.poll(misses, { intervals: [1] }).toBe(before + underWay.length);
  const begun = Date.now();
  const code = second.stop();
  for (const text of await Promise.all(underWay)) expect(text).toContain("</html>");
  expect(await code).toBe(0);
  // Ten seconds is where it would have been cut.
  expect(Date.now() - begun).toBeLessThan(9_000);
});

/** On a connection of its own: one that is shared could be closed as idle a moment before. */
function readOnce(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent: false }, (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on("error", reject).on("end", () => resolve(text));
      })
      .on("error", reject);
  });
}
