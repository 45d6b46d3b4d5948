import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";
import { withDatabase } from "../database.ts";
import { expect, expectAccessible, lastMail, linkIn, mailsTo, signIn, test } from "../fixtures.ts";

// One story, on one commission: its parts follow each other, once.
test.describe.configure({ mode: "serial" });
test.skip(({ isMobile }) => isMobile, "the phone comes in where a phone does");

const LEAD = "responsable@demo.example";
const MEMBER = "membre@demo.example";
const KEEPER = "salles@cci.example";
const DESK = "/espace/commissions/infrastructures-reseaux/reunions";
const NARROW = { width: 360, height: 740 };

/** What the invitation of a message tells a calendar. */
function invitationOf(mail: ParsedMail) {
  const part = mail.attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
  const calendar = ICAL.Component.fromString(part?.content.toString() ?? "");
  const zone = calendar.getFirstSubcomponent("vtimezone");
  const component = calendar.getFirstSubcomponent("vevent");
  if (!zone || !component) throw new Error("no invitation in the message");
  ICAL.TimezoneService.register(zone);
  const event = new ICAL.Event(component);
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    uid: event.uid,
    sequence: event.sequence,
    startsAt: event.startDate.toJSDate().toISOString(),
    attendees: event.attendees.map((one) => String(one.getFirstValue())),
    organizer: event.organizer,
  };
}

/** Somebody of the commission who has no account, known by the message that asks them. */
async function somebodyAsked(subject: RegExp): Promise<string> {
  const { readdir, readFile } = await import("node:fs/promises");
  const { join } = await import("node:path");
  const folder = process.env.E2E_MAILBOX ?? "";
  const names = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort();
  for (const name of names.reverse()) {
    const to = /^To: .*?<?([\w.+-]+@[\w.-]+\.example)>?\r?$/m.exec(await readFile(join(folder, name), "utf8"))?.[1];
    if (
      to &&
      !to.endsWith("@demo.example") &&
      to !== KEEPER &&
      (await mailsTo(to)).some((mail) => subject.test(mail.subject ?? ""))
    ) {
      return to;
    }
  }
  throw new Error("nobody was asked");
}

async function asLead(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await signIn(page, LEAD);
  await expect(page).toHaveURL(path);
}

test("the lead opens a poll from the dates that the portal proposes", async ({ page }) => {
  await asLead(page, DESK);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Proposer des dates" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Proposer des dates");
  await expect(page.getByText(/jours? après la réunion précédente/).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Titre de la réunion").fill("Sondage de la fibre");
  await page.getByRole("button", { name: "Ouvrir le sondage et écrire au groupe" }).click();
  await expect(page.getByText("Le sondage est ouvert")).toBeVisible();
  await expectAccessible(page);
});

test("a poll with one date, and a video meeting without its link, are refused beside their field; nothing is lost", async ({
  page,
}) => {
  await asLead(page, `${DESK}/sondages`);
  for (const box of await page
    .getByRole("group", { name: /Dates proposées/ })
    .getByRole("checkbox")
    .all())
    await box.uncheck();
  await page.getByLabel("Quelques mots").fill("Une phrase à garder");
  await page.getByRole("button", { name: "Ouvrir le sondage" }).click();
  await expect(page.getByText("Un sondage a besoin de deux dates au moins").first()).toBeVisible();
  await expect(page.getByLabel("Quelques mots")).toHaveValue("Une phrase à garder");
});

test("a member without an account answers from a narrow phone, by the link alone", async ({ browser }) => {
  await expect
    .poll(async () => (await mailsTo(LEAD)).filter((mail) => /Sondage de la fibre/.test(mail.subject ?? "")).length)
    .toBeGreaterThan(0);
  const member = await somebodyAsked(/Sondage de la fibre/);
  const link = linkIn(await lastMail(member, /Quelle date vous convient/), "/sondage/");
  const context = await browser.newContext({ viewport: NARROW, isMobile: true, hasTouch: true, locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sondage de la fibre");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
  await expectAccessible(page);
  const dates = page.getByRole("group");
  const last = (await dates.count()) - 1;
  for (let index = 0; index <= last; index += 1) {
    await dates
      .nth(index)
      .getByLabel(index === last ? "Non" : "Oui", { exact: true })
      .check({ force: true });
  }
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await expect(page.getByText("Vos réponses sont enregistrées")).toBeVisible();
  await context.close();
});

test("without JavaScript, and by keyboard, the same form answers as well", async ({ browser }) => {
  const link = linkIn(await lastMail(LEAD, /Quelle date vous convient.*fibre/), "/sondage/");
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Vos réponses ne sont pas parties");
  const dates = page.getByRole("group");
  for (let index = 0; index < (await dates.count()); index += 1) {
    await dates.nth(index).getByRole("radio").first().focus();
    await page.keyboard.press("Space");
  }
  await page.getByRole("button", { name: "Envoyer mes réponses" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Vos réponses sont enregistrées")).toBeVisible();
  await context.close();
});

test("the lead keeps the best date: everybody is invited, the keeper asked", async ({ page, browser }) => {
  await asLead(page, DESK);
  await page.getByRole("link", { name: "Sondage de la fibre" }).click();
  await expect(page.getByRole("heading", { name: "La meilleure date" })).toBeVisible();
  await page
    .getByRole("button", { name: /^Retenir cette date/ })
    .first()
    .click();
  await expect(page.getByText("La réunion est convoquée")).toBeVisible();
  await expectAccessible(page);

  const mail = await lastMail(LEAD, /^Invitation.*fibre/);
  const invitation = invitationOf(mail);
  expect(invitation).toMatchObject({ method: "REQUEST", sequence: 0, attendees: [`mailto:${LEAD}`] });
  expect(invitation.organizer).toBe("mailto:portail@tactic.example");

  const member = await somebodyAsked(/^Invitation.*fibre/);
  const theirs = await lastMail(member, /^Invitation.*fibre/);
  expect(invitationOf(theirs)).toMatchObject({ uid: invitation.uid, attendees: [`mailto:${member}`] });
  const context = await browser.newContext({ viewport: NARROW, locale: "fr-FR" });
  const phone = await context.newPage();
  await phone.goto(linkIn(theirs, "/reunion/"));
  await expectAccessible(phone);
  await phone.getByRole("button", { name: /^Je participe/ }).click();
  await expect(phone.getByText("Votre réponse est enregistrée")).toBeVisible();
  await context.close();

  await page.reload();
  await expect(page.getByRole("cell", { name: "participe" }).first()).toBeVisible();
  // Other journeys ask the same keeper meanwhile.
  await expect
    .poll(async () => (await mailsTo(KEEPER)).some(({ text }) => text?.includes("Sondage de la fibre")))
    .toBe(true);
});

const TITLE = "Sondage de la fibre";

/** The evening comes: the meeting began an hour ago. */
async function timePasses(sql: string): Promise<void> {
  await withDatabase((client) => client.query(sql, [TITLE]));
}

/** Runs a job as the portal's own clock would, now. */
async function runJob(name: string): Promise<void> {
  const code = `import { JOBS } from "./scripts/jobs/table.ts";
    await JOBS.find((job) => job.name === "${name}").run({ now: new Date(), mail: null });
    process.exit(0);`;
  const { joinDatabase } = await import("../../scripts/database/open.ts");
  const { parseEnv } = await import("../../lib/platform/env.ts");
  const { adminUrl } = await joinDatabase(parseEnv({ DATA_DIR: process.env.E2E_DATA }));
  await promisify(execFile)(process.execPath, ["--conditions=react-server", "--input-type=module", "-e", code], {
    env: { ...process.env, DATABASE_URL: adminUrl },
  });
}

test("a member proposes an item; the lead takes it up, moves it by keyboard, joins a paper", async ({
  page,
  browser,
}) => {
  const context = await browser.newContext({ locale: "fr-FR", javaScriptEnabled: false });
  const member = await context.newPage();
  await member.goto("/espace/reunions");
  await signIn(member, MEMBER);
  await member.getByRole("link", { name: TITLE }).click();
  await member.getByLabel("De quoi s’agit-il").fill("Fibre\u202f: qui a quoi");
  await member.getByRole("button", { name: "Proposer ce point" }).click();
  await expect(member.getByText("Votre proposition est transmise")).toBeVisible();
  await context.close();

  await asLead(page, "/espace/reunions");
  await page.getByRole("link", { name: TITLE }).click();
  await page.getByRole("link", { name: "Préparer l’ordre du jour" }).click();
  await page.getByLabel("De quoi s’agit-il").last().fill("Sauvegardes");
  await page.getByRole("button", { name: "Ajouter ce point" }).click();
  await expect(page.getByText("Le point est à l’ordre du jour")).toBeVisible();
  await page.getByRole("button", { name: /^Retenir/ }).click();
  await expect(page.getByText("La proposition est à l’ordre du jour")).toBeVisible();
  await page.getByRole("button", { name: /Monter Fibre/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("L’ordre est changé")).toBeVisible();
  await expect(page.getByRole("list").filter({ hasText: "Sauvegardes" }).getByRole("heading").first()).toHaveText(
    /Fibre/,
  );
  await page.getByLabel("Document", { exact: true }).setInputFiles({
    name: "plan.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7"),
  });
  await page.getByRole("button", { name: "Joindre ce document" }).click();
  await expect(page.getByRole("link", { name: "plan.pdf" })).toBeVisible();
  await expectAccessible(page);
});

test("from the meeting to its published minutes: the roll, the text, a correction, the job", async ({
  page,
  browser,
}) => {
  await timePasses(`UPDATE event SET "startsAt" = now() - interval '1 hour', "endsAt" = now() WHERE title = $1`);
  await asLead(page, "/espace");
  await page
    .getByRole("link", { name: /Compte rendu à finir/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Personne n’est encore noté présent" }).click();
  await page.getByRole("button", { name: /^Présent ?, Nadia Benali$/ }).click();
  await expect(page.getByRole("button", { name: /Nadia Benali/, pressed: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Passer au compte rendu" }).click();
  await page.getByRole("button", { name: "Préparer le compte rendu" }).click();
  const text = page.getByLabel("Le compte rendu");
  await expect(text).toHaveValue(/## 1\. Fibre/);
  await text.fill("## 1. Fibre\n\ndécidé : On mesure\nà faire : compter les prises @Nadia");
  await expect(page.getByText("Enregistré à")).toBeVisible();
  await expect(page.getByLabel("Aperçu").getByText("On mesure")).toBeVisible();
  await expectAccessible(page);

  // A second window, opened before, saves over a text it has not read.
  const other = await page.context().newPage();
  await other.goto(page.url());
  // Without the network the text stays, and is saved by itself once it is back.
  await page.context().setOffline(true);
  await text.fill("## 1. Fibre\n\ndécidé : On mesure tout\nà faire : compter les prises @Personne");
  await expect(page.getByText("Votre texte reste ici")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("Enregistré à")).toBeVisible();
  await other.getByLabel("Le compte rendu").fill("Autre chose");
  await expect(other.getByText("Quelqu’un a enregistré un autre texte")).toBeVisible();
  await expect(other.getByLabel("Le texte enregistré")).toHaveValue(/On mesure tout/);
  await expect(other.getByLabel("Le compte rendu")).toHaveValue("Autre chose");
  await other.close();

  await page.getByRole("button", { name: "Approuver et donner à relire" }).click();
  await expect(page.getByText("ne s’appelle").first()).toBeVisible();
  await text.fill("## 1. Fibre\n\ndécidé : On mesure tout\nà faire : compter les prises @Nadia Benali");
  await page.getByLabel("Ce que le public pourra lire").fill("La commission **mesure**.");
  await page.getByRole("button", { name: "Approuver et donner à relire" }).click();
  await expect(page.getByText("Le compte rendu est approuvé").first()).toBeVisible();
  await expectAccessible(page);

  const context = await browser.newContext({ viewport: NARROW, locale: "fr-FR" });
  const member = await context.newPage();
  await member.goto(linkIn(await lastMail(MEMBER, /^Compte rendu à relire.*fibre/), "/compte-rendu"));
  await signIn(member, MEMBER);
  await member.getByLabel("Ce qu’il faut corriger").fill("Pas toutes les prises.");
  await member.getByRole("button", { name: "Demander cette correction" }).click();
  await expect(member.getByText("Votre demande est transmise")).toBeVisible();
  await expectAccessible(member);
  await page.reload();
  await page.getByLabel("Votre réponse").fill("D’accord.");
  await page.getByRole("button", { name: /^Accepter/ }).click();
  await expect(page.getByText("Votre réponse est enregistrée")).toBeVisible();

  await timePasses(`UPDATE minutes SET "approvedAt" = "approvedAt" - interval '6 days' WHERE "meetingId" IN
    (SELECT m.id FROM meeting m JOIN event e ON e.id = m."eventId" WHERE e.title = $1)`);
  await runJob("publish-minutes");
  await member.goto("/espace/reunions/comptes-rendus?q=prises");
  await expect(member.getByRole("link", { name: TITLE })).toBeVisible();
  await member.goto("/espace");
  await member.getByRole("button", { name: /C’est fait : compter les prises/ }).click();
  await expect(member.getByText("C’est noté")).toBeVisible();
  const slug = new URL(page.url()).pathname.split("/")[3];
  await member.goto(`/comptes-rendus/${slug}`);
  await expect(member.getByText("mesure", { exact: true })).toBeVisible();
  await expectAccessible(member);
  await context.close();
});
