import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import ICAL from "ical.js";
import { withDatabase } from "../database.ts";
import { expect, expectAccessible, lastMail, linkIn, signIn, test } from "../fixtures.ts";

// One story, its parts follow each other, once.
test.describe.configure({ mode: "serial" });
test.skip(({ isMobile }) => isMobile, "the phones come in where phones do");

const PRESIDENT = "presidence@demo.example";
const GIVER = "membre@demo.example";
const HOLDER = "rivale@demo.example";
const NARROW = { width: 360, height: 740 };
const title = `Assemblée ${randomUUID().slice(0, 8)}`;
let desk = "";
let room = "";

async function as(page: Page, email: string, path: string): Promise<void> {
  await page.goto(path);
  await signIn(page, email);
  await expect(page).toHaveURL(path);
}

/** A phone of somebody who has signed in; without scripts where told. */
async function phone(browser: Browser, email: string, path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: NARROW, javaScriptEnabled, locale: "fr-FR" });
  const page = await context.newPage();
  await as(page, email, path);
  return page;
}

/** The evening has come: nothing but time passes. */
async function letTheEveningCome(slug: string): Promise<void> {
  await withDatabase(async (client) => {
    await client.query(
      `UPDATE event SET "startsAt" = now() + interval '20 min', "endsAt" = now() + interval '2 h' WHERE slug = $1`,
      [slug],
    );
    // Five of the demonstration's members are enough for this one.
    await client.query(
      `UPDATE assembly SET "quorumPercent" = 10 WHERE "meetingId" = (
         SELECT m.id FROM meeting m JOIN event e ON e.id = m."eventId" WHERE e.slug = $1)`,
      [slug],
    );
  });
}

test("the president convenes it: too soon is refused in French, then everybody is called", async ({ page }) => {
  await as(page, PRESIDENT, "/comite/reunions");
  await page.getByRole("link", { name: "Convoquer une assemblée générale" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Assemblée générale ordinaire");
  await expectAccessible(page);
  const allowed = await page.getByLabel("Date", { exact: true }).inputValue();
  const soon = new Date(Date.parse(allowed) - 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Titre").fill(title);
  await page.getByLabel("Résolutions mises au vote").fill("Adopter le budget");
  await page.getByLabel("Où, si ce n’est pas dans une de ces salles").fill("Salle des fêtes");
  await page.getByLabel("Date", { exact: true }).fill(soon);
  await page.getByRole("button", { name: "Convoquer" }).click();
  await expect(page.getByText(/Les statuts demandent 15.jours/).first()).toBeVisible();
  await expect(page.getByLabel("Titre")).toHaveValue(title);
  await page.getByLabel("Date", { exact: true }).fill(allowed);
  await page.getByRole("button", { name: "Convoquer" }).click();
  await expect(page.getByText("La convocation est partie")).toBeVisible();
  await expectAccessible(page);
  desk = new URL(page.url()).pathname;

  const mail = await lastMail(GIVER, new RegExp(`^Convocation.*${title}`));
  expect(mail.text).toContain("Adopter le budget");
  const part = mail.attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
  const calendar = ICAL.Component.fromString(part?.content.toString() ?? "");
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  room = linkIn(mail, "/espace/assemblees/");

  // People are elected by a secret vote, with their names.
  await page.getByText("Ajouter une résolution ou une élection").click();
  await page.getByLabel("Des personnes").check();
  await page.getByRole("textbox", { name: "Titre" }).first().fill("Élire deux membres");
  await page.getByLabel("À bulletin secret").check();
  await page.getByLabel("Sièges à pourvoir").fill("2");
  await page.getByRole("textbox", { name: "Candidats" }).fill("Ada Martin\nGuy Petit\nLéa Roux");
  await page.getByRole("button", { name: "Ajouter au vote" }).click();
  await expect(page.getByText("La résolution est ajoutée")).toBeVisible();
});

test("a member who cannot come gives a proxy from a phone, and its holder is told", async ({ browser }) => {
  const page = await phone(browser, GIVER, room);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
  await page.getByRole("button", { name: "Donner pouvoir" }).click();
  await expect(page.getByText(/pouvoir en blanc/).first()).toBeVisible();
  await expectAccessible(page);
  const holder = await holderOf(browser);
  await page.getByLabel(/^Qui votera pour/).selectOption({ label: holder });
  await page.getByRole("button", { name: "Donner pouvoir" }).click();
  await expect(page.getByText("Votre pouvoir est donné")).toBeVisible();
  await lastMail(HOLDER, new RegExp(`vous donne pouvoir.*${title}`));
  await page.context().close();
});

test("the session opens with its quorum; open and secret votes are cast, and their results kept", async ({
  page,
  browser,
}) => {
  await letTheEveningCome(desk.split("/").at(-1) ?? "");
  await as(page, PRESIDENT, desk);
  await page.getByRole("button", { name: "Ouvrir la séance" }).click();
  await expect(page.getByText("La séance est ouverte.")).toBeVisible();
  await page.getByRole("button", { name: "Ouvrir le vote : Adopter le budget" }).click();
  await expect(page.getByText(/Le quorum n’est pas atteint.*demandés/).first()).toBeVisible();
  await page.goto(room);
  await page.getByRole("button", { name: "Je suis là" }).click();
  await expect(page.getByText("Vous êtes noté présent")).toBeVisible();
  await page.goto(desk);
  for (let index = 0; index < 2; index += 1) {
    // The first rows are real structures, for which nobody speaks here.
    const name = ["Atelier Zinc", "Campus Beffroi"][index];
    await page.getByRole("button", { name: `Présent : ${name}` }).click();
    await expect(page.getByRole("button", { name: `N’est plus là : ${name}` })).toBeVisible();
  }

  const voter = await phone(browser, HOLDER, room);
  await voter.getByRole("button", { name: "Je suis là" }).click();
  await expect(voter.getByText("Vous êtes noté présent")).toBeVisible();
  await page.goto(desk);
  await page.getByRole("button", { name: "Ouvrir le vote : Adopter le budget" }).click();
  await expect(page.getByText("Le vote est ouvert")).toBeVisible();
  await expectAccessible(page);

  await voter.goto(room);
  await expect(voter.getByRole("group", { name: /^Votre bulletin/ })).toBeVisible();
  await voter.getByRole("button", { name: "Déposer dans l’urne" }).click();
  await expect(voter.getByText("Choisissez une réponse.").first()).toBeVisible();
  await expectAccessible(voter);
  await voter
    .getByRole("group", { name: /^Votre bulletin/ })
    .getByLabel("Pour")
    .check();
  await voter
    .getByRole("group", { name: /^Par pouvoir/ })
    .getByLabel("Contre")
    .check();
  await voter.getByRole("button", { name: "Déposer dans l’urne" }).click();
  await expect(voter.getByText("Votre bulletin est dans l’urne.")).toBeVisible();
  await voter.context().close();

  await page.getByText("Noter un vote à main levée").click();
  await page.getByLabel("Tous ceux qui n’ont pas voté").selectOption({ label: "Pour" });
  await page.getByRole("button", { name: "Noter les mains levées" }).click();
  await expect(page.getByText("Tous les présents et représentés ont voté.")).toBeVisible();
  await page.getByRole("button", { name: "Fermer le vote : Adopter le budget" }).click();
  await expect(page.getByText("Adoptée")).toBeVisible();

  // The secret vote, on a phone without scripts.
  await page.getByRole("button", { name: "Ouvrir le vote : Élire deux membres" }).click();
  await expect(page.getByText("Le vote est ouvert")).toBeVisible();
  const plain = await phone(browser, HOLDER, room, false);
  for (const names of [/^Votre bulletin/, /^Par pouvoir/]) {
    await plain.getByRole("group", { name: names }).getByLabel("Ada Martin").check();
  }
  await plain
    .getByRole("group", { name: /^Votre bulletin/ })
    .getByLabel("Léa Roux")
    .check();
  await plain.getByRole("button", { name: "Déposer dans l’urne" }).click();
  await expect(plain.getByText("Votre bulletin est dans l’urne.")).toBeVisible();
  await page.reload();
  await expect(page.getByText(/2.bulletins dans l’urne/)).toBeVisible();
  // Two ballots would tell who voted what: the president votes too.
  await page.getByRole("button", { name: "Fermer le vote : Élire deux membres" }).click();
  await expect(page.getByText(/Si peu de bulletins/).first()).toBeVisible();
  await page.goto(room);
  await page
    .getByRole("group", { name: /^Votre bulletin/ })
    .getByLabel("Léa Roux")
    .check();
  await page.getByRole("button", { name: "Déposer dans l’urne" }).click();
  await expect(page.getByText("Votre bulletin est dans l’urne.")).toBeVisible();
  await page.goto(desk);
  await page.getByRole("button", { name: "Fermer le vote : Élire deux membres" }).click();
  await expect(page.getByText("Élection faite")).toBeVisible();
  await page.getByRole("button", { name: "Clore la séance et publier les résultats" }).click();
  await expect(page.getByText("La séance est close")).toBeVisible();

  await plain.reload();
  const result = plain.getByRole("list", { name: "Voix, Élire deux membres" });
  await expect(result.getByRole("listitem").filter({ hasText: "Ada Martin (élu)" })).toContainText("2");
  await expectAccessible(page);
  const sheet = await plain.context().request.get(`${room}/pdf`);
  expect(sheet.headers()["content-type"]).toBe("application/pdf");
  await plain.context().close();
});

/** The name of the holder's structure, as the list of voters says it. */
async function holderOf(browser: Browser): Promise<string> {
  const page = await phone(browser, HOLDER, room);
  const label = await page.getByText(/^Qui votera pour/).textContent();
  await page.context().close();
  return label?.replace("Qui votera pour ", "").trim() ?? "";
}
