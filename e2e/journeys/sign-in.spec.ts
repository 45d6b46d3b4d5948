import type { Page } from "@playwright/test";
import { generate } from "otplib";
import {
  expect,
  expectAccessible,
  lastMail,
  linkIn,
  mailsTo,
  makePerson,
  signIn,
  test,
  trySignIn,
} from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough");

const NEW_PASSWORD = "un beffroi contre le vent";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a member comes in by a link, once, then by the six digits of another", async ({ page }) => {
    const { email } = await makePerson();
    await page.goto("/espace");
    await expect(page).toHaveURL("/connexion?suite=%2Fespace");
    await page.getByLabel("Adresse e-mail").fill(email);
    await page.getByRole("button", { name: "Recevoir un lien de connexion" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regardez vos messages");
    await expect(page.getByText(email)).toBeVisible();
    const link = linkIn(await lastMail(email, /lien de connexion/), "/connexion/lien");
    // What a mail scanner does: opens it, twice.
    for (let look = 0; look < 2; look += 1) expect((await page.request.get(link)).status()).toBe(200);
    await page.goto(link);
    await page.getByRole("button", { name: "Me connecter" }).click();
    await expect(page).toHaveURL("/espace");
    await page.getByRole("button", { name: "Se déconnecter" }).click();

    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien a déjà servi");
    await page.getByRole("button", { name: "Recevoir un nouveau lien" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regardez vos messages");
    await expect.poll(async () => (await mailsTo(email)).length, { timeout: 20_000 }).toBe(2);
    const digits = digitsIn(await lastMail(email, /lien de connexion/));
    await page.getByLabel("Code à six chiffres").fill(digits === "000000" ? "111111" : "000000");
    await page.getByRole("button", { name: "Me connecter" }).click();
    await expect(page.getByLabel("Code à six chiffres")).toHaveAccessibleDescription(/n’est pas celui/);
    await page.getByLabel("Code à six chiffres").fill(digits);
    await page.getByRole("button", { name: "Me connecter" }).click();
    await expect(page).toHaveURL("/espace");
  });

  test("an address without account gets the same answer, and a message that says so", async ({ page }) => {
    const email = `${crypto.randomUUID()}@nowhere.example`;
    await page.goto("/connexion");
    await page.getByLabel("Adresse e-mail").fill(email);
    await page.getByRole("button", { name: "Recevoir un lien de connexion" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regardez vos messages");
    const mail = await lastMail(email, /Aucun compte/);
    expect(mail.text).toContain("/adherer");
    expect(mail.text).not.toContain("/connexion/lien");
  });

  test("a link that was cut or altered says what to do", async ({ page }) => {
    await page.goto("/connexion/lien?jeton=coupe");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce lien ne mène nulle part");
    await page.getByRole("link", { name: "Demander un lien" }).click();
    await expect(page).toHaveURL("/connexion");
  });

  test("a forgotten password is replaced through a link, and the old one is worth nothing", async ({ page }) => {
    const { email, password } = await makePerson();
    await page.goto("/connexion");
    await page.getByRole("link", { name: "Mot de passe oublié" }).click();
    await page.getByLabel("Adresse e-mail").fill(email);
    await page.getByRole("button", { name: "Recevoir un lien" }).click();
    await page.goto(linkIn(await lastMail(email, /lien de connexion/), "/connexion/lien"));
    await page.getByRole("button", { name: "Me connecter" }).click();
    await expect(page).toHaveURL("/espace/securite/mot-de-passe");
    await page.getByLabel("Nouveau mot de passe").fill("motdepasse2026");
    await page.getByRole("button", { name: "Enregistrer ce mot de passe" }).click();
    await expect(page.getByLabel("Nouveau mot de passe")).toHaveAccessibleDescription(/premiers essayés/);
    await page.getByLabel("Nouveau mot de passe").fill(NEW_PASSWORD);
    await page.getByRole("button", { name: "Enregistrer ce mot de passe" }).click();
    await expect(page.getByRole("status")).toContainText("nouveau mot de passe est enregistré");
    expect((await lastMail(email, /mot de passe a changé/)).text).toContain("/connexion/mot-de-passe-oublie");
    await page.goto("/espace");
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.goto("/connexion");
    await trySignIn(page, email, password);
    await expect(page.getByRole("alert").filter({ hasText: "La connexion" })).toContainText("ne convient pas");
    await signIn(page, email, NEW_PASSWORD);
    await expect(page).toHaveURL("/espace");
  });
});

test("whoever administers sets up a second factor before entering the board’s desk, and is asked for it", async ({
  page,
}) => {
  const { email, password } = await makePerson();
  await page.goto("/comite");
  await signIn(page, email, password);
  await expect(page).toHaveURL("/espace/securite/second-facteur");
  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(page.getByRole("img", { name: /Code QR/ })).toBeVisible();
  await expectAccessible(page);
  const secret = ((await page.getByText(/^([A-Z2-7]{4} ?)+$/).textContent()) ?? "").replaceAll(" ", "");
  const now = Math.floor(Date.now() / 1000);
  await page.getByLabel("Code de votre application").fill(await generate({ secret, epoch: now }));
  await page.getByRole("button", { name: "Mettre en service" }).click();
  await expect(page).toHaveURL("/espace/securite/second-facteur/codes");
  const codes = await page.getByRole("list", { name: "Codes de secours" }).getByRole("listitem").allTextContents();
  expect(codes).toHaveLength(10);
  await expectAccessible(page);
  await page.getByRole("button", { name: "J’ai rangé mes codes" }).click();
  await expect(page.getByRole("status")).toContainText("second facteur est en service");
  await page.goto("/espace/securite/second-facteur/codes");
  await expect(page).toHaveURL("/espace/securite/second-facteur");
  await page.goto("/comite");
  await expect(page).toHaveURL("/comite");

  await signOut(page);
  await page.goto("/connexion?suite=/espace/securite");
  await signIn(page, email, password);
  await expect(page).toHaveURL("/connexion/verification?suite=%2Fespace%2Fsecurite");
  await expectAccessible(page);
  await page.goto("/espace");
  await expect(page).toHaveURL("/connexion/verification?suite=%2Fespace");
  // The same digits again: they have served.
  await page.getByLabel("Code de votre application").fill(await generate({ secret, epoch: now }));
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByLabel("Code de votre application")).toHaveAccessibleDescription(/ne convient pas/);
  await page.getByLabel("Code de votre application").fill(await generate({ secret, epoch: Date.now() / 1000 + 30 }));
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page).toHaveURL("/espace");

  await signOut(page);
  await page.goto("/connexion");
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByRole("button", { name: "Recevoir un lien de connexion" }).click();
  await expect(page).toHaveURL("/connexion/code");
  await page.goto(linkIn(await lastMail(email, /lien de connexion/), "/connexion/lien"));
  await page.getByRole("button", { name: "Me connecter" }).click();
  await page.getByLabel("Code de votre application").fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page).toHaveURL("/espace");
  await page.goto("/espace/securite");
  await expect(page.getByText("Il vous reste 9 codes de secours.")).toBeVisible();
});

test("somebody closes the session of another device, which is out at its next click", async ({ page, browser }) => {
  const { email, password } = await makePerson();
  const context = await browser.newContext({ baseURL: process.env.E2E_URL ?? "" });
  const elsewhere = await context.newPage();
  for (const device of [page, elsewhere]) {
    await device.goto("/connexion");
    await signIn(device, email, password);
    await expect(device).toHaveURL("/espace");
  }
  await page.goto("/espace/securite");
  await expect(page.getByText("Cet appareil, en ce moment")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Fermer la session" }).click();
  await expect(page.getByRole("button", { name: "Fermer toutes les autres sessions" })).toBeHidden();
  await elsewhere.goto("/espace");
  await expect(elsewhere).toHaveURL("/connexion?suite=%2Fespace");
  await context.close();
  await page.goto("/espace");
  await expect(page).toHaveURL("/espace");
});

test.describe("an identity provider", () => {
  test("lets its people in by their verified address", async ({ page }) => {
    const { email } = await makePerson();
    await page.goto("/connexion?suite=/espace/securite");
    await page.getByRole("link", { name: /Continuer avec 127\.0\.0\.1/ }).click();
    await page.getByLabel("Adresse").fill(email);
    await page.getByRole("button", { name: "Entrer" }).click();
    await expect(page).toHaveURL("/espace/securite");
    await expect(page.getByText("Cet appareil, en ce moment")).toBeVisible();
  });

  for (const [address, words] of [
    ["nobody@journeys.example", "Aucun compte du portail"],
    ["unverified-membre@journeys.example", "n’a pas vérifié votre adresse"],
  ] as const) {
    test(`says why it does not let ${address} in`, async ({ page }) => {
      await page.goto("/connexion");
      await page.getByRole("link", { name: /Continuer avec/ }).click();
      await page.getByLabel("Adresse").fill(address);
      await page.getByRole("button", { name: "Entrer" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "La connexion" })).toContainText(words);
      await page.goto("/espace");
      await expect(page).toHaveURL("/connexion?suite=%2Fespace");
    });
  }
});

async function signOut(page: Page): Promise<void> {
  await page.goto("/espace");
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page).toHaveURL("/");
}

function digitsIn(mail: { text?: string | undefined }): string {
  return /^\s+(\d{6})$/m.exec(mail.text ?? "")?.[1] ?? "";
}
