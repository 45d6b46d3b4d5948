import { defineConfig } from "@playwright/test";

/** Journeys in a real browser, against the production server that `scripts/test.ts` started. */
export default defineConfig({
  testDir: "e2e/journeys",
  outputDir: ".cache/e2e",
  fullyParallel: true,
  workers: 2,
  // On a machine shared with others a browser may starve: what passes only the second time is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  // A journey is as long as it needs; a step that does not come is given up much sooner.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: process.env.REPORT_FILE ?? ".cache/playwright.json" }]],
  use: {
    baseURL: process.env.E2E_URL,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: ["--no-sandbox", "--disable-gpu"],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
});
