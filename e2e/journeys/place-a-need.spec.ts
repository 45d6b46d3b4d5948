import { expect, expectAccessible, lastMail, mailsTo, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough");

const LEAD = "responsable@demo.example";
const BUYER = "acheteur6@demo.example";

test("a lead finds a member for a need that nobody took, and its buyer is told", async ({ page }) => {
  const before = (await mailsTo(BUYER)).length;
  await page.goto("/espace");
  await signIn(page, LEAD);
  await page.getByRole("link", { name: /sans adhérent/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Besoins à placer");
  await expectAccessible(page);
  const need = page.getByRole("article", { name: /Brasserie du Terroir/ });
  await expect(need.getByText(/Gohelle Systèmes.*sans réponse/)).toBeVisible();
  await expect(need.getByText(BUYER)).toBeVisible();

  // Nobody is chosen yet.
  await need.getByRole("button", { name: "Proposer à cet adhérent" }).click();
  await expect(need.getByLabel("Quel adhérent ?")).toHaveAccessibleDescription(/Choisissez un adhérent/);

  const [best = ""] = await need.getByRole("option", { name: /répond à ce besoin/ }).allTextContents();
  await need.getByLabel("Quel adhérent ?").selectOption({ label: best });
  await need.getByRole("button", { name: "Proposer à cet adhérent" }).click();
  await expect(page.getByText("C’est envoyé")).toBeVisible();
  const member = best.replace(" (répond à ce besoin)", "");
  await expect(need.getByText(new RegExp(`${member}.*réponse attendue avant`))).toBeVisible();
  const told = await lastMail(BUYER, /Votre besoin est proposé à/, before);
  expect(told.text).toContain(member);

  // It waits for the member now, not for the lead.
  await page.goto("/espace");
  await expect(page.getByRole("link", { name: /sans adhérent/ })).toBeHidden();
});
