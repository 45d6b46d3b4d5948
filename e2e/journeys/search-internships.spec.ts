import { randomUUID } from "node:crypto";
import { asAHuman, expect, expectAccessible, lastMail, linkIn, mailsTo, test } from "../fixtures.ts";

test("a student on a phone finds what fits, reads why, and asks to be told of the next ones", async ({
  page,
  isMobile,
}) => {
  test.skip(!isMobile, "a phone is what students hold");
  await page.goto("/stages");
  await page.getByLabel("Votre diplôme").selectOption("but2");
  await page.getByLabel("Autour de").selectOption("lens");
  await expect(page).toHaveURL(/niveau=but2.*ville=lens/);
  await expect(page.getByRole("status")).toContainText(/\d+\soffres? ouvertes?/);
  const first = page.getByRole("list", { name: "Offres de stage" }).getByRole("listitem").first();
  await expect(first).toContainText(/BUT 2, (sur place|à \d+\skm)/);
  await expectAccessible(page);

  await first.getByRole("link").click();
  await expect(page.getByText("heures de présence").first()).toBeVisible();
  const posting = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').allTextContents()).find((text) =>
      text.includes("JobPosting"),
    ) ?? "{}",
  );
  expect(JSON.stringify(posting)).toContain('"employmentType":"INTERN"');

  await page.goBack();
  const email = `${randomUUID()}@students.example`;
  await page.getByRole("link", { name: "Être prévenu par e-mail" }).click();
  await expect(page.getByText("Lens, 25\u00a0km autour")).toBeVisible();
  await page.getByLabel("Votre adresse e-mail").fill(email);
  await page.getByRole("button", { name: "Recevoir le lien" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "sans votre accord" })).toBeVisible();
  await expect(page.getByLabel("Votre adresse e-mail")).toHaveValue(email);
  await page.getByRole("checkbox").check();
  // As a browser does that fills whatever it finds.
  await page.getByLabel("Ne remplissez pas ce champ").fill("03 53 01 00 00");
  await page.getByRole("button", { name: "Recevoir le lien" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "relisez votre saisie" })).toBeVisible();
  await expect(page.getByLabel("Votre adresse e-mail")).toHaveValue(email);
  await asAHuman(page);
  await page.getByRole("button", { name: "Recevoir le lien" }).click();
  await expect(page).toHaveURL("/alertes/envoyee");

  await page.goto(linkIn(await lastMail(email, /Confirmez votre alerte/), "/alertes/"));
  await page.getByRole("button", { name: "Confirmer l’alerte" }).click();
  await expect(page.getByRole("status")).toContainText("C’est confirmé");
  await page.getByRole("button", { name: "Arrêter et effacer" }).click();
  await expect(page.getByRole("heading", { name: "L’alerte est arrêtée" })).toBeVisible();
  expect((await mailsTo(email)).length).toBe(1);
});
