import { randomUUID } from "node:crypto";
import { withDatabase } from "../database.ts";
import { expect, expectAccessible, lastMail, linkIn, mailsTo, signIn, test } from "../fixtures.ts";

// A student has a phone and three minutes.
test.skip(({ isMobile }) => !isMobile, "on a phone");
test.describe.configure({ timeout: 120_000 });

const OFFER = "Sécurité des postes de travail F/H";
const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\nstartxref\n9\n%%EOF\n",
);

test("a student finds an offer, applies without a password and accepts; nobody else reads their papers", async ({
  page,
  browser,
}) => {
  const email = `${randomUUID()}@etudiants.example`;
  await page.goto("/stages?niveau=but3");
  await page.getByRole("link", { name: OFFER }).click();
  await page.getByRole("link", { name: "Postuler" }).click();
  await expectAccessible(page);
  await page.getByLabel("Prénom").fill("Jeanne");
  await page.getByLabel("Nom", { exact: true }).fill("Vasseur");
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByRole("button", { name: "Recevoir mon lien" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regardez vos messages");
  await page.goto(linkIn(await lastMail(email, /lien de connexion/), "/connexion/lien"));
  await page.getByRole("button", { name: "Me connecter" }).click();

  // Profile and message on one page; what is wrong stands beside its field.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(OFFER);
  await page.getByLabel(/^Votre message/).fill("J’ai durci les postes de mon club de natation.");
  await page.getByLabel("Diplôme préparé").fill("BUT Informatique, troisième année");
  await page.getByLabel("Niveau").selectOption("BUT 3");
  await page.getByLabel("Libre pour un stage à partir du").fill(inDays(212));
  await page.getByLabel("Jusqu’au").fill(inDays(121));
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByLabel("Jusqu’au")).toHaveAccessibleDescription(/après le premier/);
  await page.getByLabel("Libre pour un stage à partir du").fill(inDays(90));
  await page.getByLabel("Jusqu’au").fill(inDays(273));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Continuer" }).click();

  // A picture called cv.pdf is refused in words; the draft is still there.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Joindre mon CV");
  await page
    .getByLabel("Votre CV")
    .setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer: Buffer.from("PNG") });
  await page.getByRole("button", { name: "Joindre ce CV" }).click();
  await expect(page.getByLabel("Votre CV")).toHaveAccessibleDescription(/n’est pas un PDF/);
  await expectAccessible(page);
  await page.getByLabel("Votre CV").setInputFiles({ name: "cv.pdf", mimeType: "application/pdf", buffer: PDF });
  await page.getByRole("button", { name: "Joindre ce CV" }).click();
  await expect(page.getByLabel(/^Votre message/)).toHaveValue("J’ai durci les postes de mon club de natation.");
  // The session ends while they write: it is said there, and nothing that was typed is lost.
  await page.getByLabel(/^Votre message/).fill("J’ai durci les postes de mon club de natation, et je sais écrire.");
  await endSessions(email);
  await page.getByRole("button", { name: "Envoyer ma candidature" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Votre session a pris fin" })).toBeVisible();
  const tab = await page.context().newPage();
  const before = (await mailsTo(email)).length;
  await tab.goto("/connexion");
  await tab.getByLabel("Adresse e-mail").fill(email);
  await tab.getByRole("button", { name: "Recevoir un lien de connexion" }).click();
  await expect(tab).toHaveURL(/connexion\/code/);
  await tab.goto(linkIn(await lastMail(email, /lien de connexion/, before), "/connexion/lien"));
  await tab.getByRole("button", { name: "Me connecter" }).click();
  await tab.waitForURL(/espace/);
  await tab.close();
  await expect(page.getByLabel(/^Votre message/)).toHaveValue(/et je sais écrire/);
  await page.getByRole("button", { name: "Envoyer ma candidature" }).click();
  await expect(page.getByRole("status")).toContainText("Votre candidature est partie");
  await expectAccessible(page);
  const own = new URL(page.url()).pathname;
  await lastMail(email, /candidature est partie/);

  // The company reads it and offers the place.
  const company = await (await browser.newContext()).newPage();
  await company.goto("/espace/stages");
  await signIn(company, HOST);
  await company.getByRole("link", { name: /candidature/ }).click();
  await company.getByRole("link", { name: "Jeanne Vasseur" }).click();
  await company.getByRole("button", { name: "Proposer la place à Jeanne" }).click();
  await expect(company.getByRole("status")).toContainText("La place est proposée");
  const theirs = new URL(company.url()).pathname;

  await page.goto(linkIn(await lastMail(email, /vous propose une place/), "/espace/candidatures/"));
  await page.getByRole("button", { name: "Accepter cette place" }).click();
  await expect(page.getByRole("status")).toContainText("Le stage est à vous");
  await lastMail(HOST, /Jeanne Vasseur accepte votre stage/);
  const cv = await page.request.get(`${own}/cv`);
  expect(cv.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": 'attachment; filename="cv-jeanne-vasseur.pdf"',
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  expect(cv.headers()["content-security-policy"]).toContain("sandbox");

  // Another student tries every address: there is nothing, and the log knows.
  const other = await (await browser.newContext()).newPage();
  await other.goto("/espace/candidatures");
  await signIn(other, "etudiante@demo.example");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Mes candidatures");
  const noted = await attempts();
  for (const path of [own, `${own}/cv`, theirs]) {
    expect((await other.request.get(path)).status()).toBe(404);
  }
  expect(await attempts()).toBeGreaterThan(noted);
});

const HOST = "rivale@demo.example";

/** The offer is of some months from now, whenever the demonstration was loaded. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function endSessions(email: string): Promise<void> {
  await withDatabase(async (client) => {
    await client.query(`DELETE FROM session s USING person p WHERE p.id = s."personId" AND p.email = $1`, [email]);
  });
}

async function attempts(): Promise<number> {
  return withDatabase(async (client) => {
    const { rows } =
      await client.query(`SELECT count(*)::int AS n FROM audit_entry a JOIN person p ON p.id = a."personId"
      WHERE a.action = 'refuse-attempt' AND p.email = 'etudiante@demo.example'`);
    return rows[0].n;
  });
}
