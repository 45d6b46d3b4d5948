import { expect, expectAccessible, signIn, test } from "../fixtures.ts";

const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

test.describe.configure({ timeout: 120_000 });

test("a member edits the page beside its preview; the public sees it, and only what it may", async ({
  page,
  browser,
  isMobile,
}) => {
  const word = `Orfroi${Date.now().toString(36)}`;
  await page.goto("/espace/structure/fiche");
  await signIn(page, isMobile ? "tresorerie@demo.example" : "rivale@demo.example");
  await expectAccessible(page);
  const preview = page.getByRole("complementary", { name: "Aperçu de la page publique" });
  const kept = await page.getByLabel("Présentation").inputValue();
  await page.getByLabel("Présentation").fill(`${kept}\n\nAtelier ${word}.`);
  await expect(preview).toContainText(`Atelier ${word}.`);
  const skills = await page.getByRole("textbox", { name: /^Compétences/ }).inputValue();
  await page.getByRole("textbox", { name: /^Compétences/ }).fill(`Dorure ${word}\n${skills}`);
  await expect(preview).toContainText(`Dorure ${word}`);

  const phone = await page.getByLabel("Téléphone").first().inputValue();
  await page.getByLabel("Téléphone").first().fill("12");
  await page.getByRole("button", { name: "Enregistrer la fiche" }).click();
  await expect(page.getByLabel("Téléphone").first()).toHaveAccessibleDescription(/dix chiffres/);
  await expect(page.getByLabel("Présentation")).toHaveValue(new RegExp(word));
  await page.getByLabel("Téléphone").first().fill(phone);
  await page.getByLabel("Qui voit le téléphone").selectOption("members");
  await page.getByRole("button", { name: "Enregistrer la fiche" }).click();
  await expect(page.getByRole("status")).toContainText("La fiche est enregistrée");

  await page
    .getByLabel("Votre logo")
    .setInputFiles({ name: "logo.svg", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
  await page.getByRole("button", { name: "Mettre ce logo en ligne" }).click();
  await expect(page.getByLabel("Votre logo")).toHaveAccessibleDescription(/n’est pas une image/);
  await page.getByLabel("Votre logo").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: DOT });
  await page.getByRole("button", { name: "Mettre ce logo en ligne" }).click();
  await expect(page.getByRole("status")).toContainText("Le logo est en ligne");

  const address = (await page.getByRole("link", { name: "Voir la page publique" }).getAttribute("href")) ?? "";
  const reader = await (await browser.newContext()).newPage();
  await reader.goto(address);
  await expect(reader.getByText(`Atelier ${word}.`)).toBeVisible();
  await expect(reader.getByRole("link", { name: `Dorure ${word}` })).toBeVisible();
  await expect(reader.getByText(phone)).toBeHidden();
  expect(await (await reader.request.get(`${address}.vcf`)).text()).not.toContain("TEL");
  const logo = reader.getByRole("img", { name: /^Logo de/ });
  await expect(logo).toBeVisible();
  const file = await reader.request.get((await logo.getAttribute("src")) ?? "");
  expect(file.headers()).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  await reader.goto(`/annuaire?q=${word}`);
  // Beside the name it says nothing more.
  await expect(reader.getByRole("list", { name: "Adhérents" }).getByRole("presentation")).toBeVisible();

  await page.getByRole("button", { name: "Retirer le logo" }).click();
  await expect(page.getByRole("status")).toContainText("Le logo est retiré");
  await page.getByLabel("Qui voit le téléphone").selectOption("public");
  await page.getByLabel("Présentation").fill(kept);
  await page.getByRole("textbox", { name: /^Compétences/ }).fill(skills);
  await page.getByRole("button", { name: "Enregistrer la fiche" }).click();
  await expect(page.getByRole("status")).toContainText("La fiche est enregistrée");
  await reader.goto(address);
  await expect(reader.getByText(phone)).toBeVisible();
});

test("two who edit at once: the second is told, nothing typed is lost, nothing overwritten", async ({
  page,
  context,
  isMobile,
}) => {
  test.skip(isMobile, "once is enough");
  await page.goto("/espace/structure/fiche");
  await signIn(page, "presidence@demo.example");
  const kept = await page.getByLabel("Présentation").inputValue();
  const other = await context.newPage();
  await other.goto("/espace/structure/fiche");
  await other.getByLabel("Présentation").fill(`${kept} Hier.`);
  await other.getByRole("button", { name: "Enregistrer la fiche" }).click();
  await expect(other.getByRole("status")).toContainText("La fiche est enregistrée");
  await page.getByLabel("Présentation").fill(`${kept} Demain.`);
  await page.getByRole("button", { name: "Enregistrer la fiche" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "a enregistré cette fiche" })).toContainText("présentation");
  await expect(page.getByLabel("Présentation")).toHaveValue(`${kept} Demain.`);
  await other.reload();
  await expect(other.getByLabel("Présentation")).toHaveValue(`${kept} Hier.`);
  await page.getByLabel("Remplacer la version").check();
  await page.getByLabel("Présentation").fill(kept);
  await page.getByRole("button", { name: "Enregistrer la fiche" }).click();
  await expect(page.getByRole("status")).toContainText("La fiche est enregistrée");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a preview is asked for, and nothing typed is lost", async ({ page }) => {
    await page.goto("/espace/structure/fiche");
    await signIn(page, "membre@demo.example");
    await page.getByLabel("Présentation").fill("Des mots jamais enregistrés.");
    await page.getByRole("textbox", { name: /^Compétences/ }).fill("Enluminure");
    await page.getByRole("button", { name: "Prévisualiser" }).click();
    const preview = page.getByRole("complementary", { name: "Aperçu de la page publique" });
    await expect(preview).toContainText("Des mots jamais enregistrés.");
    await expect(preview).toContainText("Enluminure");
    await page.reload();
    await page.goto("/espace/structure/fiche");
    await expect(page.getByLabel("Présentation")).not.toHaveValue(/jamais enregistrés/);
  });
});
