import { expect, expectAccessible, lastMail, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough");

test("a school sees who is placed, wakes who is not, and prepares an agreement", async ({ page }) => {
  await page.goto("/espace/ecole");
  await signIn(page, "ecole@demo.example");
  await expect(page.getByRole("row").filter({ hasText: "Hugo Delcourt" })).toContainText("Terril Réseaux");
  await expectAccessible(page);
  await page.getByRole("link", { name: /^Cherche/ }).click();
  await expect(page.getByRole("row").filter({ hasText: "Léna Masson" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Hugo Delcourt" })).toBeHidden();
  await page.getByRole("button", { name: /^Relancer/ }).click();
  await expect(page.getByRole("status")).toContainText("La relance est partie");
  await lastMail("lena.masson@etu.gohelle.example", /où en êtes-vous/);
  await page.getByRole("button", { name: /^Relancer/ }).click();
  await expect(page.getByRole("status")).toContainText("Personne à relancer");
  const csv = await page.request.get("/espace/ecole/promotion.csv");
  expect(csv.headers()["content-disposition"]).toContain("promotion.csv");
  expect(await csv.text()).toContain("Delcourt;Hugo");

  await page.getByRole("link", { name: "Les entreprises qui accueillent" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Terril Réseaux" })).toContainText("en 4 jours");
  await expectAccessible(page);
  await page.goto("/espace/ecole/conventions");
  await page.getByRole("link", { name: "Hugo Delcourt" }).click();
  await page.getByLabel("Enseignant référent", { exact: false }).first().fill("Isabelle Warin");
  await page.getByLabel("Convention envoyée aux parties").check();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("status")).toContainText("C’est enregistré");
  await expect(page.getByLabel("Convention envoyée aux parties")).toBeChecked();
  await expectAccessible(page);
  const paper = await page.request.get(`${new URL(page.url()).pathname}/pdf`);
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
});
