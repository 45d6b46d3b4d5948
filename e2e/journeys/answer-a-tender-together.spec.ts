import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { withDatabase } from "../database.ts";
import { expect, expectAccessible, lastMail, linkIn, signIn, test } from "../fixtures.ts";

test("three structures answer a tender together, from the notice to the answer submitted", async ({
  page: lead,
  browser,
  isMobile,
}) => {
  test.skip(isMobile, "three browsers at once are enough");

  // A notice is spotted; the answer begins from its page.
  await enter(lead, "membre@demo.example", "/espace/appels-d-offres/nouveau");
  await lead.getByLabel("Acheteur", { exact: true }).fill(`Mairie ${randomUUID()}`);
  await lead.getByLabel("Objet du marché").fill("Informatique de la mairie et des écoles");
  await lead.getByLabel("À rendre avant le").fill("2099-06-15");
  await lead.getByLabel("À", { exact: true }).fill("12:00");
  await lead.getByLabel("Procédure").selectOption({ label: "Procédure adaptée (MAPA)" });
  await lead.getByLabel("Objet du lot 1").fill("Réseau");
  await lead.getByRole("button", { name: "Ajouter un lot" }).click();
  await lead.getByLabel("Objet du lot 2").fill("Assistance et formation");
  await lead.getByRole("button", { name: "Signaler cet appel d’offres" }).last().click();
  await lead.getByRole("link", { name: "Répondre en groupement" }).click();

  // The mandatary opens it: what is missing is said beside its field.
  await lead.getByLabel(/Lot 1 –/).check();
  await lead.getByLabel(/Lot 2 –/).check();
  await lead.getByRole("button", { name: "Ouvrir le groupement" }).click();
  await expect(lead.getByLabel("Pourquoi répondre ensemble")).toHaveAccessibleDescription(/droit de la concurrence/);
  await expect(lead.getByLabel(/Lot 2 –/)).toBeChecked();
  await lead
    .getByLabel("Pourquoi répondre ensemble")
    .fill("Le réseau, l’assistance et la formation sont trois métiers.");
  await lead.getByRole("button", { name: "Ouvrir le groupement" }).click();
  await expect(lead.getByText("Le groupement est ouvert.")).toBeVisible();
  await expectAccessible(lead);
  const home = new URL(lead.url()).pathname;

  // A lot is let go, and taken on again: the answer is for what the mandatary says.
  await lead.goto(`${home}/membres`);
  for (const answered of [false, true]) {
    await lead.getByText("Changer les lots de la réponse").click();
    await lead.getByLabel(/Lot 2 –/).setChecked(answered);
    await lead.getByRole("button", { name: "Enregistrer les lots" }).click();
    await expect(lead.getByText("Les lots de la réponse sont enregistrés.")).toBeVisible();
    await expect(lead.getByRole("heading", { name: /Lot 2/ })).toHaveCount(answered ? 1 : 0);
  }

  // It invites two others, who read their mail and join: two more browsers.
  const names = await Promise.all(["rivale@demo.example", "tresorerie@demo.example"].map(structureOf));
  await lead.goto(`${home}/membres`);
  for (const [index, shares] of [
    ["30", ""],
    ["", "50"],
  ].entries()) {
    await lead.getByLabel("Structure", { exact: true }).selectOption({ label: names[index] ?? "" });
    await lead.getByLabel("Part proposée du lot 1 (%)").fill(shares[0] ?? "");
    await lead.getByLabel("Part proposée du lot 2 (%)").fill(shares[1] ?? "");
    await lead.getByRole("button", { name: "Inviter cette structure" }).click();
    await expect(lead.getByText(`${names[index]}, invitée le`)).toBeVisible();
  }
  await expectAccessible(lead);
  const [second, third] = await Promise.all([
    join(browser, "rivale@demo.example", home),
    join(browser, "tresorerie@demo.example", home),
  ]);

  // The others of the club, board and administration included, find nothing there.
  for (const email of ["presidence@demo.example", "admin@demo.example"]) {
    const stranger = await another(browser, email, "/espace");
    for (const room of ["", "/membres", "/documents", "/mandat", "/repartition", "/archive", "/dc1"]) {
      expect((await stranger.request.get(`${home}${room}`)).status(), `${email} ${room}`).toBe(404);
    }
    await stranger.context().close();
  }

  // Shares that do not sum are told; the lots are then shared out to the last hundredth.
  await lead.goto(`${home}/membres`);
  await lead.getByText("Répartir les lots").click();
  const own = await structureOf("membre@demo.example");
  await share(lead, own, ["80", "50"]);
  await expect(lead.getByRole("alert").filter({ hasText: "dépasseraient 100" })).toBeVisible();
  await share(lead, own, ["70", "50"]);
  await expect(lead.getByText("Les parts sont enregistrées.")).toBeVisible();

  // Documents: a first version, a second one that says what it replaces, a confidential one, and one too large.
  await give(second, home, { title: "Mémoire technique", text: "Première version" });
  await lead.goto(`${home}/documents`);
  await third.goto(`${home}/documents`);
  await replace(lead, "Deuxième version");
  await expect(lead.getByRole("link", { name: /Version 2/ })).toBeVisible();
  await replace(third, "Une autre deuxième version");
  await expect(third.getByRole("alert").filter({ hasText: "autre version entre-temps" })).toBeVisible();
  await expect(third.getByRole("link", { name: /Version 2/ })).toBeVisible();
  await give(third, home, { title: "Nos prix", text: "12 500", isConfidential: true });
  await second.goto(`${home}/documents`);
  await expect(second.getByText("Nos prix")).toBeHidden();
  const secret = await third
    .getByRole("link", { name: /Version 1/ })
    .first()
    .getAttribute("href");
  expect((await second.request.get(secret ?? "")).status()).toBe(404);
  const heavy = await third.request.post(`${home}/documents/depot`, {
    headers: { origin: new URL(third.url()).origin },
    multipart: {
      kind: "new",
      title: "Trop",
      file: { name: "a.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(26_500_000) },
    },
  });
  expect(await heavy.text()).toContain("trop lourd");
  await expectAccessible(third);

  // Two people edit one task: the second sees the first one's change, and loses nothing.
  await lead.goto(`${home}/taches`);
  await second.goto(`${home}/taches`);
  await rename(lead, "Lire le règlement et le CCAP");
  await expect(lead.getByText("La tâche est enregistrée.")).toBeVisible();
  await rename(second, "Lire le règlement, deux fois");
  await expect(second.getByRole("alert").filter({ hasText: "Lire le règlement et le CCAP" })).toBeVisible();
  await second.getByRole("button", { name: "Enregistrer la tâche" }).first().click();
  await expect(second.getByText("Lire le règlement, deux fois", { exact: true })).toBeVisible();
  await expectAccessible(second);

  // The final answer is chosen, kept in one archive, and declared submitted: then it is frozen.
  await lead.goto(`${home}/documents`);
  await lead.getByRole("button", { name: /Mettre dans la réponse finale\s*:\s*Mémoire/ }).click();
  await expect(lead.getByText("Le document est dans la réponse finale.")).toBeVisible();
  const archive = await lead.request.get(`${home}/archive`);
  expect(archive.headers()).toMatchObject({ "content-type": "application/zip", "cache-control": "private, no-store" });
  expect((await archive.body()).subarray(0, 2).toString()).toBe("PK");
  for (const paper of ["mandat", "repartition", "dc1", "dc2"]) {
    expect((await lead.request.get(`${home}/${paper}`)).headers()["content-type"]).toBe("application/pdf");
  }
  await lead.goto(home);
  await lead.getByLabel("Numéro du récépissé de dépôt").fill("2026-118");
  await lead.getByRole("button", { name: "Déclarer la réponse déposée" }).click();
  await expect(lead.getByText("La réponse est déclarée déposée.")).toBeVisible();
  await third.goto(home);
  await expect(third.getByText("Réponse déposée, le")).toBeVisible();
  await third.goto(`${home}/membres`);
  await expect(third.getByText("Quitter le groupement")).toBeHidden();

  // The result is told, then what the buyer says told better; the amount is read once each member agrees.
  for (const words of ["Première.", "Première, 92 sur 100."]) {
    await lead.goto(home);
    await lead
      .getByText(/Enregistrer le résultat|Corriger le résultat/)
      .first()
      .click();
    await lead.getByLabel("Gagnée").check();
    await lead.getByLabel("Ce que dit l’acheteur").fill(words);
    await lead.getByLabel("Ce que vous en retenez").first().fill("Commencer par le mémoire.");
    await lead.getByLabel("Montant gagné, hors taxes (€)").fill("48 500");
    await lead.getByRole("button", { name: "Enregistrer le résultat" }).click();
    await expect(lead.getByText(`\u202f: ${words}`)).toBeVisible();
  }
  for (const member of [lead, second, third]) {
    await member.goto(home);
    await member.getByText("Montrer ou non le montant au club").click();
    await member.getByLabel(/Nous acceptons que les adhérents/).check();
    await member.getByRole("button", { name: "Enregistrer ce choix" }).click();
    await expect(member.getByText("Le choix de votre structure est enregistré.")).toBeVisible();
  }
  await third.goto("/espace/groupements/memoire");
  await expect(third.getByText("48 500").first()).toBeVisible();
  await expectAccessible(lead);
});

test("what the club learnt, and a structure's papers, are accessible pages", async ({ page, isMobile }) => {
  test.skip(isMobile, "once is enough");
  await enter(page, "membre@demo.example", "/espace/groupements/memoire");
  await expect(page.getByRole("table", { name: "Réponses données ensemble" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/espace/structure/dossier");
  await expect(page.getByText(/à compléter ou à refaire/)).toBeVisible();
  await expectAccessible(page);
});

async function structureOf(email: string): Promise<string> {
  return withDatabase(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT s.name FROM structure s JOIN affiliation a ON a."structureId" = s.id JOIN person p ON p.id = a."personId"
        WHERE p.email = $1`,
      [email],
    );
    return rows[0]?.name ?? "";
  });
}

async function join(browser: Browser, email: string, home: string): Promise<Page> {
  const mail = await lastMail(email, /Une invitation attend votre réponse/);
  expect(linkIn(mail, home)).toBe(`${home}/invitation`);
  const page = await another(browser, email, `${home}/invitation`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Rejoindre le groupement" }).click();
  await expect(page.getByText("Votre structure est membre du groupement.")).toBeVisible();
  return page;
}

async function share(page: Page, member: string, shares: string[]): Promise<void> {
  for (const [index, typed] of shares.entries()) await page.getByLabel(`${member}, en %`).nth(index).fill(typed);
  await page.getByRole("button", { name: "Enregistrer les parts" }).click();
}

async function give(
  page: Page,
  home: string,
  { title, text, isConfidential = false }: { title: string; text: string; isConfidential?: boolean },
) {
  await page.goto(`${home}/documents`);
  await page.getByLabel("Nom du document").fill(title);
  await page
    .getByLabel("Fichier", { exact: true })
    .setInputFiles({ name: "piece.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  if (isConfidential) await page.getByLabel(/Dans notre dossier confidentiel/).check();
  await page.getByRole("button", { name: "Déposer ce document" }).click();
  await expect(page.getByText("Le document est déposé.")).toBeVisible();
}

/** Follows version 1, which the page shows, whatever was given meanwhile. */
async function replace(page: Page, text: string): Promise<void> {
  await page.getByText("Déposer la version 2").click();
  await page
    .getByLabel("Fichier qui remplace la version 1")
    .setInputFiles({ name: "memoire.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "Remplacer cette version" }).click();
  await page.waitForURL(/fait=|refus=/);
}

async function rename(page: Page, title: string): Promise<void> {
  await page.getByText("Changer «").first().click();
  await page.getByRole("textbox", { name: "À faire", exact: true }).first().fill(title);
  await page.getByRole("button", { name: "Enregistrer la tâche" }).first().click();
}

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
