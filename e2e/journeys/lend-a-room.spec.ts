import { expect, expectAccessible, lastMail, linkIn, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough; the phone's width is set where it matters");

const LEAD = "responsable@demo.example";
const KEEPER = "salles@cci.example";
const DESK = "/espace/commissions/infrastructures-reseaux/reunions";

test("the keeper lends, takes back, and proposes another room, without an account; the lead follows", async ({
  page,
  browser,
}) => {
  await page.goto(`${DESK}/nouvelle`);
  await signIn(page, LEAD);
  await page.getByLabel("Titre").fill("Réunion de la salle");
  await page.getByLabel("Date", { exact: true }).fill("2039-03-18");
  await page.getByLabel("Début").fill("18:00");
  await page.getByLabel("Fin").fill("17:00");
  await page
    .getByLabel("Salle prêtée au club")
    .selectOption({ label: await optionLike(page, "Salle de démonstration A") });
  await page.getByRole("button", { name: "Convoquer la réunion" }).click();
  await expect(page.getByLabel("Fin")).toHaveAccessibleDescription(/La fin doit venir après le début/);
  await expect(page.getByLabel("Titre")).toHaveValue("Réunion de la salle");
  await page.getByLabel("Fin").fill("20:00");
  await page.getByRole("button", { name: "Convoquer la réunion" }).click();
  await expect(page.getByText("La réunion est convoquée")).toBeVisible();
  const meeting = new URL(page.url()).pathname;

  const keeper = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "fr-FR" })).newPage();
  const link = linkIn(await lastMail(KEEPER, /^Salle demandée.*18\s+mars\s+2039/), "/salle/");
  await keeper.goto(link);
  await keeper.reload();
  await expect(keeper.getByText("salle demandée")).toBeVisible();
  expect(await keeper.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(keeper);
  await keeper.getByLabel(/^Confirmer/).check();
  await keeper.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(keeper.getByText("Votre réponse est enregistrée")).toBeVisible();
  await page.goto(meeting);
  await expect(page.getByText("salle confirmée")).toBeVisible();
  await lastMail(LEAD, /^Salle confirmée/);

  await keeper.goto(link);
  await keeper.getByLabel(/^Proposer une autre salle/).check();
  await keeper.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(keeper.getByText("Choisissez la salle que vous proposez").first()).toBeVisible();
  await keeper
    .getByLabel("L’autre salle")
    .selectOption({ label: await optionLike(keeper, "Salle de démonstration B") });
  await keeper.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(keeper.getByText("Votre réponse est enregistrée")).toBeVisible();
  await lastMail(LEAD, /^Une autre salle est proposée/);
  await page.goto(meeting);
  await page.getByRole("button", { name: "Accepter cette salle" }).click();
  await expect(page.getByText("Salle de démonstration B, CCI de l’Artois").first()).toBeVisible();
  await lastMail(LEAD, /^Changement.*salle/);
});

test("the board keeps the rooms; one that is booked cannot be taken away", async ({ page }) => {
  await page.goto("/comite/salles");
  await signIn(page, "presidence@demo.example");
  await expect(page.getByRole("heading", { name: "Salle de démonstration A" })).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Modifier", { exact: true }).first().click();
  await page.getByRole("button", { name: "Ne plus prêter Salle de démonstration A" }).click();
  await expect(page.getByText(/Cette salle est réservée/)).toBeVisible();
  await page.goto("/comite/reunions");
  await expect(page.getByRole("table", { name: "Les commissions et leur rythme" })).toBeVisible();
  await expectAccessible(page);
});

test("a stranger finds none of it", async ({ page }) => {
  for (const path of ["/salle/x.y", "/sondage/x.y", "/reunion/x.y", "/inscription/x.y"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: "Ce lien n’ouvre rien, ou plus rien" })).toBeVisible();
  }
  await page.goto("/connexion");
  await signIn(page, "membre@demo.example");
  await expect(page).toHaveURL("/espace");
  for (const path of [DESK, `${DESK}/sondages`, `${DESK}/nouvelle`, "/comite/salles", "/comite/reunions"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});

async function optionLike(page: import("@playwright/test").Page, words: string): Promise<string> {
  return (await page.getByRole("option", { name: words }).first().textContent()) ?? "";
}
