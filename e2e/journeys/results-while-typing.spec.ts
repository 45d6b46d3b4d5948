import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../fixtures.ts";

const list = (page: Page) => page.getByRole("list", { name: "Adhérents" }).getByRole("heading", { level: 3 });

for (const who of ["a visitor", "somebody signed in"]) {
  test(`${who} sees results while typing, and one step back undoes it`, async ({ page }) => {
    if (who !== "a visitor") {
      await page.goto("/connexion");
      await signIn(page, "membre@demo.example");
      await expect(page).toHaveURL("/espace");
    }
    await page.goto("/annuaire?ville=lens");
    const status = page.getByRole("status");
    const all = await status.textContent();
    const first = await list(page).first().textContent();
    const box = page.getByRole("searchbox");
    // What a screen reader listens to must be the same element before and after.
    await status.evaluate((element) => Object.assign(element, { isTheSame: true }));

    await box.pressSequentially("sauvegarde", { delay: 30 });
    await expect(page).toHaveURL("/annuaire?q=sauvegarde&ville=lens");
    await expect(status).not.toHaveText(all ?? "");
    expect(await status.evaluate((element) => "isTheSame" in element)).toBe(true);
    await expect(box).toBeFocused();
    await expect(box).toHaveValue("sauvegarde");
    const shown = await list(page).allTextContents();
    // The filters and the map keep the words, too.
    const filters = page.getByRole("complementary", { name: "Carte et filtres" });
    await expect(filters.getByRole("link", { name: /^Infrastructures et réseaux/ })).toHaveAttribute(
      "href",
      /q=sauvegarde/,
    );
    await expect(page.getByRole("list", { name: "Filtres actifs" })).toContainText("sauvegarde");

    // The same address, asked for as a page, shows the same.
    await page.reload();
    expect(await list(page).allTextContents()).toEqual(shown);
    await expect(box).toHaveValue("sauvegarde");

    await page.goBack();
    await expect(page).toHaveURL("/annuaire?ville=lens");
    await expect(status).toHaveText(all ?? "");
    await expect(box).toHaveValue("");
    await expect(list(page).first()).toHaveText(first ?? "");
    await page.goForward();
    await expect(page).toHaveURL("/annuaire?q=sauvegarde&ville=lens");
    await expect(box).toHaveValue("sauvegarde");
    await expect.poll(() => list(page).allTextContents()).toEqual(shown);
  });
}

test("the last words win, however late the answer to the first", async ({ page }) => {
  await page.goto("/annuaire");
  const mayAnswer = Promise.withResolvers<void>();
  const wasAsked = Promise.withResolvers<void>();
  await page.route("**/annuaire?q=wifi", async (route) => {
    wasAsked.resolve();
    await mayAnswer.promise;
    // The browser has given up on it.
    await route.continue().catch(() => undefined);
  });
  const box = page.getByRole("searchbox");
  await box.fill("wifi");
  await wasAsked.promise;
  await box.fill("zzzzqqqq");
  await expect(page.getByRole("status")).toHaveText("Aucun adhérent ne correspond");
  mayAnswer.resolve();
  await expect(page).toHaveURL("/annuaire?q=zzzzqqqq");
  await expect(page.getByRole("status")).toHaveText("Aucun adhérent ne correspond");
});

test("without an answer the page stays as it was, and the form still works", async ({ page }) => {
  await page.goto("/annuaire");
  const before = await page.getByRole("status").textContent();
  const failed = Promise.withResolvers<void>();
  await page.route("**/annuaire?q=*", async (route) => {
    await route.fulfill({ status: 429, body: "<h2 data-part='count'>Trop de demandes</h2>" });
    failed.resolve();
  });
  await page.getByRole("searchbox").fill("sauvegarde");
  await failed.promise;
  await expect(page.locator("[aria-busy]")).toHaveCount(0);
  await expect(page.getByRole("status")).toHaveText(before ?? "");
  await expect(page).toHaveURL("/annuaire");
  await page.unroute("**/annuaire?q=*");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/annuaire?q=sauvegarde");
  await expect(page.getByRole("list", { name: "Filtres actifs" })).toContainText("sauvegarde");
});
