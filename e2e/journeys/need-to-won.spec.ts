import { asAHuman, expect, expectAccessible, lastMail, linkIn, mailsTo, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough");

const TEXT = "Plus personne ne s’occupe de nos ordinateurs : il nous faut une sauvegarde et quelqu’un à appeler.";
const MEMBER = "membre@demo.example";

test("a buyer tells a need, confirms it by mail, hears from a member and says who won", async ({ page, browser }) => {
  // Of its own: a second try of the journey reads no mail of the first.
  const buyer = `odile-${Date.now().toString(36)}@acheteur.example`;
  const received = (await mailsTo(MEMBER)).length;
  await page.goto("/besoins/nouveau");
  await expectAccessible(page);
  await asAHuman(page);
  await page.getByLabel("Quel est votre besoin ?").pressSequentially(TEXT, { delay: 2 });
  await page.getByLabel("Votre commune").fill("Arras");
  // Suggestions come while typing, with why.
  const scarpe = page.getByRole("checkbox", { name: /Scarpe Informatique/ });
  await scarpe.check();
  await expect(page.getByText(/Parce que/).first()).toBeVisible();
  await page.getByLabel("Votre nom").fill("Odile Delattre");
  await page.getByLabel("Votre adresse e-mail").fill(buyer);
  // Without consent nothing leaves, and nothing typed is lost.
  await page.getByRole("button", { name: "Recevoir le lien de confirmation" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "n’est pas partie" })).toContainText("Cochez cette case");
  await expect(page.getByLabel("Quel est votre besoin ?")).toHaveValue(TEXT);
  await expect(scarpe).toBeChecked();
  await page.getByRole("checkbox", { name: /J’accepte/ }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Recevoir le lien de confirmation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ouvrez votre boîte");

  const confirmation = await lastMail(buyer, /Confirmez votre demande/);
  expect(
    (await mailsTo(MEMBER)).slice(received).filter(({ subject }) => subject?.includes("Un besoin pour vous")),
  ).toEqual([]);
  await page.goto(linkIn(confirmation, "/besoins/confirmer/"));
  await expect(page.getByText(TEXT)).toBeVisible();
  await page.getByRole("button", { name: "Confirmer et envoyer" }).click();
  await expect(page).toHaveURL(/\/besoins\/suivi\//);
  await expect(page.getByText(/Réponse promise avant le/)).toBeVisible();
  await expectAccessible(page);
  const followed = linkIn(await lastMail(buyer, /Votre demande est partie/), "/besoins/suivi/");

  const member = await (await browser.newContext()).newPage();
  await member.goto(linkIn(await lastMail(MEMBER, /Un besoin pour vous/, received), "/espace/besoins/"));
  await signIn(member, MEMBER);
  await expect(member.getByText(TEXT)).toBeVisible();
  await expect(member.getByText(buyer)).toBeHidden();
  await member.getByLabel("J’ai d’abord une question").check();
  await member.getByLabel(/Votre question/).fill("Combien de postes avez-vous ?");
  await member.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(member.getByRole("heading", { level: 1 })).toHaveText("Question posée");
  await expectAccessible(member);

  await page.goto(linkIn(await lastMail(buyer, /vous pose une question/), "/besoins/suivi/"));
  await expect(page.getByText("Combien de postes avez-vous ?")).toBeVisible();
  await page.getByLabel("Écrire à Scarpe Informatique").fill("Huit postes et un serveur.");
  await page.getByRole("button", { name: "Envoyer le message" }).click();
  await expect(page.getByText("Huit postes et un serveur.")).toBeVisible();

  await lastMail(MEMBER, /Une réponse de l’acheteur/, received);
  await member.reload();
  await expect(member.getByText("Huit postes et un serveur.")).toBeVisible();
  await member.getByLabel(/Cela nous intéresse/).check();
  await member.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(member.getByText(buyer)).toBeVisible();

  await lastMail(buyer, /est intéressé par votre besoin/);
  await page.goto(followed);
  await expect(page.getByText(/vous avez ses coordonnées/)).toBeVisible();
  await page.getByLabel("Un adhérent du club").check();
  await page.getByLabel("Si c’est un adhérent, lequel ?").selectOption({ label: "Scarpe Informatique" });
  await page.getByRole("button", { name: "Clore ce besoin" }).click();
  await expect(page.getByText("Vous l’avez retenu.")).toBeVisible();
  await lastMail(MEMBER, /Vous êtes retenu/, received);
  await member.goto("/espace/besoins");
  await expect(member.getByText("Retenu").first()).toBeVisible();
  await expectAccessible(member);
});

test("a member says which needs it wants", async ({ page }) => {
  await page.goto("/espace/besoins/preferences");
  await signIn(page, MEMBER);
  await expectAccessible(page);
  await page.getByLabel(/Combien de besoins par mois/).fill("0");
  await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Vos choix" })).toContainText("de 1 à 100");
  await page.getByLabel(/Combien de besoins par mois/).fill("20");
  await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await expect(page.getByText("Vos choix sont enregistrés.")).toBeVisible();
});

test("somebody else's link and somebody else's need are nothing", async ({ page }) => {
  for (const path of ["/besoins/suivi/abc.def", "/besoins/confirmer/abc.def"]) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
  await page.goto("/espace/besoins/01a20e2c-cdd3-71f5-a69f-430cd09fa7a0");
  await signIn(page, MEMBER);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/Besoin/);
});

test("another site may show the form in a frame, and no other page", async ({ page }) => {
  const framed = await page.goto("/besoins/encart");
  expect(framed?.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(framed?.headers()["x-frame-options"]).toBeUndefined();
  await expect(page.getByLabel("Quel est votre besoin ?")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Rubriques" })).toBeHidden();
  const other = await page.goto("/besoins/nouveau");
  expect(other?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(other?.headers()["x-frame-options"]).toBe("DENY");
  await page.goto("/besoins/integrer");
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("suggestions come by a button, what is wrong stands beside its field, and the need is sent", async ({
    page,
  }) => {
    await page.goto("/besoins/nouveau");
    await page.getByLabel("Quel est votre besoin ?").fill("Le wifi ne passe pas dans notre atelier");
    await page.getByLabel("Votre commune").fill("Lens");
    await page.getByRole("button", { name: "Voir qui peut répondre" }).click();
    await page.getByRole("checkbox", { name: /Terril Réseaux/ }).check();
    await page.getByLabel("Votre nom").fill("Paul Lemaire");
    await page.getByLabel("Votre adresse e-mail").fill("paul");
    await page.getByRole("checkbox", { name: /J’accepte/ }).check();
    await page.getByRole("button", { name: "Recevoir le lien de confirmation" }).click();
    await expect(page.getByLabel("Votre adresse e-mail")).toHaveAccessibleDescription(/adresse e-mail complète/);
    await expect(page.getByLabel("Quel est votre besoin ?")).toHaveValue("Le wifi ne passe pas dans notre atelier");
    await expect(page.getByRole("checkbox", { name: /Terril Réseaux/ })).toBeChecked();
    await asAHuman(page);
    await page.getByLabel("Votre adresse e-mail").fill("paul@acheteur.example");
    await page.getByRole("checkbox", { name: /J’accepte/ }).check();
    await page.getByRole("button", { name: "Recevoir le lien de confirmation" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ouvrez votre boîte");
    await lastMail("paul@acheteur.example", /Confirmez votre demande/);
  });

  for (const [what, text, words] of [
    ["another trade", "je cherche un plombier pour une fuite sous l’évier", "Ce n’est pas le métier du club"],
    ["another language", "we are looking for a good lawyer in the city", "Écrivez-nous en français"],
    ["only pictures", "😀😀😀😀😀😀😀😀😀😀", "Il nous faut quelques mots"],
  ] as const) {
    test(`${what} gets a kind word and nobody`, async ({ page }) => {
      await page.goto("/besoins/nouveau");
      await page.getByLabel("Quel est votre besoin ?").fill(text);
      await page.getByRole("button", { name: "Voir qui peut répondre" }).click();
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByText("Qui peut vous répondre")).toBeHidden();
      await expect(page.getByLabel("Quel est votre besoin ?")).toHaveValue(text);
    });
  }
});
