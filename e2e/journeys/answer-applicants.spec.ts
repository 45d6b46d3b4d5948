import { expect, expectAccessible, lastMail, linkIn, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough");
test.describe.configure({ timeout: 120_000 });

const THEO = "theo.lemaire@etu.gohelle.example";

test("a company reads its applicants, proposes an interview, and says no to the others kindly", async ({
  page,
  browser,
}) => {
  await page.goto("/espace/stages");
  await signIn(page, "membre@demo.example");
  await page
    .getByRole("link", { name: /candidatures/ })
    .first()
    .click();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Théo Lemaire" }).click();
  await expect(page.getByText("Je tiens le serveur de jeu")).toBeVisible();
  await page.getByLabel("Une note pour vos collègues").fill("À rencontrer.");
  await page.getByRole("button", { name: "Ajouter cette note" }).click();
  await expect(page.getByText("À rencontrer.")).toBeVisible();
  await page.getByText("Proposer un entretien").click();
  await page.getByRole("button", { name: "Proposer ces créneaux" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Aucun créneau" })).toContainText("au moins un créneau");
  await page.getByLabel("Créneau 1, le").fill(inTenDays());
  await page.getByLabel("à", { exact: true }).first().fill("14:30");
  await page.getByLabel("Où, ou comment").fill("Dans nos locaux");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Proposer ces créneaux" }).click();
  await expect(page.getByRole("status")).toContainText("Les créneaux sont proposés");

  // The student comes back by a link, and chooses.
  const student = await (await browser.newContext()).newPage();
  await student.goto(linkIn(await lastMail(THEO, /choisissez un créneau/), "/espace/candidatures/"));
  await student.getByLabel("Adresse e-mail").fill(THEO);
  await student.getByRole("button", { name: "Recevoir un lien de connexion" }).click();
  await expect(student).toHaveURL(/connexion\/code/);
  await student.goto(linkIn(await lastMail(THEO, /lien de connexion/), "/connexion/lien"));
  await student.getByRole("button", { name: "Me connecter" }).click();
  await student.getByText("Aucun ne me convient").click();
  await student.getByRole("button", { name: "Demander d’autres créneaux" }).click();
  await expect(student.getByLabel("Quand vous êtes libre")).toHaveAccessibleDescription(/Dites quand/);
  await student.getByLabel("Quand vous êtes libre").fill("Le lundi, j’ai cours le reste de la semaine.");
  await student.getByRole("button", { name: "Demander d’autres créneaux" }).click();
  await expect(student.getByRole("status")).toContainText("d’autres créneaux");
  await expectAccessible(student);

  // The company hears when, and proposes again.
  const asked = await lastMail("membre@demo.example", /proposez d’autres créneaux à Théo/);
  expect(asked.text).toContain("Le lundi, j’ai cours");
  await page.goto(linkIn(asked, "/espace/stages/"));
  await page.getByText("Proposer un entretien").click();
  await page.getByLabel("Créneau 1, le").fill(inTenDays());
  await page.getByLabel("à", { exact: true }).first().fill("14:30");
  await page.getByLabel("Où, ou comment").fill("Dans nos locaux");
  await page.getByRole("button", { name: "Proposer ces créneaux" }).click();
  await expect(page.getByRole("status")).toContainText("Les créneaux sont proposés");
  await student.reload();
  await student.getByRole("button", { name: /14 h 30/ }).click();
  await expect(student.getByRole("status")).toContainText("Le créneau est choisi");
  await expectAccessible(student);
  for (const address of [THEO, "membre@demo.example"]) {
    const { attachments } = await lastMail(address, /Entretien fixé/);
    const calendar = attachments.find(({ contentType }) => contentType === "text/calendar")?.content.toString() ?? "";
    expect(calendar).toContain("METHOD:REQUEST");
    expect(calendar).toContain("T143000");
  }

  await page.getByRole("link", { name: "Candidatures" }).first().click();
  await page.getByRole("checkbox", { name: "Cocher Karim Ouali" }).check();
  await page.getByRole("checkbox", { name: "Cocher Manon Caudron" }).check();
  await page.getByRole("button", { name: /Répondre non/ }).click();
  await page.getByLabel("Votre texte").fill("Bonjour {prénom}, le stage est promis à une autre personne. {entreprise}");
  await page.getByRole("button", { name: "Voir l’aperçu" }).click();
  await expect(
    page.getByText("Bonjour Karim, le stage est promis à une autre personne. Scarpe Informatique"),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Envoyer 2 réponses" }).click();
  await expect(page.getByRole("status")).toContainText("Les refus sont partis");
  const told = await lastMail("manon.caudron@etu.gohelle.example", /Réponse à votre candidature/);
  expect(told.text).toContain("Bonjour Manon, le stage est promis");
});

function inTenDays(): string {
  return new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
}
