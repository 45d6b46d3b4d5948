import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "./process.ts";

const folder = mkdtempSync(join(tmpdir(), "start-"));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = "a secret that only the tests know, 32+";

test.each([
  ["a wrong variable", { PORT: "many" }, "PORT"],
  ["half a group of variables", { S3_BUCKET: "club" }, "S3_ENDPOINT"],
  ["a database without a secret", { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/x" }, "AUTH_SECRET"],
  [
    "a database that does not answer",
    { PORT: "45871", DATABASE_URL: "postgresql://a:hidden@127.0.0.1:1/x", AUTH_SECRET: SECRET },
    "127.0.0.1:1",
  ],
])("%s stops the start with one clear line", (_, variables, named) => {
  expectOneLine(start(variables), named);
});

test("a port in use stops the start with one clear line", async () => {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  // Not spawnSync's event loop that holds the port, but the kernel.
  expectOneLine(start({ PORT: port }), port);
  server.close();
  expect(existsSync(join(folder, "postgres"))).toBe(false);
});

function expectOneLine({ status, stdout, stderr }: ReturnType<typeof start>, named: string) {
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain(named);
  expect(stderr).not.toContain("hidden");
}

function start(variables: Record<string, string>) {
  const { PATH, HOME } = process.env;
  const env = { NODE_ENV: "production", PATH, HOME, DATA_DIR: folder, ...variables } as const;
  return spawnSync("node", ["scripts/start.ts"], { cwd: root, encoding: "utf8", env });
}
