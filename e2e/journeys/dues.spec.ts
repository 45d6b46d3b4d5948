import { extractText, getDocumentProxy } from "unpdf";
import { expect, expectAccessible, lastMail, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "what is called is called for everybody");
test.describe.configure({ mode: "serial" });

/** The text of a PDF, its spaces made plain. */
async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

test("the treasurer previews a call, sends it, and its member receives the paper by e-mail", async ({ page }) => {
  await page.goto("/comite/cotisations");
  await signIn(page, "tresorerie@demo.example");
  await expectAccessible(page);
  await page.getByRole("link", { name: /Préparer l’appel/ }).click();
  await expect(page.getByText("Rien n’est encore parti.")).toBeVisible();
  await expectAccessible(page);
  const row = page.getByRole("row").filter({ hasText: "@" }).first();
  const name = ((await row.getByRole("link").textContent()) ?? "").trim();
  const address = ((await row.getByRole("cell").last().textContent()) ?? "").trim();
  await page.getByRole("button", { name: /Envoyer \d+/ }).click();
  await expect(page.getByRole("status")).toContainText("Les appels partent");
  const mail = await lastMail(address, /^Cotisation/);
  const paper = await textOf(
    mail.attachments.find(({ filename }) => filename?.startsWith("appel"))?.content ?? Buffer.of(),
  );
  expect(paper).toContain("Appel à cotisation");
  expect(paper).toContain(name.replaceAll("\u00a0", " "));
  expect(mail.attachments.map(({ contentType }) => contentType)).toContain("application/pdf");
  // Again: nobody is called twice.
  await page.goto("/comite/cotisations/appel");
  await expect(page.getByText("Tous les adhérents ont reçu leur appel")).toBeVisible();
});

test("a payment is noted in French figures, refused when it makes no sense, receipted, and undone by its mirror", async ({
  page,
}) => {
  await page.goto("/comite/cotisations");
  await signIn(page, "tresorerie@demo.example");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Cotisations");
  await page.goto("/comite/cotisations?etat=a-regler");
  await page.getByRole("table").getByRole("link").last().click();
  await expectAccessible(page);
  const amount = page.getByLabel("Montant reçu, en euros");
  await amount.fill("douze");
  await page.getByLabel("Référence").fill("VIR JOURNEY");
  await page.getByRole("button", { name: /Enregistrer le règlement/ }).click();
  await expect(amount).toHaveAccessibleDescription(/Saisissez un montant en euros/);
  await expect(page.getByLabel("Référence")).toHaveValue("VIR JOURNEY");
  await amount.fill("20,50");
  await page.getByRole("button", { name: /Enregistrer le règlement/ }).click();
  await expect(page.getByRole("status")).toContainText("Le règlement est enregistré");
  const letters = page.getByRole("table", { name: /Messages/ });
  const address = ((await letters.getByRole("row").nth(1).getByRole("cell").nth(1).textContent()) ?? "").trim();
  const mail = await lastMail(address, /^Reçu de votre cotisation/);
  expect(await textOf(mail.attachments[0]?.content ?? Buffer.of())).toContain("20,50 €");
  await page
    .getByText(/^Annuler/)
    .first()
    .click();
  await page.getByLabel("Pourquoi").fill("essai");
  await page.getByRole("button", { name: /Annuler le règlement/ }).click();
  await expect(page.getByRole("status")).toContainText("écriture contraire");
  await expect(page.getByText("-20,50").first()).toBeVisible();
  await lastMail(address, /^Le reçu .+ est annulé/);
});

test("the late are listed, reminded by hand once a day, and the accountant has a file for Excel", async ({ page }) => {
  await page.goto("/comite/cotisations");
  await signIn(page, "tresorerie@demo.example");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Cotisations");
  await page.goto("/comite/cotisations?etat=en-retard");
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(3);
  const csv = await page.request.get(
    (await page.getByRole("link", { name: /Cette liste/ }).getAttribute("href")) ?? "",
  );
  const lines = (await csv.text()).split("\r\n");
  expect(lines[0]).toMatch(/^\ufeffAdhérent;Appel;/);
  expect(lines[1]).toMatch(/;\d+,\d\d;/);
  expect(lines.filter(Boolean)).toHaveLength(3);
  const entries = await page.request.get(
    (await page.getByRole("link", { name: /Écritures/ }).getAttribute("href")) ?? "",
  );
  expect(await entries.text()).toMatch(/Annulation\s: essai;virement;-20,50/);
  await rows.nth(1).getByRole("link").click();
  await page.getByRole("button", { name: /Relancer maintenant/ }).click();
  await expect(page.getByRole("status")).toContainText("La relance part");
  await page.getByRole("button", { name: /Relancer maintenant/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "relance" })).toContainText("déjà partie aujourd’hui");
});

test("a member who had lapsed is back in the directory as soon as it has paid", async ({ page }) => {
  const slug = "depann-ostrevent";
  expect((await page.goto(`/annuaire/${slug}`))?.status()).toBe(404);
  await page.goto(`/comite/cotisations/structures/${slug}`);
  await signIn(page, "presidence@demo.example");
  await page.getByLabel("Référence").fill("chèque 0000123");
  await page.getByLabel("Moyen de paiement").selectOption("cheque");
  await page.getByRole("button", { name: /Enregistrer le règlement/ }).click();
  await expect(page.getByRole("status")).toContainText("Le règlement est enregistré");
  expect((await page.goto(`/annuaire/${slug}`))?.status()).toBe(200);
  const mail = await lastMail("ludovic.brasseur@depann-ostrevent.example", /^Reçu/);
  expect(mail.text).toContain("de nouveau dans l’annuaire");
});

test("a member reads where its dues stand, keeps its papers, and sees what the club brought; others see nothing", async ({
  page,
}) => {
  await page.goto("/espace/cotisation");
  await signIn(page, "membre@demo.example");
  await expect(page.getByText("Vous êtes à jour. Merci.")).toBeVisible();
  await expectAccessible(page);
  const papers = await page
    .getByRole("link", { name: /\(PDF\)/ })
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(papers.length).toBeGreaterThanOrEqual(2);
  for (const href of papers) {
    const answer = await page.request.get(href);
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    expect(answer.headers()["cache-control"]).toContain("no-store");
    expect(await textOf(await answer.body())).toContain("TacTic");
  }
  await page.getByRole("link", { name: "Ce que le club vous a apporté" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ce que le club vous a apporté");
  await expectAccessible(page);
  await page.context().clearCookies();
  await page.goto("/connexion");
  await signIn(page, "rivale@demo.example");
  await expect(page).toHaveURL("/espace");
  for (const href of [...papers, "/comite/cotisations"]) expect((await page.request.get(href)).status()).toBe(404);
});
