import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { asAHuman, expect, expectAccessible, lastMail, linkIn, mailsTo, signIn, test } from "../fixtures.ts";

/** A company of this test's own. */
function someone() {
  const word = randomUUID().slice(0, 8);
  return { name: `Corons ${word} Conseil`, email: `ada@corons-${word}.example` };
}

/** The four parts of the form, but for what the test is about. */
async function fill(page: Page, { name, email }: { name: string; email: string }) {
  await page.getByLabel("Nom légal").fill(name);
  await page.getByLabel("Société de services").check();
  await page.getByLabel("Code postal").fill("62300");
  await page.getByLabel("Commune", { exact: true }).fill("Lens");
  await page.getByLabel("Ce que vous faites").fill("Nous tenons les ordinateurs des artisans.");
  await page.getByLabel("Prénom").first().fill("Ada");
  await page.getByLabel("Nom", { exact: true }).first().fill("Delcroix");
  await page.getByLabel("Adresse e-mail").first().fill(email);
  await page.getByLabel("Fonction").first().fill("Gérante");
  await page
    .getByRole("group", { name: /Commissions où/ })
    .getByLabel("Monde de la gestion")
    .check();
  await page.getByLabel("Ce que vous attendez du club").fill("Rencontrer nos voisins.");
  await page.getByLabel(/J’ai lu ce que deviennent/).check();
}

async function asPresident(page: Page, path: string) {
  await page.context().clearCookies();
  await page.goto(`/connexion?suite=${encodeURIComponent(path)}`);
  await signIn(page, "presidence@demo.example");
  await expect(page).toHaveURL(path);
}

test("a company applies, the board votes and accepts, its référent comes in", async ({ page, isMobile }) => {
  test.skip(!isMobile, "on a phone; the wide form is below");
  const applicant = someone();
  await page.goto("/adherer");
  await page.getByRole("main").getByRole("link", { name: "Demander à adhérer" }).first().click();
  await page.getByLabel("SIRET").fill("7328293200");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByLabel("SIRET")).toHaveAccessibleDescription(/14 chiffres/);
  await expect(page.getByLabel("SIRET")).toHaveValue("7328293200");
  await page.getByLabel("SIRET").fill("732 829 320 00090");
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByText("ne connaît pas ce SIRET")).toBeVisible();
  await page.goto("/adherer/demande?saisie=1");
  await asAHuman(page);
  await fill(page, { ...applicant, email: "ada@" });
  await page.getByText("Infrastructures et réseaux").first().click();
  await page.getByLabel("Wi-Fi professionnel").check();
  await page.getByText("Ajouter d’autres personnes").click();
  await page.getByLabel("Prénom").nth(1).fill("Bruno");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "n’est pas partie" })).toContainText(
    "adresse e-mail complète",
  );
  await expect(page.getByLabel("Nom légal")).toHaveValue(applicant.name);
  await expect(page.getByLabel("Wi-Fi professionnel")).toBeChecked();
  await expect(page.getByLabel("Prénom").nth(1)).toHaveValue("Bruno");
  await page.getByLabel("Prénom").nth(1).fill("");
  await page.getByLabel("Adresse e-mail").first().fill(applicant.email);
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Il reste à confirmer");

  const status = linkIn(await lastMail(applicant.email, /Confirmez/), "/adherer/suivi/");
  const shown = await page.goto(status);
  expect(shown?.headers()["cache-control"]).toContain("no-store");
  expect(shown?.headers()["x-robots-tag"]).toContain("noindex");
  await expect(page.getByText("Adresse à confirmer")).toBeVisible();
  await page.getByRole("button", { name: "Confirmer ma demande" }).click();
  await expect(page.getByText(/Vous aurez sa réponse avant le/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Corriger" }).click();
  await page.getByLabel("Fonction").first().fill("Présidente");
  await page.getByRole("button", { name: "Enregistrer les corrections" }).click();
  await expect(page.getByText("Ada Delcroix, Présidente (référente)")).toBeVisible();

  const board = linkIn(await lastMail("presidence@demo.example", new RegExp(applicant.name)), "/comite/candidatures/");
  await asPresident(page, board);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(applicant.name);
  await expectAccessible(page);
  await page.getByLabel("Votre commentaire").fill("Rencontrés au salon.");
  await page.getByRole("button", { name: "Commenter" }).click();
  await expect(page.getByText("Rencontrés au salon.")).toBeVisible();
  await page.getByLabel("Votre question").fill("Combien êtes-vous ?");
  await page.getByRole("button", { name: "Poser la question" }).click();
  await expect(page.getByText("Pas encore de réponse.")).toBeVisible();

  await page.goto(linkIn(await lastMail(applicant.email, /Une question/), "/adherer/suivi/"));
  await page.getByLabel("Votre réponse").fill("Nous sommes quatre.");
  await page.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(page.getByText("Toutes les questions ont leur réponse")).toBeVisible();
  await expect(page.getByText("Rencontrés au salon.")).toBeHidden();

  await page.goto(board);
  await expect(page.getByText("Nous sommes quatre.")).toBeVisible();
  await page.getByLabel("Pour", { exact: true }).check();
  await page.getByRole("button", { name: "Donner mon avis" }).click();
  await expect(page.getByRole("button", { name: "Changer mon avis" })).toBeVisible();
  await page.getByText("Accepter", { exact: true }).click();
  await page.getByRole("button", { name: "Accepter la demande" }).click();
  await expect(page.getByText("Demande acceptée")).toBeVisible();

  await page.context().clearCookies();
  await page.goto(status);
  await expect(page.getByText("Votre demande est acceptée")).toBeVisible();
  await page.getByRole("link", { name: "Voir votre fiche" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(applicant.name);
  await expect(page.getByText("Wi-Fi professionnel").first()).toBeVisible();
  await lastMail(applicant.email, /Bienvenue au club/);
  await page.goto(linkIn(await lastMail(applicant.email, /Rejoignez/), "/invitation/"));
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL(/[/]espace/);
  await page.goto("/espace");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bonjour Ada Delcroix");
});

test.describe("without JavaScript", () => {
  test.skip(({ isMobile }) => isMobile, "once is enough");
  test.use({ javaScriptEnabled: false });

  test("the whole application is made, lost by nothing, refused kindly", async ({ page }) => {
    const applicant = someone();
    await page.goto("/adherer/demande?siret=73282932000082");
    await expect(page.getByText("dit cet établissement fermé")).toBeVisible();
    await expect(page.getByLabel("Nom d’usage")).toHaveValue("HOUILLE SERVICES");
    await expect(page.getByLabel("Commune", { exact: true })).toHaveValue("Liévin");
    await page.goto("/adherer/demande?siret=55203253400646");
    await expect(page.getByText("ne répond pas")).toBeVisible();
    await page.goto("/adherer/demande?saisie=1");
    await asAHuman(page);
    await fill(page, applicant);
    await page.getByLabel("Code postal").fill("6230");
    await page.getByRole("button", { name: "Envoyer la demande" }).click();
    await expect(page.getByLabel("Code postal")).toHaveAccessibleDescription(/cinq chiffres/);
    await expect(page.getByRole("group", { name: /Commissions où/ }).getByLabel("Monde de la gestion")).toBeChecked();
    await page.getByLabel("Code postal").fill("62300");
    await page.getByLabel("Ne remplissez pas ce champ").fill("03 53 01 00 00");
    await page.getByRole("button", { name: "Envoyer la demande" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "relisez votre saisie" })).toBeVisible();
    await expect(page.getByLabel("Nom légal")).toHaveValue(applicant.name);
    await asAHuman(page);
    await page.getByRole("button", { name: "Envoyer la demande" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Il reste à confirmer");
    const status = linkIn(await lastMail(applicant.email, /Confirmez/), "/adherer/suivi/");
    await page.goto(status);
    await page.getByRole("button", { name: "Confirmer ma demande" }).click();
    const board = linkIn(
      await lastMail("presidence@demo.example", new RegExp(applicant.name)),
      "/comite/candidatures/",
    );
    await asPresident(page, board);
    await page.getByText("Refuser", { exact: true }).click();
    await page.getByLabel("La raison").fill("Le club réunit des métiers de l’informatique.");
    await page.getByRole("button", { name: "Refuser la demande" }).click();
    await expect(page.getByText("Demande refusée")).toBeVisible();
    const letter = await lastMail(applicant.email, /Votre demande d’adhésion/);
    expect(letter.text).toContain("> Le club réunit des métiers de l’informatique.");
    await page.context().clearCookies();
    await page.goto(status);
    await expect(page.getByText("n’a pas donné suite")).toBeVisible();
  });
});

test("the link is sent again, the application is withdrawn, and an altered link leads nowhere", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "once is enough");
  const applicant = someone();
  await page.goto("/adherer/demande?saisie=1");
  await asAHuman(page);
  await fill(page, applicant);
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await page.getByLabel("Adresse e-mail de la demande").fill(applicant.email);
  await page.getByRole("button", { name: "Renvoyer le lien" }).click();
  await expect(page.getByRole("status").filter({ hasText: "vient d’y être renvoyé" })).toBeVisible();
  await expect.poll(async () => (await mailsTo(applicant.email)).length, { timeout: 20_000 }).toBe(2);
  const status = linkIn(await lastMail(applicant.email, /Confirmez/), "/adherer/suivi/");
  await page.goto(status);
  await page.getByText("Retirer la demande").first().click();
  await page.getByRole("button", { name: "Retirer la demande" }).click();
  await expect(page.getByText("Vous avez retiré cette demande")).toBeVisible();
  const missing = await page.goto(`${status}x`);
  expect(missing?.status()).toBe(404);
});

test("a member invites a company they know, which applies from the mail", async ({ page, isMobile }) => {
  test.skip(isMobile, "once is enough");
  const { email } = someone();
  await page.goto("/connexion?suite=/espace/parrainage");
  await signIn(page, "rivale@demo.example");
  await page.getByLabel("Nom, métier ou ville").fill("Quai Numérique");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Inviter Quai Numérique" }).click();
  await page.getByLabel("Prénom et nom").fill("Zoé Lambert");
  await page.getByLabel("Adresse e-mail professionnelle").fill(email);
  await page.getByLabel("Votre mot").fill("Tu y serais bien.");
  await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(page.getByText("Invitation envoyée à Zoé Lambert")).toBeVisible();
  await page.context().clearCookies();
  await page.goto(linkIn(await lastMail(email, /vous invite/), "/adherer/demande"));
  await expect(page.getByText("Claire Duquesne vous invite")).toBeVisible();
  await page.getByRole("link", { name: "Nous n’avons pas encore de SIRET" }).click();
  await expect(page.getByLabel("Nom légal")).toHaveValue("Quai Numérique");
  await expect(page.getByLabel("Adresse e-mail").first()).toHaveValue(email);
});

test("the board imports a list after having seen what it would do", async ({ page, isMobile }) => {
  test.skip(isMobile, "once is enough");
  const name = `Liste ${randomUUID().slice(0, 8)}`;
  await asPresident(page, "/comite/prospects/importer");
  const file = `Nom;Ville;CP;Effectif\r\n${name};Lens;62300;4\r\nBeffroi Informatique;Béthune;62400;9\r\n;Lens;62300;1\r\n`;
  await page
    .getByLabel("Fichier CSV")
    .setInputFiles({ name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await expect(page.getByRole("status")).toContainText("1 entreprise nouvelle");
  await expect(page.getByRole("row", { name: /Effectif/ })).toContainText("laissée de côté");
  await expect(page.getByRole("row", { name: /Beffroi/ })).toContainText("déjà dans la liste");
  await expect(page.getByRole("row", { name: /un nom est attendu/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Importer 1 entreprise" }).click();
  await expect(page).toHaveURL("/comite/prospects");
  await page.getByLabel("Nom ou métier").fill(name);
  await page.getByRole("button", { name: "Filtrer" }).click();
  await page.getByRole("link", { name }).click();
  await page.getByLabel("Nouvel état").selectOption("pas intéressée");
  await page.getByRole("button", { name: "Noter" }).click();
  await expect(page.getByLabel(/^Note/)).toHaveAccessibleDescription(/Notez la raison/);
  await page.getByLabel(/^Note/).fill("Déménage à Lille.");
  await page.getByRole("button", { name: "Noter" }).click();
  await expect(page.getByRole("article")).toContainText("Déménage à Lille.");
  await page.goto("/comite/prospects/couverture");
  await expect(page.getByRole("heading", { name: "Compétences manquantes" })).toBeVisible();
  await expectAccessible(page);
});

test("applications and prospects are nobody's but the board's", async ({ page, isMobile }) => {
  test.skip(isMobile, "once is enough");
  await page.goto("/connexion");
  await signIn(page, "membre@demo.example");
  await expect(page).toHaveURL("/espace");
  for (const path of [
    "/comite/candidatures",
    "/comite/prospects",
    "/comite/prospects/importer",
    "/comite/prospects/csv",
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});
