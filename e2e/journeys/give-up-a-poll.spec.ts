import { expect, expectAccessible, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough");

const DESK = "/espace/commissions/infrastructures-reseaux/reunions";

test("a poll that leads nowhere is opened again for longer, then given up", async ({ page }) => {
  await page.goto(`${DESK}/sondages`);
  await signIn(page, "responsable@demo.example");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Proposer des dates");
  await page.getByLabel("Titre de la réunion").fill("Sondage sans suite");
  await page.getByRole("button", { name: "Ouvrir le sondage et écrire au groupe" }).click();
  await expect(page.getByText("Le sondage est ouvert")).toBeVisible();
  await page.getByRole("button", { name: "Clore les réponses" }).click();
  await expect(page.getByText("Les réponses sont closes. Il reste")).toBeVisible();
  await page.getByText("Rouvrir les réponses").first().click();
  await page.getByLabel("Nouveau dernier jour pour répondre").fill("2099-01-01");
  await page.getByRole("button", { name: "Rouvrir les réponses" }).click();
  await expect(page.getByLabel("Nouveau dernier jour pour répondre")).toHaveAccessibleDescription(/avant la fin/);
  await page.getByLabel("Nouveau dernier jour pour répondre").fill(tomorrow());
  await page.getByRole("button", { name: "Rouvrir les réponses" }).click();
  await expect(page.getByText("Les réponses sont rouvertes.")).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Abandonner ce sondage").first().click();
  await page.getByRole("button", { name: "Oui, abandonner ce sondage" }).click();
  await expect(page.getByText("Le sondage est abandonné")).toBeVisible();
  await page.goto(DESK);
  await expect(page.getByText("Sondage sans suite")).toBeHidden();
});

function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
}
