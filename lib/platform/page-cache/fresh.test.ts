import { once } from "node:events";
import net from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { openSite, type Site, taglineOf } from "../../../test/small-site.ts";
import { LISTENER } from "./listener.ts";

// Two page caches on one database, as two processes have them: they share nothing else.
const owner = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
const sites: Site[] = [];
let before = "";

beforeAll(async () => {
  await owner.connect();
  before = (await owner.query("SELECT tagline FROM club")).rows[0].tagline;
});
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});
afterAll(async () => {
  await say(before);
  await owner.end();
});

async function open(...options: Parameters<typeof openSite>): Promise<Site> {
  const site = await openSite(...options);
  sites.push(site);
  return site;
}

const say = (tagline: string) => owner.query("UPDATE club SET tagline = $1", [tagline]);
const changesHeard = (site: Site) => site.store.drops.get("club") ?? 0;
const heard = (site: Site, changes: number) => vi.waitFor(() => expect(changesHeard(site)).toBe(changes));

test("a change is seen by every process, and only what read that table is rendered again", async () => {
  const [one, other] = [await open(), await open()];
  await say("before");
  await Promise.all([heard(one, 1), heard(other, 1)]);
  for (const site of [one, other]) for (let times = 0; times < 3; times += 1) await site.read("/le-club");
  expect([one.rendered.length, other.rendered.length]).toEqual([1, 1]);

  await owner.query("UPDATE event SET title = title");
  await vi.waitFor(() => expect([one.store.drops.get("event"), other.store.drops.get("event")]).toEqual([1, 1]));
  await one.read("/le-club");
  expect(one.rendered).toHaveLength(1);

  await say("after");
  await Promise.all([heard(one, 2), heard(other, 2)]);
  for (const site of [one, other]) expect(taglineOf(await site.read("/le-club"))).toBe("after");
  expect([one.rendered.length, other.rendered.length]).toEqual([2, 2]);
});

test("a change that is rolled back drops nothing", async () => {
  const site = await open();
  await site.read("/le-club");
  await owner.query("BEGIN");
  await say("never");
  await owner.query("ROLLBACK");
  await say("committed");
  await heard(site, 1);
  expect(taglineOf(await site.read("/le-club"))).toBe("committed");
});

test("everybody who asks at once shares one render", async () => {
  const site = await open();
  await Promise.all(Array.from({ length: 50 }, () => site.read("/annuaire?q=wifi")));
  expect(site.rendered).toHaveLength(1);
});

test("a render that a change overtakes is neither kept nor joined by those who come after the change", async () => {
  await say("old");
  const hasRead = Promise.withResolvers<void>();
  const mayAnswer = Promise.withResolvers<void>();
  let isFirst = true;
  const site = await open({
    special: async (_request, response) => {
      if (!isFirst) return false;
      isFirst = false;
      const { rows } = await owner.query("SELECT tagline FROM club");
      hasRead.resolve();
      await mayAnswer.promise;
      response.end(`<p>${rows[0].tagline}</p>`);
      return true;
    },
  });
  const overtaken = site.read("/le-club");
  await hasRead.promise;
  await say("new");
  await heard(site, 1);
  expect(taglineOf(await site.read("/le-club"))).toBe("new");
  mayAnswer.resolve();
  expect(taglineOf(await overtaken)).toBe("old");
  expect(taglineOf(await site.read("/le-club"))).toBe("new");
});

test("when the listening connection is killed nothing old is shown, and keeping begins again by itself", async () => {
  const site = await open();
  await say("before");
  await heard(site, 1);
  await site.read("/le-club");
  await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()`,
    [LISTENER],
  );
  await vi.waitFor(() => expect(site.warnings).toHaveLength(1));
  await say("in the dark");
  expect(taglineOf(await site.read("/le-club"))).toBe("in the dark");
  await vi.waitFor(() => expect(site.store.isListening).toBe(true), 10_000);
  await site.read("/le-club");
  const renders = site.rendered.length;
  await site.read("/le-club");
  expect(site.rendered).toHaveLength(renders);
});

test("a network that dies without a word is noticed by asking, and nothing is kept until it is back", async () => {
  const network = await openNetwork(process.env.DATABASE_URL ?? "");
  const site = await open({ databaseUrl: network.url });
  expect(site.store.isListening).toBe(true);
  await say("before");
  await heard(site, 1);
  await site.read("/le-club");
  network.die();
  await say("unheard");
  await vi.waitFor(() => expect(site.store.isListening).toBe(false), 15_000);
  expect(taglineOf(await site.read("/le-club"))).toBe("unheard");
  await say("still unheard");
  expect(taglineOf(await site.read("/le-club"))).toBe("still unheard");
  network.comeBack();
  await vi.waitFor(() => expect(site.store.isListening).toBe(true), 15_000);
  await network.close();
}, 60_000);

test("under a stress of changes no read shows less than what had been heard when it began", async () => {
  const both = [await open(), await open()];
  const CHANGES = 150;
  let isOver = false;
  const counts = { reads: 0, older: 0, renders: 0 };
  const readers = both.flatMap((site) =>
    Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const least = changesHeard(site);
        const shown = Number(taglineOf(await site.read("/le-club")));
        counts.reads += 1;
        if (least > 0 && shown < least) counts.older += 1;
      }
    }),
  );
  // Each change says its own number, and is one announcement.
  for (let change = 1; change <= CHANGES; change += 1) {
    await say(String(change));
    while (counts.reads < change) await new Promise(setImmediate);
  }
  await Promise.all(both.map((site) => heard(site, CHANGES)));
  isOver = true;
  await Promise.all(readers);
  counts.renders = both.reduce((sum, { rendered }) => sum + rendered.length, 0);
  expect(counts.older, JSON.stringify(counts)).toBe(0);
  expect(counts.renders).toBeGreaterThan(both.length);
  for (const site of both) expect(taglineOf(await site.read("/le-club"))).toBe(String(CHANGES));
});

/** A way to the database that can go silent: nothing is closed, nothing comes through. */
async function openNetwork(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  let isDead = false;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => isDead || to.write(bytes));
      from.on("error", () => undefined);
      from.on("close", () => to.destroy());
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = new URL(databaseUrl);
  url.port = String(Object(server.address()).port);
  return {
    url: url.href,
    die: () => {
      isDead = true;
    },
    comeBack: () => {
      isDead = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
