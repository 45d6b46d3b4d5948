import type { Locator } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "a pointer");

const isLit = (locator: Locator) => expect(locator).toHaveAttribute("data-lit", /.*/);
const isDark = (locator: Locator) => expect(locator).not.toHaveAttribute("data-lit", /.*/);

test("a town of the map lights up its members in the list, by pointer and by keyboard", async ({ page }) => {
  await page.goto("/annuaire?commission=gestion");
  const rows = page
    .getByRole("list", { name: "Adhérents" })
    .getByRole("listitem")
    .filter({ has: page.locator("h3") });
  const place = await rows.first().locator(".brick-aside > p").first().textContent();
  const town = page.getByRole("link", { name: new RegExp(`^${place}\\s*: \\d+\\sadhérent`) });
  await isDark(rows.first());
  await town.hover();
  await isLit(rows.first());
  await page.getByRole("heading", { level: 1 }).hover();
  await isDark(rows.first());
  await town.focus();
  await isLit(rows.first());
  // And the row its town.
  await rows.first().getByRole("link").first().focus();
  await isLit(town);
});

test("a commission lights up on the map the towns where it has members, in its colour", async ({ page }) => {
  await page.goto("/");
  const commission = page.locator("#commissions").getByRole("link", { name: "Monde de la gestion" });
  const towns = page.getByRole("group", { name: /^Carte de l’Artois/ }).getByRole("link");
  await commission.focus();
  const lit = towns.and(page.locator("[data-lit]"));
  await expect(lit.first()).toHaveAttribute("data-lit", "gestion");
  const [some, all] = [await lit.count(), await towns.count()];
  expect(some).toBeLessThan(all);
  const colour = (locator: Locator) =>
    locator.locator(".territory-dot").evaluate((dot) => getComputedStyle(dot).getPropertyValue("fill"));
  expect(await colour(lit.first())).not.toBe(await colour(towns.and(page.locator(":not([data-lit])")).first()));
  await page.getByRole("searchbox").focus();
  await expect(lit).toHaveCount(0);
});
