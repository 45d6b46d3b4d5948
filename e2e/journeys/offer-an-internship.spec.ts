import { randomUUID } from "node:crypto";
import { expect, expectAccessible, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough");

test("a company writes an offer, is told what the law says, publishes it, closes it and opens it again", async ({
  page,
}) => {
  const title = `Développeur web ${randomUUID().slice(0, 8)} F/H`;
  await page.goto("/espace/stages/nouveau");
  await signIn(page, "tresorerie@demo.example");
  await page.goto("/espace/stages/nouveau");
  await expectAccessible(page);
  await page.getByLabel("Titre", { exact: true }).fill(title);
  await page
    .getByLabel("Missions")
    .fill("Refaire le site d’une association, avec elle, et lui apprendre à le tenir à jour toute seule.");
  await page.getByLabel("Métier").selectOption({ index: 2 });
  await page.getByLabel("BUT 2").check();
  await page.getByLabel("Possible à partir du").fill(inDays(120));
  await page.getByLabel("Fini au plus tard le").fill(inDays(60));
  await page.getByLabel("Durée en semaines").fill("10");
  await page.getByLabel("Heures de présence par semaine").fill("35");
  await page.getByLabel("Commune (facultatif)").selectOption({ label: "Lens" });
  await page.getByLabel("Date limite pour candidater").fill(inDays(30));
  await page.getByLabel("Réponse à chacun avant le").fill(inDays(45));
  await page.getByRole("button", { name: "Enregistrer et relire" }).click();

  // It would end before it starts: said beside the day, with all that was typed.
  await expect(page.getByLabel("Fini au plus tard le")).toHaveAccessibleDescription(/avant d’avoir commencé|après/);
  await expect(page.getByLabel("Missions")).toHaveValue(/Refaire le site/);
  await page.getByLabel("Fini au plus tard le").fill(inDays(200));
  await page.getByRole("button", { name: "Enregistrer et relire" }).click();
  await expect(page.getByRole("status")).toContainText("L’offre est enregistrée");
  await expect(page.getByText("350 heures de présence").first()).toBeVisible();
  await expect(page.getByText(/la gratification est due dès la première/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Publier l’offre" }).click();
  await expect(page.getByRole("status")).toContainText("L’offre est publiée");
  await page.getByRole("link", { name: "Voir la page publique" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  const posting = await page.locator('script[type="application/ld+json"]').first().textContent();
  expect(posting).toContain("JobPosting");
  const address = page.url();
  await page.goBack();
  await page.getByText("Fermer l’offre").first().click();
  await page.getByRole("button", { name: "Fermer l’offre" }).click();
  await expect(page.getByRole("status")).toContainText("L’offre est fermée");
  await expect
    .poll(async () => (await page.request.get(address)).text(), { timeout: 20_000 })
    .toMatch(/terminée|n’est plus ouverte|close/);
  await page.getByRole("button", { name: "Rouvrir l’offre" }).click();
  await expect(page.getByRole("status")).toContainText("de nouveau en ligne");
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
