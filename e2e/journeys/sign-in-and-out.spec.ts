import { ACCOUNTS } from "../../prisma/seed/cast.ts";
import { expect, expectAccessible, signIn, test, trySignIn } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough");

for (const { email, firstName, lastName } of ACCOUNTS) {
  test(`${email} signs in and is told who they are`, async ({ page }) => {
    await page.goto("/espace");
    await signIn(page, email);
    await expect(page).toHaveURL("/espace");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Bonjour ${firstName} ${lastName}`);
    await expectAccessible(page);
  });
}

test("whoever must sign in first finds the page they had asked for, its query included", async ({ page }) => {
  const asked = "/comite/adherents?tri=commune&statut=lapsed";
  await page.goto(asked);
  await expect(page).toHaveURL(/^[^?]*[/]connexion[?]suite=/);
  await signIn(page, "presidence@demo.example");
  await expect(page).toHaveURL(asked);
});

test("a page of the board is no page for a student", async ({ page }) => {
  await page.goto("/comite/comptes");
  await signIn(page, "etudiante@demo.example");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/n’existe pas|introuvable/i);
});

test("what the page says one may do follows the role", async ({ page }) => {
  await page.goto("/connexion");
  await signIn(page, "responsable@demo.example");
  await expect(page.getByText("Convoquer les réunions de votre commission")).toBeVisible();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/connexion");
  await signIn(page, "ancien-responsable@demo.example");
  await expect(page.getByText("Ce que vous pouvez faire")).toBeVisible();
  await expect(page.getByText("Convoquer les réunions de votre commission")).toBeHidden();
});

test("a wrong password says so beside the form and keeps the address", async ({ page }) => {
  await page.goto("/connexion");
  await trySignIn(page, "rivale@demo.example", "perdu");
  await expect(page.getByRole("alert").filter({ hasText: "La connexion" })).toContainText(
    "L’adresse e-mail ou le mot de passe ne convient pas.",
  );
  await expect(page.getByLabel("Adresse e-mail")).toHaveValue("rivale@demo.example");
  await page.getByLabel("Adresse e-mail").fill("rivale");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByLabel("Adresse e-mail")).toHaveAccessibleDescription(/adresse e-mail complète/);
});

test("private pages are kept by no cache, and a sign-in leads nowhere but here", async ({ page }) => {
  const response = await page.goto("/connexion?suite=https://evil.example/");
  expect(response?.headers()["cache-control"]).toContain("no-store");
  await signIn(page, "membre@demo.example");
  await expect(page).toHaveURL("/espace");
  const member = await page.goto("/espace");
  expect(member?.headers()["cache-control"]).toContain("no-store");
  expect(member?.headers()["x-robots-tag"]).toContain("noindex");
  // Signed in, public pages come from Next, never from the cache.
  const directory = await page.goto("/annuaire");
  expect(directory?.headers()["cache-control"]).toContain("no-store");
});
