import { expect, test } from "../fixtures.ts";

test("a buyer goes from a problem to a telephone number", async ({ page, isMobile }) => {
  await page.goto("/");
  await page.getByRole("searchbox", { name: "De quoi avez-vous besoin" }).fill("sauvgarde externalisée");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page).toHaveURL(/\/annuaire\?q=sauvgarde/);
  await expect(page.getByText("Résultats pour")).toBeVisible();
  await expect(page.getByRole("status")).toContainText(/\d+\sadhérent/);

  await page.getByRole("list", { name: "Adhérents" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/annuaire\/[a-z0-9-]+$/);
  const phone = page.getByRole("link", { name: /^03 53 01/ });
  await expect(phone).toHaveAttribute("href", /^tel:\+3335301\d{4}$/);
  if (!isMobile) {
    const card = await page.request.get((await page.getByRole("link", { name: /\.vcf/ }).getAttribute("href")) ?? "");
    expect(card.headers()["content-type"]).toContain("text/vcard");
    expect(await card.text()).toMatch(/^BEGIN:VCARD\r\n/);
  }
});

test("filters live in the address, keep each other, and the back button undoes them", async ({ page }) => {
  await page.goto("/annuaire");
  const all = await total(page);
  const filters = page.getByRole("complementary", { name: "Carte et filtres" });
  await filters.getByRole("link", { name: /^Monde de la gestion/ }).click();
  await expect(page).toHaveURL("/annuaire?commission=gestion");
  const some = await total(page);
  expect(some).toBeLessThan(all);
  await filters.getByRole("link", { name: /^Éditeur de logiciels/ }).click();
  await expect(page).toHaveURL("/annuaire?commission=gestion&type=editor");
  expect(await total(page)).toBeLessThan(some);
  await page.getByRole("link", { name: "Retirer le filtre Monde de la gestion" }).click();
  await expect(page).toHaveURL("/annuaire?type=editor");
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL("/annuaire?commission=gestion");
  expect(await total(page)).toBe(some);
});

test("a town of the map filters the list, and the number it shows is true", async ({ page }) => {
  await page.goto("/annuaire");
  const town = page.getByRole("link", { name: /^Lens\s*: \d+\sadhérents$/ });
  const promised = Number(/(\d+)\sadhérents/.exec((await town.getAttribute("aria-label")) ?? "")?.[1]);
  await page.goto((await town.getAttribute("href")) ?? "");
  await expect(page).toHaveURL("/annuaire?ville=lens");
  expect(await total(page)).toBe(promised);
});

test("a search that finds nobody offers the next step", async ({ page }) => {
  await page.goto("/annuaire?q=zzzzqqqq&ville=lens");
  await expect(page.getByRole("status")).toHaveText("Aucun adhérent ne correspond");
  await page.getByRole("link", { name: "Voir tous les adhérents" }).click();
  await expect(page).toHaveURL("/annuaire");
});

async function total(page: import("@playwright/test").Page): Promise<number> {
  return Number.parseInt((await page.getByRole("status").textContent()) ?? "", 10);
}
