import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "a pointer");

const mapOf = (page: Page) => page.getByRole("group", { name: /^Carte / });
const isLit = (locator: Locator) => expect(locator).toHaveAttribute("data-lit", /.*/);
const isDark = (locator: Locator) => expect(locator).not.toHaveAttribute("data-lit", /.*/);

test("a town of the map lights up its members in the list, by pointer and by keyboard", async ({ page }) => {
  await page.goto("/annuaire?commission=gestion");
  // The first: focus on one further down would scroll another under the pointer.
  const row = page
    .getByRole("list", { name: "Adhérents" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading") })
    .first();
  const words = await row.getByRole("paragraph").allTextContents();
  const towns = await mapOf(page).getByRole("link").all();
  const names = await Promise.all(towns.map(async (link) => (await link.getAttribute("aria-label")) ?? ""));
  const name = names.find((label) => words.includes(label.split("\u202f")[0] ?? "")) ?? "";
  const town = mapOf(page).getByRole("link", { name });
  await isDark(row);
  await town.hover();
  await isLit(row);
  await page.getByRole("heading", { level: 1 }).hover();
  await isDark(row);
  await town.focus();
  await isLit(row);
  // And the row its town.
  await row.getByRole("link").first().focus();
  await isLit(town);
});

test("a commission lights up on the map the towns where it has members, in its colour", async ({ page }) => {
  await page.goto("/");
  const commission = page
    .getByRole("region", { name: "Cinq commissions" })
    .getByRole("link", { name: "Monde de la gestion" });
  const towns = mapOf(page).getByRole("link");
  await commission.focus();
  const lit = towns.and(page.locator("[data-lit]"));
  await expect(lit.first()).toHaveAttribute("data-lit", "gestion");
  const [some, all] = [await lit.count(), await towns.count()];
  expect(some).toBeLessThan(all);
  const colour = (town: Locator) => town.evaluate((link) => getComputedStyle(link).getPropertyValue("--commission"));
  expect(await colour(lit.first())).not.toBe(await colour(towns.and(page.locator(":not([data-lit])")).first()));
  await page.getByRole("searchbox").focus();
  await expect(lit).toHaveCount(0);
});
