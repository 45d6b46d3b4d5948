import { PUBLIC_PAGES } from "../../lib/platform/public-pages.ts";
import { expect, expectAccessible, test } from "../fixtures.ts";

/** A real page for each row of the table. */
const EXAMPLES: Record<string, string> = {
  "/annuaire/[slug]": "/annuaire/scarpe-informatique",
  "/commissions/[slug]": "/commissions/infrastructures-reseaux",
  "/agenda/[slug]": "/agenda/lancement-du-club",
  "/stages/[slug]": "/stages",
  "/actualites/[slug]": "/actualites",
  "/comptes-rendus/[slug]": "/comptes-rendus",
};
/** Their slugs come from the demonstration's titles: the list knows them. */
const BY_LIST = new Set(["/stages/[slug]", "/actualites/[slug]", "/comptes-rendus/[slug]"]);

for (const { path } of PUBLIC_PAGES) {
  test(`${path} is readable by everybody`, async ({ page }) => {
    const first = await page.goto(EXAMPLES[path] ?? path);
    const href = BY_LIST.has(path)
      ? await page.getByRole("main").getByRole("article").getByRole("link").first().getAttribute("href")
      : null;
    const response = href ? await page.goto(href) : first;
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/.+ · TacTic|TacTic – .+/);
    const { description, canonical, robots, lang, width } = await page.evaluate(() => ({
      description: document.querySelector('meta[name="description"]')?.getAttribute("content"),
      canonical: document.querySelector('link[rel="canonical"]')?.getAttribute("href"),
      robots: document.querySelector('meta[name="robots"]')?.getAttribute("content"),
      lang: document.documentElement.lang,
      width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    expect(description).toBeTruthy();
    expect(new URL(canonical ?? "").pathname).toBe(new URL(page.url()).pathname);
    expect(robots).toContain("noindex");
    expect(lang).toBe("fr");
    expect(width).toBe(0);
    await expect(page.getByText("Données de démonstration")).toBeVisible();
    await expectAccessible(page);

    const headers = response?.headers() ?? {};
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
}

test("no page scrolls sideways on the narrowest phone", async ({ page, isMobile }) => {
  test.skip(!isMobile, "a phone");
  await page.setViewportSize({ width: 320, height: 640 });
  for (const { path } of PUBLIC_PAGES) {
    await page.goto(EXAMPLES[path] ?? path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});

test("in the dark, contrasts hold", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  for (const path of ["/", "/annuaire", "/commissions/gestion", "/agenda", "/connexion"]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});
