import { expect, signIn, test, trySignIn } from "../fixtures.ts";

test.use({ javaScriptEnabled: false });

test("every section is reached and read by plain links", async ({ page }) => {
  await page.goto("/");
  for (const [name, heading] of [
    ["Annuaire", "Le savoir-faire est à côté"],
    ["Commissions", "Cinq commissions"],
    ["Agenda", "Agenda"],
    ["Stages", "Se former à côté de chez soi"],
    ["Actualités", "Actualités"],
    ["Le club", "C’est le club de ses adhérents"],
    ["Adhérer", "Votre place est parmi nous"],
  ] as const) {
    await page.getByRole("navigation", { name: "Rubriques" }).getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  }
});

test("lists lead to their pages", async ({ page }) => {
  for (const path of ["/annuaire", "/commissions", "/agenda", "/stages", "/actualites"]) {
    await page.goto(path);
    const link = page.getByRole("main").getByRole("article").getByRole("link").first();
    const name = (await link.textContent()) ?? "";
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name.trim());
  }
});

test("the directory is searched and walked page by page", async ({ page }) => {
  await page.goto("/annuaire");
  await page.getByRole("link", { name: "Page suivante" }).click();
  await expect(page).toHaveURL("/annuaire?page=2");
  await page.getByRole("searchbox").fill("site internet arras");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page.getByRole("status")).toContainText("adhérent");
});

test("the sign-in form works, keeps what was typed, and signs out", async ({ page }) => {
  await page.goto("/espace");
  await expect(page).toHaveURL("/connexion?suite=%2Fespace");
  await trySignIn(page, "membre@demo.example", "pas le bon mot de passe");
  await expect(page.getByRole("alert")).toContainText("ne convient pas");
  await expect(page.getByLabel("Adresse e-mail")).toHaveValue("membre@demo.example");
  await expect(page.getByLabel("Mot de passe")).toHaveValue("");
  await signIn(page, "membre@demo.example");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bonjour");
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await page.goto("/espace");
  await expect(page).toHaveURL(/\/connexion/);
});
