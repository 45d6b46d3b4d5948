import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, signIn, test } from "../fixtures.ts";

const INFRASTRUCTURES = "Infrastructures et réseaux";

test("an expectation goes from its first word to done, across member, lead and board", async ({
  page: member,
  browser,
  isMobile,
}) => {
  const word = `${isMobile ? "poche" : "bureau"}${Date.now()}`;
  const title = `Un prêt de matériel de mesure ${word}`;

  await enter(member, "membre@demo.example", "/espace/attentes");
  await member.getByRole("link", { name: "Dire une attente" }).click();
  await member.getByLabel("Votre attente, en une ligne").fill(title);
  await member.getByRole("button", { name: "Dire cette attente" }).click();
  // What is missing is said beside its field, and what was typed is still there.
  await expect(member.getByLabel("Pourquoi, et ce qui vous aiderait")).toHaveAccessibleDescription(/quelques mots/);
  await expect(member.getByLabel("Votre attente, en une ligne")).toHaveValue(title);
  await member
    .getByLabel("Pourquoi, et ce qui vous aiderait")
    .fill("<script>alert(1)</script> Un testeur sert deux jours par an.");
  await member.getByLabel("Commission", { exact: true }).selectOption({ label: INFRASTRUCTURES });
  await member.getByRole("button", { name: "Dire cette attente" }).click();
  await expect(member.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(member.getByText("<script>alert(1)</script>")).toBeVisible();
  await expectAccessible(member);
  const path = new URL(member.url()).pathname;

  const rival = await another(browser, "rivale@demo.example", "/espace/attentes/nouvelle");
  await rival.getByLabel("Votre attente, en une ligne").fill(`matériel de mesure ${word}`);
  await rival.getByRole("status").getByRole("link", { name: title }).click();
  await rival.getByRole("button", { name: "Joindre notre voix" }).click();
  await expect(rival.getByText("2 structures la portent")).toBeVisible();
  await rival.getByLabel("Votre commentaire").fill("Nous avons un réflectomètre à prêter, @Sylvie Carpentier.");
  await rival.getByRole("button", { name: "Commenter" }).click();
  await expect(rival.getByText("Nous avons un réflectomètre")).toBeVisible();

  const lead = await another(browser, "responsable@demo.example", "/espace/avis");
  await expect(lead.getByRole("link", { name: `On vous cite au sujet de l’attente « ${title} ».` })).toBeVisible();
  await lead.goto(path);
  await answer(lead, "Mettre à l’étude", "Je fais le tour des prêteurs.");
  await lead.getByRole("radio", { name: "Écarter cette attente" }).check();
  await lead.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(lead.getByLabel("Ce que vous répondez")).toHaveAccessibleDescription(/pourquoi elle est écartée/);
  await expect(lead.getByRole("radio", { name: "Écarter cette attente" })).toBeChecked();
  await answer(lead, "Retenir cette attente", "Trois prêteurs suffisent.");

  const board = await another(browser, "presidence@demo.example", path);
  await answer(board, "Dire que c’est en cours", "Une convention de prêt est prête.");
  await answer(board, "Dire que c’est fait", "Le carnet de prêt est ouvert.");
  const told = `Un carnet de prêt de matériel, ${word}.`;
  await board.getByLabel("Nous avons fait").fill(told);
  await board.getByRole("button", { name: "Publier sur le site" }).click();
  await expect(board.getByText("C’est publié sur le site.")).toBeVisible();

  await member.goto(path);
  await expect(member.getByRole("main")).toContainText("réalisée");
  await expect(member.getByRole("main")).toContainText("Le carnet de prêt est ouvert.");
  await member.goto("/espace/avis");
  await expect(member.getByRole("link", { name: `L’attente « ${title} » est réalisée.` })).toBeVisible();
  const visitor = await (await browser.newContext()).newPage();
  await expect
    .poll(async () => (await visitor.goto("/vous-avez-dit")) && (await visitor.content()).includes(told))
    .toBe(true);
});

test("a question to the commission is answered by ranks, and counted by duels", async ({ page, isMobile }) => {
  test.skip(isMobile, "once is enough: the answer of a structure is one");
  await enter(page, "responsable@demo.example", "/espace/sondages/nouveau?commission=infrastructures-reseaux");
  await page.getByLabel("Votre question").fill("Quel sujet pour janvier ?");
  await page.getByRole("radio", { name: /Condorcet/ }).check();
  await page.getByLabel("Réponses possibles").fill("Le Wi-Fi\nLa fibre\nLa sauvegarde");
  await page.getByLabel("Dernier jour pour répondre").fill("2099-12-31");
  await page.getByRole("button", { name: "Poser cette question" }).click();
  await page.getByRole("spinbutton", { name: "Le Wi-Fi" }).fill("2");
  await page.getByRole("spinbutton", { name: "La fibre" }).fill("2");
  await page.getByRole("spinbutton", { name: "La sauvegarde" }).fill("1");
  await page.getByRole("button", { name: "Envoyer notre réponse" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "rang différent" })).toBeVisible();
  await page.getByRole("spinbutton", { name: "La fibre" }).fill("3");
  await page.getByRole("button", { name: "Envoyer notre réponse" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "La sauvegarde : 2 duels gagnés" })).toBeVisible();
  await expectAccessible(page);
});

test("a lead writes a synthesis, the board reads it as it was that day", async ({ page, browser, isMobile }) => {
  test.skip(isMobile, "once is enough: a commission has one draft");
  await enter(page, "responsable@demo.example", "/espace/syntheses/infrastructures-reseaux");
  const words = `Le prêt de matériel presse, vu le ${Date.now()}.`;
  await page.getByLabel("Ce que vous en dites au comité").fill(words);
  await page.getByRole("button", { name: "Enregistrer ce texte" }).click();
  await expect(page.getByText("Votre texte est enregistré.")).toBeVisible();
  await page.getByRole("button", { name: "Présenter au comité" }).click();
  await page.waitForURL(/presentees/);
  await expectAccessible(page);
  const path = new URL(page.url()).pathname;
  const board = await another(browser, "tresorerie@demo.example", path);
  await expect(board.getByText(words)).toBeVisible();
  const paper = await board.request.get(
    (await board.getByRole("link", { name: "Télécharger en PDF" }).getAttribute("href")) ?? "",
  );
  expect(paper.headers()).toMatchObject({ "content-type": "application/pdf", "cache-control": "private, no-store" });
  const rival = await another(browser, "rivale@demo.example", path);
  await expect(rival.getByText(words)).toBeHidden();
  expect((await rival.request.get(`${path}/pdf`)).status()).toBe(404);
});

test("every page about expectations is accessible", async ({ page, browser }) => {
  await enter(page, "responsable@demo.example", "/espace/attentes");
  await expectAccessible(page);
  for (const path of [
    "/espace/attentes/nouvelle",
    "/espace/attentes/suites",
    "/espace/sondages/nouveau?commission=infrastructures-reseaux",
    "/espace/syntheses/infrastructures-reseaux",
  ]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  const board = await another(browser, "presidence@demo.example", "/comite/attentes");
  await expectAccessible(board);
});

async function enter(page: Page, email: string, path: string): Promise<void> {
  await page.goto(path);
  await signIn(page, email);
  if (new URL(page.url()).pathname + new URL(page.url()).search !== path) await page.goto(path);
}

async function another(browser: Browser, email: string, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await enter(page, email, path);
  return page;
}

async function answer(page: Page, next: string, words: string): Promise<void> {
  const radio = page.getByRole("radio", { name: next });
  await radio.check();
  await page.getByLabel("Ce que vous répondez").fill(words);
  await page.getByRole("button", { name: "Enregistrer la réponse" }).click();
  await expect(page.getByText("La réponse est enregistrée.")).toBeVisible();
  await expect(radio).toBeHidden();
}
