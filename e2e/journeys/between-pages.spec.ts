import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

// From pages without scripts to pages with the framework's, and back again.

/** The framework's own way of going elsewhere: the page is put into the one that is there. */
const goSoftly = (page: Page, path: string) =>
  page.evaluate((to) => {
    const { next } = window as typeof window & { next?: { router?: { push: (path: string) => void } } };
    next?.router?.push(to);
  }, path);

test("a page with scripts leads to one without by a soft step, and back to a form that works", async ({ page }) => {
  await page.goto("/connexion");
  await page.getByLabel("Adresse e-mail").fill("quelqu-un@club.example");
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  await expect(async () => {
    await goSoftly(page, "/annuaire");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Le savoir-faire est à côté", { timeout: 1_000 });
  }).toPass();
  expect(await page.evaluate(() => "isSameDocument" in window)).toBe(true);
  await expect(page).toHaveTitle("Annuaire · TacTic");
  // Its own small scripts come with it.
  await page.getByRole("searchbox").fill("zzzzqqqq");
  await expect(page.getByRole("status")).toHaveText("Aucun adhérent ne correspond");

  await page.goto("/le-club");
  await page.getByRole("link", { name: "Espace membre" }).first().click();
  await expect(page).toHaveURL(/\/connexion/);
  await page.goBack();
  await expect(page).toHaveURL("/le-club");
  await page.goForward();
  await page.getByLabel("Adresse e-mail").fill("quelqu-un");
  await page.getByLabel("Mot de passe").fill("x");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByLabel("Adresse e-mail")).toHaveAccessibleDescription(/adresse e-mail complète/);
});

test("pages change in a transition of the browser's own, with and without scripts", async ({ page }) => {
  await page.addInitScript(() => {
    window.addEventListener("pagereveal", (event) => Object.assign(window, { isInTransition: !!event.viewTransition }));
  });
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const wasInTransition = () => page.evaluate(() => Object(window).isInTransition);
  await page.goto("/");
  const sections = page.getByRole("navigation", { name: "Rubriques" });
  await sections.getByRole("link", { name: "Agenda", exact: true }).click();
  await expect(page).toHaveURL("/agenda");
  expect(await wasInTransition()).toBe(true);
  await page.getByRole("link", { name: "Espace membre" }).first().click();
  await expect(page).toHaveURL(/\/connexion/);
  expect(await wasInTransition()).toBe(true);
  await sections.getByRole("link", { name: "Stages", exact: true }).click();
  await expect(page).toHaveURL("/stages");
  expect(await wasInTransition()).toBe(true);

  await page.emulateMedia({ reducedMotion: "reduce" });
  await sections.getByRole("link", { name: "Agenda", exact: true }).click();
  await expect(page).toHaveURL("/agenda");
  expect(await wasInTransition()).toBe(false);
});
