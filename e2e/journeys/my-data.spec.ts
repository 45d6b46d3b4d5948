import { expect, expectAccessible, lastMail, signIn, test, trySignIn } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "an account is erased once");

// The référent of a member that has lapsed: nobody else's journey needs him.
const leaver = "didier.mayeur@tuteurs-associes.example";

test("a person reads and keeps all that is held on them, erases it, and cannot come back", async ({ page }) => {
  await page.goto("/espace/mes-donnees");
  await signIn(page, leaver);
  await expect(page.getByRole("heading", { name: "Vos structures" })).toBeVisible();
  await expect(page.getByText("Tuteurs Associés").first()).toBeVisible();
  await expectAccessible(page);

  const json = await page.request.get("/espace/mes-donnees/donnees.json");
  expect(json.headers()["cache-control"]).toContain("no-store");
  expect(json.headers()["content-disposition"]).toContain("attachment");
  expect((await json.json()).account).toMatchObject([{ email: leaver, firstName: "Didier", lastName: "Mayeur" }]);
  const html = await page.request.get("/espace/mes-donnees/donnees.html");
  expect(await html.text()).toContain("<h1>Mes données</h1>");

  await expect(page.getByText("Combien de temps")).toBeVisible();
  const confirmation = page.getByLabel(/tapez votre adresse/);
  await confirmation.fill("quelqu.un@ailleurs.example");
  await page.getByRole("button", { name: "Effacer mon compte pour toujours" }).click();
  await expect(confirmation).toHaveAccessibleDescription(/Tapez votre adresse/);
  await expect(confirmation).toHaveValue("quelqu.un@ailleurs.example");
  await confirmation.fill(` ${leaver.toUpperCase()} `);
  await page.getByRole("button", { name: "Effacer mon compte pour toujours" }).click();
  await expect(page).toHaveURL("/compte-efface");
  await expectAccessible(page);
  expect((await lastMail(leaver, /est effacé/)).text).toContain("ne porte plus votre nom");

  await page.goto("/espace/mes-donnees");
  await expect(page).toHaveURL(/connexion/);
  await trySignIn(page, leaver);
  await expect(page.getByRole("alert").filter({ hasText: "connexion" })).toContainText("ne convient pas");
});

test("who speaks alone for a member is told the way out first", async ({ page }) => {
  await page.goto("/espace/mes-donnees");
  await signIn(page, "amelie.prevost@nuage-du-beffroi.example");
  await expect(page.getByText("Vous êtes seul à parler pour Nuage du Beffroi")).toBeVisible();
  await expect(page.getByRole("button", { name: "Effacer mon compte pour toujours" })).toBeHidden();
});

test("how long things are kept is public, and nobody reads another's data without signing in", async ({ page }) => {
  await page.goto("/confidentialite");
  await expect(page.getByRole("row").filter({ hasText: "Dix ans" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/espace/mes-donnees/donnees.json");
  await expect(page).toHaveURL(/connexion/);
});
