import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, lastMail, linkIn, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough");
test.describe.configure({ timeout: 120_000 });

test("a référent invites, somebody new accepts from the mail, takes over, and goes", async ({ page, browser }) => {
  await page.goto("/espace/structure");
  await signIn(page, "membre@demo.example");
  const structure = await structureOf(page);
  const first = newcomer();
  await invite(page, first, "Référent");
  await expect(page.getByRole("status")).toContainText("L’invitation est partie");
  await expect(page.getByRole("row").filter({ hasText: first })).toContainText("Référent");
  await expectAccessible(page);

  const theirs = await accept(browser, first, structure);
  const second = newcomer();
  await invite(theirs, second, "Collègue");
  const colleague = await accept(browser, second, structure);
  await expect(colleague.getByRole("button", { name: "Envoyer l’invitation", exact: true })).toBeHidden();

  await theirs.reload();
  await theirs.getByRole("row").filter({ hasText: second }).getByText("Changer").click();
  await theirs.getByRole("button", { name: "Passer le relais" }).click();
  await expect(theirs.getByRole("status")).toContainText("Le relais est passé");
  await colleague.goto("/espace/structure");
  await expect(colleague.getByText("Vous en êtes référent")).toBeVisible();
  await colleague.getByRole("row").filter({ hasText: first }).getByText("Changer").click();
  await colleague.getByRole("button", { name: /^Retirer/ }).click();
  await expect(colleague.getByRole("status")).toContainText("ne représente plus la structure");
  await theirs.goto("/espace/structure");
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Aucune structure");
  await lastMail(first, /Vous ne représentez plus/);

  await colleague.getByText(`Quitter ${structure}…`).click();
  await colleague.getByRole("button", { name: `Quitter définitivement ${structure}` }).click();
  await expect(colleague).toHaveURL("/espace");
  await expect(colleague.getByText("Votre compte n’est rattaché à aucune structure.")).toBeVisible();
});

test("the last référent cannot leave, and is told what to do", async ({ page }) => {
  await page.goto("/espace/structure");
  await signIn(page, "rivale@demo.example");
  const structure = await structureOf(page);
  await page.getByText(`Quitter ${structure}…`).click();
  await page.getByRole("button", { name: `Quitter définitivement ${structure}` }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Vous n’avez pas quitté" })).toContainText(
    "Une structure garde toujours au moins un référent",
  );
  await page.goto("/espace/structure");
  await expect(page.getByText("Vous en êtes référent")).toBeVisible();
});

test("a person of two structures chooses in whose name they act; a link serves once", async ({ page, browser }) => {
  await page.goto("/espace/structure");
  await signIn(page, "membre@demo.example");
  const here = await structureOf(page);
  const email = newcomer();
  await invite(page, email, "Collègue");
  const theirs = await accept(browser, email, here);

  const other = await (await browser.newContext()).newPage();
  await other.goto("/espace/structure");
  await signIn(other, "rivale@demo.example");
  const there = await structureOf(other);
  await invite(other, email, "Collègue");
  const link = linkIn(await lastMail(email, new RegExp(there)), "/invitation/");
  await theirs.goto(link);
  await expect(theirs.getByText("vous garderez le même")).toBeVisible();
  await theirs.getByRole("button", { name: `Rejoindre ${there}` }).click();
  await expect(theirs.getByText("Cette invitation est acceptée")).toBeVisible();
  await theirs.getByRole("link", { name: "Voir la structure" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(there);

  await theirs.getByLabel("Vous agissez au nom de").selectOption({ label: here });
  await theirs.getByRole("button", { name: "Changer", exact: true }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(here);
  await theirs.goto(link);
  await expect(theirs.getByRole("button", { name: /^Rejoindre/ })).toBeHidden();
  await theirs.goto(`${link}x`);
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Cette invitation n’est plus valable");
});

const newcomer = () => `${randomUUID()}@arrivee.example`;

/** Whom one acts for, as the page says once one is signed in. */
async function structureOf(page: Page): Promise<string> {
  await expect(page).toHaveURL("/espace/structure");
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
}

async function invite(page: Page, email: string, role: "Collègue" | "Référent"): Promise<void> {
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel(new RegExp(`^${role}`)).check();
  await page.getByRole("button", { name: "Envoyer l’invitation", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: email })).toBeVisible();
}

/** From the mail, in a browser of their own that runs no script. */
async function accept(browser: Browser, email: string, structure: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(linkIn(await lastMail(email, new RegExp(structure)), "/invitation/"));
  const join = page.getByRole("button", { name: `Rejoindre ${structure}` });
  await page.getByLabel("Prénom").fill("Maud");
  await join.click();
  await expect(page.getByRole("alert")).toContainText("Saisissez votre nom.");
  await expect(page.getByLabel("Prénom")).toHaveValue("Maud");
  await page.getByLabel("Nom", { exact: true }).fill("Delobel");
  await join.click();
  await expect(page.getByRole("status")).toContainText("Bienvenue");
  return page;
}
