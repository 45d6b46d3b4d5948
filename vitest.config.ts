import { defineConfig } from "vitest/config";

/** Unit and integration tests, on a real PostgreSQL: each worker has a clone of one seeded database. */
export default defineConfig({
  // `server-only` throws elsewhere; more conditions than this one break `pg`.
  ssr: { resolve: { conditions: ["react-server"] } },
  test: {
    include: [
      "lib/**/*.test.ts",
      "prisma/**/*.test.ts",
      "scripts/**/*.test.ts",
      "test/**/*.test.ts",
      "app/**/*.test.ts",
      "components/**/*.test.ts",
    ],
    globalSetup: ["test/global-setup.ts"],
    setupFiles: ["test/worker-setup.ts"],
    maxWorkers: 2,
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: process.env.REPORT_FILE ?? ".cache/vitest.json" }]],
  },
});
