import { randomUUID } from "node:crypto";
import type { Locator } from "@playwright/test";
import ICAL from "ical.js";
import jsQR from "jsqr";
import sharp from "sharp";
import { asAHuman, expect, expectAccessible, lastMail, linkIn, signIn, test } from "../fixtures.ts";

/** The address in a code on the screen, read from its pixels as a camera would. */
async function scan(picture: Locator): Promise<string> {
  const { data, info } = await sharp(await picture.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const code = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  if (!code) throw new Error("no code could be read");
  return code.data;
}

const someone = () => `${randomUUID()}@visitors.example`;

test("the board opens a launch; visitors come, wait, move up, are welcomed, and begin to join", async ({
  page,
  isMobile,
}) => {
  test.skip(isMobile, "once is enough; the phone's part is below");
  const title = `Soirée portes ouvertes ${randomUUID().slice(0, 6)}`;
  const [first, second] = [someone(), someone()];

  await page.goto("/connexion?suite=/espace/evenements/nouveau");
  await signIn(page, "presidence@demo.example");
  await page.getByLabel("Titre").fill(title);
  await page.getByLabel("Date").fill("2039-10-08");
  await page.getByLabel("Début").fill("18:30");
  await page.getByLabel("Fin").fill("20:30");
  await page.getByLabel("Lieu").fill("Arras, beffroi");
  await page.getByRole("button", { name: "Annoncer le rendez-vous" }).click();
  await expect(page.getByRole("status")).toContainText("dans l’agenda public");
  const desk = new URL(page.url()).pathname;
  const slug = desk.split("/").at(-1);
  await page.getByLabel("Places").fill("1");
  await page.getByLabel("Invités par adhérent").fill("0");
  await page.getByRole("button", { name: "Ouvrir les inscriptions" }).click();
  await expect(page.getByText("0 / 1")).toBeVisible();
  await page
    .getByLabel(/^Question \(/)
    .first()
    .fill("Un régime particulier ?");
  await page.getByRole("button", { name: "Enregistrer les questions" }).click();
  await expect(page.getByRole("status")).toContainText("questions sont enregistrées");
  await page.context().clearCookies();

  const register = async (email: string, name: string) => {
    await page.goto(`/agenda/${slug}`);
    await page.getByRole("link", { name: /^S’inscrire/ }).click();
    await asAHuman(page);
    await page.getByLabel("Prénom").fill(name);
    await page.getByLabel("Nom", { exact: true }).fill("Delcroix");
    await page.getByLabel("Adresse e-mail").fill(email);
    await page.getByLabel("Entreprise, école").fill("Menuiserie Delcroix");
    await page.getByLabel("Un régime particulier ?").fill("Végétarien");
    await page.getByRole("button", { name: /^M’inscrire/ }).click();
    await expect(page.getByRole("alert").filter({ hasText: "n’est pas partie" })).toContainText("Cochez cette case");
    await expect(page.getByLabel("Prénom")).toHaveValue(name);
    await page.getByLabel(/J’accepte/).check();
    await page.getByRole("button", { name: /^M’inscrire/ }).click();
    await expect(page.getByRole("status")).toContainText("Un message vous attend");
    await page.goto(linkIn(await lastMail(email, /Confirmez/), "/inscription/"));
    await page.getByRole("button", { name: "Confirmer mon inscription" }).click();
    await expect(page.getByRole("status")).toContainText("C’est noté");
  };
  await register(first, "Ada");
  await expect(page.getByRole("heading", { name: "Votre place est retenue" })).toBeVisible();
  await expect(page.getByRole("img", { name: "Code à montrer à l’entrée" })).toBeVisible();
  await expectAccessible(page);
  const kept = await lastMail(first, /place est retenue/);
  const calendar = kept.attachments.find(({ contentType }) => /calendar|ics/.test(contentType));
  const [entry] = ICAL.Component.fromString(calendar?.content.toString() ?? "").getAllSubcomponents("vevent");
  expect(entry?.getFirstPropertyValue("summary")).toBe(title);

  await register(second, "Bruno");
  await expect(page.getByRole("heading", { name: "liste d’attente" })).toBeVisible();
  await page.goto(linkIn(kept, "/inscription/"));
  await page.getByText("Je ne peux plus venir").click();
  await page.getByRole("button", { name: "Retirer mon inscription" }).click();
  await expect(page.getByRole("heading", { name: "Inscription retirée" })).toBeVisible();
  const lucky = await lastMail(second, /Une place s’est libérée/);
  const own = linkIn(lucky, "/inscription/");
  await page.goto(own);
  await expect(page.getByRole("heading", { name: "Votre place est retenue" })).toBeVisible();
  const code = await scan(page.getByRole("img", { name: "Code à montrer à l’entrée" }));

  await page.goto(`/connexion?suite=${desk}`);
  await signIn(page, "presidence@demo.example");
  await expect(page).toHaveURL(desk);
  await page.getByLabel("Nom, adresse ou structure").fill("Bruno");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page.getByRole("row", { name: /Delcroix Bruno/ })).toContainText("Végétarien");
  await expectAccessible(page);
  const csv = await page.request.get(`${desk}/inscrits.csv`);
  expect(await csv.text()).toContain(second);
  await page.getByRole("link", { name: "Liste d’émargement" }).click();
  await expect(page.getByRole("img", { name: "Code de Bruno Delcroix" })).toBeVisible();
  // At the door, with a telephone's camera.
  await page.goto(code);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bruno Delcroix");
  await page.getByRole("button", { name: "Marquer présent" }).click();
  await expect(page.getByText(/Pointé présent à/)).toBeVisible();
  await expectAccessible(page);
  await page.goto(desk);
  await expect(page.getByText(/Présent à/)).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("from a phone, a member brings a guest to the launch", async ({ page, isMobile }) => {
    test.skip(!isMobile, "the other journey is for wide screens");
    await page.goto("/connexion?suite=/agenda/lancement-du-club/inscription");
    await signIn(page, "collegue@demo.example");
    await expect(page).toHaveURL("/agenda/lancement-du-club/inscription");
    await expect(page.getByLabel("Prénom")).toHaveValue("Julien");
    await asAHuman(page);
    await page.getByLabel("Combien de personnes").selectOption("1");
    await page.getByLabel(/J’accepte/).check();
    await page.getByRole("button", { name: "M’inscrire" }).click();
    await expect(page.getByLabel(/Pour le buffet/)).toHaveAccessibleDescription(/Répondez à/);
    await page.getByLabel(/Pour le buffet/).selectOption("Végétarien");
    await page.getByLabel(/J’accepte/).check();
    await page.getByRole("button", { name: "M’inscrire" }).click();
    await expect(page.getByRole("heading", { name: "Votre place est retenue" })).toBeVisible();
    await expect(page.getByText("1 invité")).toBeVisible();
  });
});
