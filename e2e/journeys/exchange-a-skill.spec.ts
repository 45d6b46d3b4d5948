import { randomUUID } from "node:crypto";
import { expect, expectAccessible, lastMail, linkIn, signIn, test } from "../fixtures.ts";

test("a search is answered, done, thanked for on both pages, and the word taken back", async ({
  browser,
  page,
  isMobile,
}) => {
  test.skip(isMobile, "once is enough");
  const title = `Un regard sur nos sauvegardes ${randomUUID().slice(0, 6)}`;
  const other = await (await browser.newContext()).newPage();

  await page.goto("/connexion?suite=/espace/echanges");
  await signIn(page, "membre@demo.example");
  await expect(page).toHaveURL("/espace/echanges");
  await expect(page.getByRole("heading", { name: "Rencontres" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Je cherche", exact: true }).click();
  await expect(page.getByLabel("Je cherche un coup de main")).toBeChecked();
  await page.getByLabel(/De quoi s’agit-il/).selectOption("Un conseil");
  await page.getByLabel("En un titre").fill(title);
  await page.getByRole("button", { name: "Publier" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "n’est pas publiée" })).toContainText("quelques phrases");
  await expect(page.getByLabel("En un titre")).toHaveValue(title);
  await page.getByLabel("En quelques phrases").fill("Sauvegarde et restauration : qui relirait notre politique ?");
  await page.getByRole("button", { name: "Publier" }).click();
  await expect(page.getByRole("status")).toContainText("est publiée");
  const path = new URL(page.url()).pathname;
  await expect(page.getByRole("main").getByText("Sauvegarde et restauration", { exact: true })).toBeVisible();

  await other.goto("/connexion?suite=/espace/echanges?genre=advice");
  await signIn(other, "rivale@demo.example");
  await expect(other).toHaveURL("/espace/echanges?genre=advice");
  await other.getByRole("link", { name: title }).first().click();
  await other.getByLabel("Votre message").fill("Jeudi, une heure chez vous ?");
  await other.getByRole("button", { name: "Envoyer le message" }).click();
  await expect(other.getByRole("status")).toContainText("est parti");

  const mail = await lastMail("membre@demo.example", new RegExp(`répond à .*${title}`));
  expect(linkIn(mail, "/espace/echanges/")).toBe(path);
  await page.goto(path);
  await expect(page.getByText("Jeudi, une heure chez vous ?")).toBeVisible();
  await page.getByLabel(/^Écrire à/).fill("Parfait, merci.");
  await page.getByRole("button", { name: "Envoyer le message" }).click();
  await expect(page.getByText("Parfait, merci.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^C’est fait, avec/ }).click();
  await expect(page.getByRole("status")).toContainText("est close");
  const thanks = `Un regard neuf, merci ${randomUUID().slice(0, 6)}`;
  await page.getByLabel(/^Un mot de merci/).fill(thanks);
  await page.getByRole("button", { name: "Remercier" }).click();
  await expect(page.getByText(/on attend/)).toBeVisible();

  await other.goto(linkIn(await lastMail("rivale@demo.example", /vous remercie/), "/espace/echanges/"));
  await other.getByRole("button", { name: /Je suis d’accord/ }).click();
  await expect(other.getByText("Ce mot paraît sur vos deux fiches.")).toBeVisible();
  const anybody = await (await browser.newContext()).newPage();
  const profile = (await page.getByRole("definition").getByRole("link").getAttribute("href")) ?? "";
  await anybody.goto(profile);
  await expect(anybody.getByText(thanks)).toBeVisible();
  await expectAccessible(anybody);
  await other.getByRole("button", { name: "Reprendre mon accord" }).click();
  await expect(other.getByRole("status")).toContainText("ne paraît plus");
  await anybody.goto(profile);
  await expect(anybody.getByText(thanks)).toBeHidden();
});
