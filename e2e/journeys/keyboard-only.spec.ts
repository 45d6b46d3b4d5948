import { expect, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "a keyboard");

test("the first stop skips to the content, and every stop of the front page is seen", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Aller au contenu" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox")).toBeFocused();
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return "nothing";
      const marked = [focused, ...focused.querySelectorAll("*")].some((element) => {
        const style = getComputedStyle(element);
        const after = getComputedStyle(element, "::after");
        return [style, after].some(
          ({ outlineStyle, outlineWidth, strokeWidth }) =>
            (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || Number.parseFloat(strokeWidth) >= 3,
        );
      });
      return marked ? "marked" : focused.outerHTML.slice(0, 200);
    });
    expect(seen).toBe("marked");
  }
});

test("a supplier is found without a mouse", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("wifi");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/annuaire?q=wifi");
  const first = page.getByRole("list", { name: "Adhérents" }).getByRole("link").first();
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
