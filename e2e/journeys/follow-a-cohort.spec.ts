import { expect, expectAccessible, lastMail, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough");

test("a school sees who is placed, wakes who is not, and prepares an agreement", async ({ page, browser }) => {
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

  // Who found elsewhere is left alone, until they look again.
  await page.goto("/espace/ecole");
  await page.getByRole("button", { name: /^Placé ailleurs.*Léna/ }).click();
  await expect(page.getByRole("row").filter({ hasText: "Léna Masson" })).toContainText("hors du club");
  await page.getByRole("button", { name: /^Cherche encore.*Léna/ }).click();
  await expect(page.getByRole("status")).toContainText("cherche encore");

  // What a student shows is read with its CV, as long as they show it.
  await page.getByRole("link", { name: "Inès Moreau" }).last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inès Moreau");
  await expectAccessible(page);
  const shown = page.url();
  const cv = await page.getByRole("link", { name: "Lire son CV" }).getAttribute("href");
  expect((await page.request.get(cv ?? "")).headers()["content-type"]).toBe("application/pdf");
  const student = await (await browser.newContext()).newPage();
  await student.goto("/espace/candidatures");
  await signIn(student, "etudiante@demo.example");
  await student.goto("/espace/candidatures");
  await student.getByRole("link", { name: /Recette d’un logiciel/ }).click();
  await student.getByRole("button", { name: "Ne plus lui montrer" }).click();
  await expect(student.getByRole("status")).toContainText("ne peut plus lire");
  for (const address of [shown, cv ?? ""]) expect((await page.request.get(address)).status()).toBe(404);
  await student.getByRole("button", { name: "Lui montrer cette candidature" }).click();
  await expect(student.getByRole("status")).toContainText("peut lire cette candidature");
  await page.goto(shown);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inès Moreau");

  await page.goto("/espace/ecole");
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
