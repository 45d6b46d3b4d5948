import { afterEach, expect, test, vi } from "vitest";
import { db } from "#lib/platform/db";
import * as health from "./health/route.ts";
import * as ready from "./ready/route.ts";

afterEach(() => vi.restoreAllMocks());

test("the process says that it is up", async () => {
  const response = health.GET();
  expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
});

test("a migrated database makes it ready", async () => {
  expect((await ready.GET()).status).toBe(200);
});

test("a migration that is missing or half done makes it wait, and is named", async () => {
  const [last] = await db().$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1`;
  const all = await db().$queryRaw<{ name: string }[]>`SELECT migration_name AS name FROM _prisma_migrations`;
  vi.spyOn(db(), "$queryRaw").mockResolvedValue(all.filter(({ name }) => name !== last?.name));
  const response = await ready.GET();
  expect(response.status).toBe(503);
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  expect((await response.json()).detail).toContain(last?.name);
});

test("a database that is away makes it wait", async () => {
  vi.spyOn(db(), "$queryRaw").mockRejectedValue(new Error("connection refused"));
  expect((await ready.GET()).status).toBe(503);
});

test("a database that keeps silent makes it wait, two seconds at most", async () => {
  vi.spyOn(db(), "$queryRaw").mockReturnValue(new Promise(() => {}) as never);
  const begun = performance.now();
  expect((await ready.GET()).status).toBe(503);
  expect(performance.now() - begun).toBeLessThan(3_000);
});
