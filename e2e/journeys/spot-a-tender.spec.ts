import { expect, expectAccessible, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough; the phone's width is set where it matters");

const LIST = "/espace/appels-d-offres";

test("a member posts a notice; two structures raise their hand and see each other, a third sees nothing", async ({
  page,
  browser,
}) => {
  const buyer = `Agglomération d’essai ${Date.now()}`;
  await page.goto(`${LIST}/nouveau`);
  await signIn(page, "membre@demo.example");
  await page.getByLabel("Acheteur", { exact: true }).fill(buyer);
  await page.getByLabel("Objet du marché").fill("Assistance et site de la médiathèque");
  await page.getByLabel("À rendre avant le").fill("2020-01-15");
  await page.getByLabel("Objet du lot 1").fill("Assistance aux utilisateurs");
  await page.getByRole("button", { name: "Ajouter un lot" }).click();
  await page.getByLabel("Objet du lot 2").fill("Site de la médiathèque");
  await page.getByLabel("Codes CPV").nth(1).fill("72413000-8");
  await page.getByRole("button", { name: "Signaler cet appel d’offres" }).last().click();
  await expect(page.getByLabel("À rendre avant le")).toHaveAccessibleDescription(/échéance est passée/);
  await expect(page.getByLabel("Objet du lot 2")).toHaveValue("Site de la médiathèque");
  await page.getByLabel("À rendre avant le").fill("2039-01-15");
  await page.getByRole("button", { name: "Signaler cet appel d’offres" }).last().click();
  await expect(page.getByText("L’avis est publié")).toBeVisible();
  const tender = new URL(page.url()).pathname;
  await page.getByLabel(/^Lot 1/).selectOption("Mandataire");
  await page.getByLabel("Vos moyens").fill("Deux personnes dès janvier");
  await page.getByRole("button", { name: "Lever la main" }).click();
  await expect(page.getByText("Votre main est levée : seuls")).toBeVisible();
  await expectAccessible(page);

  const rival = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "fr-FR" })).newPage();
  await rival.goto(tender);
  await signIn(rival, "rivale@demo.example");
  await expect(rival.getByRole("heading", { name: "Lever la main" })).toBeVisible();
  await expect(rival.getByText("Deux personnes dès janvier")).toHaveCount(0);
  await rival.getByLabel(/^Lot 2/).selectOption("Cotraitant");
  await rival.getByRole("button", { name: "Lever la main" }).click();
  await expect(rival.getByText("Deux personnes dès janvier")).toBeVisible();
  expect(await rival.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.goto(`${tender}/equipes`);
  await expect(
    page.getByRole("region", { name: "Ce que couvrent les mains levées" }).getByText("Personne encore.").first(),
  ).toBeVisible();
  await expect(page.getByText("La plus petite équipe")).toBeVisible();
  await expectAccessible(page);

  const board = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  await board.goto(`${tender}/equipes`);
  await signIn(board, "presidence@demo.example");
  await expect(board.getByText("Levez la main pour le voir")).toBeVisible();
  await board.goto(tender);
  await expect(board.getByText("Deux personnes dès janvier")).toHaveCount(0);
});
