import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openSite, type Site, taglineOf } from "../../../test/small-site.ts";

const sites: Site[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const site of sites.splice(0)) await site.close();
});

async function open(...options: Parameters<typeof openSite>): Promise<Site> {
  const site = await openSite(...options);
  sites.push(site);
  return site;
}

const SIGNED_IN = { cookie: "tactic-session=sealed" };
const MINUTE = 60_000;

describe("what is kept", () => {
  test("is the same for everybody, and was made without a word of any visitor", async () => {
    const site = await open();
    const plain = await site.read("/le-club");
    const odd = {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-forwarded-for": "203.0.113.7",
      "x-portal-path": "/espace",
      "accept-language": "en",
      "user-agent": "curl",
      authorization: "Bearer x",
      cookie: "theme=dark; __prerender_bypass=1; lang=en",
      "if-modified-since": "Tue, 24 Nov 2026 10:00:00 GMT",
      range: "bytes=0-10",
    };
    for (const [name, value] of Object.entries(odd)) {
      const answer = await site.read("/le-club", { [name]: value });
      expect(answer.status, name).toBe(200);
      expect(answer.raw.equals(plain.raw), name).toBe(true);
    }
    expect(site.rendered).toHaveLength(1);
    // And a page that is made while such a visitor waits.
    await site.read("/adherer", { ...odd, host: "evil.example" });
    const { headers } = site.rendered[1] ?? { headers: {} };
    expect(headers).toMatchObject({ host: "portal.example", "user-agent": "portal-fill", accept: "*/*" });
    expect(Object.keys(headers).sort()).toEqual(["accept", "connection", "host", "user-agent", "x-fill"]);
  });

  test.each([
    ["sets a cookie", { "set-cookie": "seen=1" }],
    ["is no page", { "content-type": "application/octet-stream" }],
    ["has no policy", { "content-security-policy": "" }],
  ])("is nothing that %s", async (_, headers) => {
    const site = await open({
      special: (_request, response) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        return false;
      },
    });
    for (let times = 0; times < 2; times += 1) await site.read("/le-club");
    expect(site.rendered).toHaveLength(2);
    expect((await site.read("/le-club")).headers["cache-control"]).toBe("private, no-store");
    expect((await site.read("/le-club")).headers["set-cookie"]).toBeUndefined();
  });

  test.each([404, 308, 500])("is no answer of status %i", async (status) => {
    const site = await open({
      special: (_request, response) => {
        response.statusCode = status;
        return false;
      },
    });
    for (let times = 0; times < 2; times += 1) expect((await site.read("/le-club")).status).toBe(status);
    expect(site.store.size.pages).toBe(0);
  });

  test("is not what somebody signed in saw, nor does such a person get what is kept", async () => {
    const site = await open();
    await site.read("/le-club", SIGNED_IN);
    expect(site.store.size.pages).toBe(0);
    await site.read("/le-club");
    await site.read("/le-club", SIGNED_IN);
    expect(site.rendered.map(({ headers }) => headers.cookie)).toEqual([SIGNED_IN.cookie, undefined, SIGNED_IN.cookie]);
  });
});

describe("what is sent", () => {
  test("is the best stored form the visitor takes, with a tag of its own that gives 304", async () => {
    const site = await open();
    const text = (await site.read("/le-club")).body;
    for (const [accepted, encoding] of [
      ["br, gzip", "br"],
      ["gzip", "gzip"],
      ["br;q=0, gzip;q=0.1", "gzip"],
      ["br;q=0, gzip;q=0", undefined],
      ["*;q=0, identity", undefined],
      [", ,;q=1,gzip;;q=", undefined],
      [`${"deflate, ".repeat(900)}br`, "br"],
    ] as const) {
      const { headers, raw } = await site.read("/le-club", { "accept-encoding": accepted });
      expect(headers["content-encoding"], accepted.slice(0, 30)).toBe(encoding);
      expect(headers.vary).toBe("Accept-Encoding, Cookie");
      expect(Number(headers["content-length"])).toBe(raw.length);
      const opened = encoding === "br" ? brotliDecompressSync(raw) : encoding ? gunzipSync(raw) : raw;
      expect(opened.toString()).toBe(text);
      const again = { "accept-encoding": accepted, "if-none-match": headers.etag };
      expect(await site.read("/le-club", again)).toMatchObject({ status: 304, body: "" });
      const other = { "accept-encoding": encoding === "br" ? "gzip" : "br", "if-none-match": headers.etag };
      expect((await site.read("/le-club", other)).status).toBe(200);
    }
    expect(site.rendered).toHaveLength(1);
  });

  test("to HEAD is everything but the body", async () => {
    const site = await open();
    const asked = await site.read("/le-club", { "accept-encoding": "br" }, "HEAD");
    const whole = await site.read("/le-club", { "accept-encoding": "br" });
    expect(asked.body).toBe("");
    expect({ ...asked.headers, date: "" }).toEqual({ ...whole.headers, date: "" });
  });
});

describe("with age", () => {
  test("a page is shown once more while it is made anew, and not at all after an hour", async () => {
    const site = await open();
    await site.read("/le-club");
    at(9 * MINUTE);
    await site.read("/le-club");
    expect(site.rendered).toHaveLength(1);
    at(11 * MINUTE);
    await site.read("/le-club");
    await vi.waitFor(() => expect(site.rendered).toHaveLength(2));
    await vi.waitFor(async () => expect(site.cache.metrics()).toContain("tactic_page_renders_total 2"));
    await site.read("/le-club");
    expect(site.rendered).toHaveLength(2);
    at(11 * MINUTE + 61 * MINUTE);
    const before = site.rendered.length;
    await site.read("/le-club");
    expect(site.rendered).toHaveLength(before + 1);
    expect(site.cache.metrics()).toContain('tactic_page_requests_total{result="stale"} 1');
  });

  test("a page whose tables changed is never shown once more, however young", async () => {
    const site = await open();
    await site.read("/le-club");
    site.store.drop(["club"]);
    at(11 * MINUTE);
    await site.read("/le-club");
    expect(site.cache.metrics()).toContain('tactic_page_requests_total{result="stale"} 0');
    expect(site.rendered).toHaveLength(2);
  });

  test("a page that is gone is not shown for ever to those who come after", async () => {
    let isGone = false;
    const site = await open({
      special: (_request, response) => {
        if (isGone) response.statusCode = 404;
        return false;
      },
    });
    await site.read("/stages/offre");
    isGone = true;
    at(11 * MINUTE);
    expect((await site.read("/stages/offre")).status).toBe(200);
    await vi.waitFor(() => expect(site.store.size.pages).toBe(0));
    expect((await site.read("/stages/offre")).status).toBe(404);
  });

  function at(milliseconds: number): void {
    vi.restoreAllMocks();
    const then = Date.now() + milliseconds;
    vi.spyOn(Date, "now").mockReturnValue(then);
  }
});

describe("under load", () => {
  test("ten thousand different searches cost a bounded number of renders, and the visitor is told", async () => {
    const site = await open({ isOneAddress: true });
    vi.spyOn(Date, "now").mockReturnValue(0);
    const statuses = new Map<number, number>();
    const words = Array.from({ length: 10_000 }, () => crypto.randomUUID());
    const askAll = async () => {
      for (let word = words.pop(); word; word = words.pop()) {
        const { status, body, headers } = await site.read(`/annuaire?q=${word}`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (status === 429) {
          expect(body).toContain("Attendez quelques secondes");
          expect(headers).toMatchObject({ "retry-after": "5", "cache-control": "private, no-store" });
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, askAll));
    expect(Object.fromEntries(statuses)).toEqual({ 200: 120, 429: 9_880 });
    expect(site.rendered).toHaveLength(120);
    expect(site.store.size.pages).toBe(120);
    // What is kept costs nothing and is shown to everybody, however much they asked.
    await site.cache.warm();
    expect((await site.read("/le-club")).status).toBe(200);
  }, 60_000);

  test.each([
    ["a forged session", { cookie: "tactic-session=forged" }, "GET"],
    ["a header of the framework", { rsc: "1" }, "GET"],
    ["another method", {}, "POST"],
  ])("%s is no way around the allowance", async (_, headers, method) => {
    const site = await open({ isOneAddress: true });
    vi.spyOn(Date, "now").mockReturnValue(0);
    for (let times = 0; times < 120; times += 1) {
      expect((await site.read("/annuaire", headers, method)).status).toBe(200);
    }
    expect((await site.read("/annuaire", headers, method)).status).toBe(429);
    expect(site.rendered).toHaveLength(120);
    expect(site.store.size.pages).toBe(0);
    expect((await site.read("/_next/static/any.css")).status).toBe(200);
  });

  test("a program is told the same as JSON", async () => {
    const site = await open({ isOneAddress: true });
    vi.spyOn(Date, "now").mockReturnValue(0);
    for (let times = 0; times < 120; times += 1) await site.read(`/api/v1/members?q=${times}`);
    const { status, headers, body } = await site.read("/api/v1/members?q=more");
    expect({ status, type: headers["content-type"] }).toEqual({ status: 429, type: "application/problem+json" });
    expect(JSON.parse(body)).toMatchObject({ status: 429, title: "Trop de demandes à la fois" });
  });

  test("four renders go on at once, sixty-four wait, and the rest are asked to come back", async () => {
    const mayAnswer = Promise.withResolvers<void>();
    let [atOnce, most] = [0, 0];
    const site = await open({
      special: async () => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await mayAnswer.promise;
        atOnce -= 1;
        return false;
      },
    });
    const asked = Array.from({ length: 80 }, (_, number) => site.read(`/annuaire?q=${number}`));
    const refused = await Promise.all((await firstOf(asked, 12)).map(({ status }) => status));
    expect(refused).toEqual(Array(12).fill(503));
    mayAnswer.resolve();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(68);
    expect(most).toBe(4);
  });

  test("a render that fails is a page with a reference, and the next one is tried anew", async () => {
    let isBroken = true;
    const site = await open({
      special: (request) => {
        if (isBroken) request.socket.destroy();
        return isBroken;
      },
    });
    const { status, body } = await site.read("/le-club");
    expect(status).toBe(500);
    expect(body).toContain("Ce n’est pas de votre fait");
    expect(site.warnings).toHaveLength(1);
    isBroken = false;
    expect(taglineOf(await site.read("/le-club"))).not.toBe("");
  });

  /** The first `count` that are answered. */
  function firstOf<T>(asked: Promise<T>[], count: number): Promise<T[]> {
    const answered: T[] = [];
    return new Promise((resolve) => {
      for (const each of asked) void each.then((one) => answered.push(one) === count && resolve([...answered]));
    });
  }
});

test("the metrics are what Prometheus reads", async () => {
  const site = await open();
  await site.read("/le-club");
  await site.read("/le-club");
  site.store.drop(["club"]);
  const lines = site.cache.metrics().trimEnd().split("\n");
  expect(lines).toContain('tactic_page_requests_total{result="hit"} 1');
  expect(lines).toContain('tactic_page_requests_total{result="miss"} 1');
  expect(lines).toContain('tactic_page_tags_dropped_total{tag="club"} 1');
  expect(lines).toContain("tactic_page_cache_listening 1");
  for (const line of lines) {
    expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[a-z_]+"\})? \d+(\.\d+)?)$/);
  }
});
