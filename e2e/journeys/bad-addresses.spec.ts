import { PUBLIC_DATA, PUBLIC_PAGES } from "../../lib/platform/public-pages.ts";
import { expect, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "no screen involved");

const QUERIES = [
  "page=-1",
  "page=1e9",
  "page=0",
  "page=abc",
  "page=1&page=2",
  "page=%00",
  "q=%00",
  `q=${"a".repeat(10_000)}`,
  "q=%E2%82%AC%00%0A",
  "q=';DROP TABLE structure;--",
  "ville=%00",
  "commission=rien",
  "type=rien",
  "competence=rien",
  "ville=rien&type=rien",
  "passe=2",
  "after=rien",
  "perPage=1e9",
  "inconnu=1",
  "du=0000-01-01&au=99999-01-01",
  "q=a&q=b",
  "q[]=a",
  "%00=1",
];

test("no query of any public address breaks it", async ({ request }) => {
  for (const { path } of [...PUBLIC_PAGES, ...PUBLIC_DATA]) {
    for (const query of QUERIES) {
      const response = await request.get(`${path.replace("[slug]", "adviser")}?${query}`, {
        maxRedirects: 0,
        // 429 in time: so many pages are more than one address may ask for; others must not pay for it.
        headers: { "x-forwarded-for": "192.0.2.66" },
      });
      expect([200, 400, 404, 429], `${path}?${query.slice(0, 40)}`).toContain(response.status());
    }
  }
});

test("what is nowhere is a 404 that helps", async ({ page }) => {
  for (const path of [
    "/rien",
    "/annuaire/rien",
    "/annuaire/%00",
    "/agenda/rien",
    "/commissions/rien",
    "/stages/rien",
    "/actualites/rien",
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
  }
  await page.goto("/annuaire/rien");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
});

test("a filter that means nothing gives an empty list with help", async ({ page }) => {
  await page.goto("/annuaire?type=plombier");
  await expect(page.getByRole("status")).toHaveText("Aucun adhérent ne correspond");
  await expect(page.getByRole("link", { name: "Voir tous les adhérents" })).toBeVisible();
});

test("a page too deep is a 404", async ({ page }) => {
  const response = await page.goto("/annuaire?page=900");
  expect(response?.status()).toBe(404);
  await expect(page.getByText("précisez plutôt votre recherche")).toBeVisible();
});
