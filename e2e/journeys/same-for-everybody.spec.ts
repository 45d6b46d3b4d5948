import type { APIResponse } from "@playwright/test";
import { everyPublicPage } from "../../test/public-page-examples.ts";
import { withDatabase } from "../database.ts";
import { expect, signIn, test } from "../fixtures.ts";

// What a public page may depend on is its address: the table is walked on the real server.
const portal = process.env.E2E_URL ?? "";

test.skip(({ isMobile }) => isMobile, "no screen involved");

const ODD_HEADERS: Record<string, string> = {
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-portal-path": "/espace",
  "x-nonce": "abc",
  "accept-language": "en",
  "user-agent": "Googlebot",
  "save-data": "on",
  cookie: "lang=en; theme=dark; __prerender_bypass=1; not-tactic-session=1",
  authorization: "Bearer x",
  origin: "https://evil.example",
  referer: "https://evil.example/",
  "if-modified-since": new Date().toUTCString(),
  range: "bytes=0-9",
  "content-security-policy": "script-src *",
};

test("every public page is the same bytes for everybody, whatever they send", async ({ request }) => {
  for (const { example, params } of await everyPublicPage(portal)) {
    // Other journeys write meanwhile: what counts is a moment in which the plain page did not change.
    await expect(async () => {
      const plain = await (await request.get(example)).text();
      const others: [string, APIResponse][] = [
        ["unknown parameters", await request.get(`${example}?utm_source=x&fbclid=1`)],
      ];
      for (const [name, value] of Object.entries(ODD_HEADERS)) {
        others.push([name, await request.get(example, { headers: { [name]: value } })]);
      }
      if (params.length > 0) others.push(["empty parameters", await request.get(`${example}?${params.join("=&")}=`)]);
      const texts = await Promise.all(others.map(async ([name, answer]) => [name, await answer.text()]));
      expect(await (await request.get(example)).text()).toBe(plain);
      for (const [name, text] of texts) expect(text === plain, `${example} with ${name}`).toBe(true);
    }).toPass({ timeout: 30_000 });
  }
});

test("nothing of the framework is sent with it, and its head is whole", async ({ request }) => {
  for (const { example, js, scripts = [] } of await everyPublicPage(portal)) {
    const response = await request.get(example);
    const html = await response.text();
    const head = html.slice(0, html.indexOf("</head>"));
    for (const tag of [
      "<title>",
      'name="description"',
      'rel="canonical"',
      'property="og:title"',
      'property="og:image"',
    ]) {
      expect(head, `${example} lacks ${tag} in its head`).toContain(tag);
    }
    if (js) continue;
    const policy = /script-src ([^;]+)/.exec(response.headers()["content-security-policy"] ?? "")?.[1];
    const origin = new URL(response.url()).origin;
    expect(policy, example).toBe(scripts.map((name) => `${origin}/enhance/${name}.js`).join(" ") || "'none'");
    const tags = html.match(/<script\b[^>]*>/g)?.filter((tag) => !tag.includes("application/ld+json")) ?? [];
    expect(tags.map((tag) => / src="\/enhance\/([a-z-]+)\.js\?v=/.exec(tag)?.[1]).sort()).toEqual([...scripts].sort());
    expect(html).not.toMatch(/ nonce=|<!--\$[?!]-->|<template id="B:/);
  }
});

test("no page holds a client component: it would be drawn, and dead", async ({ request }) => {
  const references = async (path: string) => {
    const payload = await (await request.get(path, { headers: { rsc: "1", "x-forwarded-for": "192.0.2.7" } })).text();
    const rows = payload.matchAll(/:I\[(\d+),\[[^\]]*\],"([^"]*)"/g);
    return Array.from(rows, ([, module = "", name = ""]) => ({ module, name }));
  };
  const modulesOf = (found: { module: string }[]) => found.map(({ module }) => module).sort();
  const nextsOwn = await references("/mentions-legales");
  expect(nextsOwn.length).toBeGreaterThan(3);
  for (const { name } of nextsOwn) expect(name).toMatch(/^(default|OutletBoundary|IconMark|\$\w+)$/);
  for (const { example, js } of await everyPublicPage(portal)) {
    if (!js) expect(modulesOf(await references(example)), example).toEqual(modulesOf(nextsOwn));
  }
  // And one would be seen.
  expect((await references("/connexion")).map(({ name }) => name)).toContain("SignInForm");
});

test("somebody signed in gets pages of their own, and leaves nothing of them to others", async ({ page, request }) => {
  await page.goto("/connexion");
  await signIn(page, "membre@demo.example");
  await expect(page).toHaveURL("/espace");
  for (const { example } of await everyPublicPage(portal)) {
    const own = await page.request.get(example);
    expect(own.headers()["cache-control"], example).toContain("no-store");
    expect(own.headers()["content-security-policy"], example).not.toContain("'nonce-");
    expect(await own.text(), example).not.toMatch(/<script\b[^>]* src="[^"]*_next/);
    const others = await request.get(example);
    expect(others.headers()["cache-control"], example).toBe("no-cache");
    expect(others.headers()["content-security-policy"], example).not.toContain("nonce-");
  }
});

test("a script that a member writes is text, and never runs", async ({ page }) => {
  const evil = `</script><script>window.wasHacked = true</script><img src=x onerror="window.wasHacked = true">`;
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", () => Object.assign(window, { isViolated: true }));
  });
  await withDatabase(async (client) => {
    const { rows } = await client.query("SELECT description FROM structure WHERE slug = 'scarpe-informatique'");
    const write = (text: string) =>
      client.query("UPDATE structure SET description = $1 WHERE slug = 'scarpe-informatique'", [text]);
    try {
      await write(evil);
      // Kept, then rendered for one person alone.
      for (const cookie of ["", "tactic-session=forged"]) {
        await page.setExtraHTTPHeaders(cookie ? { cookie } : {});
        await expect(async () => {
          const response = await page.goto("/annuaire/scarpe-informatique");
          expect(await response?.text()).not.toContain("<script>window");
          await expect(page.getByText("</script><script>window.wasHacked = true</script>").first()).toBeVisible();
        }).toPass();
        expect(await page.evaluate(() => "wasHacked" in window || "isViolated" in window)).toBe(false);
      }
    } finally {
      await write(rows[0].description);
    }
  });
});

test("an allowance that is spent is told in words, and costs nobody else a page", async ({ page, request }) => {
  // A forged session, in requests that Next answers at once: the allowance goes faster than it comes back.
  const headers = { "x-forwarded-for": "192.0.2.99", cookie: "tactic-session=forged", rsc: "1" };
  const statuses = new Set<number>();
  for (let times = 0; times < 50 && !statuses.has(429); times += 1) {
    const asked = Array.from({ length: 20 }, () => request.get("/annuaire", { headers, maxRedirects: 0 }));
    for (const response of await Promise.all(asked)) statuses.add(response.status());
  }
  expect([...statuses].sort()).toEqual([307, 429]);
  expect((await page.goto(`/annuaire?q=${crypto.randomUUID()}`))?.status()).toBe(200);
});
