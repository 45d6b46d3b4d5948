import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withClient } from "../database/open.ts";
import { isAlive, root } from "../process.ts";
import { findRunningCluster, removeCluster, startCluster } from "./cluster.ts";

const folder = join(root, ".cache/data", `cluster-test-${process.pid}`);
const lock = join(folder, "cluster/postmaster.pid");

afterAll(() => removeCluster(folder));

test("a cluster is made in UTF-8 whatever the shell says, and stopped cleanly", async () => {
  const cluster = await startCluster(folder);
  const { rows } = await withClient(cluster.urlOf("postgres"), (client) =>
    client.query("SELECT lower('ÉÀ') AS lower, current_setting('server_encoding') AS encoding"),
  );
  expect(rows).toEqual([{ lower: "éà", encoding: "UTF8" }]);
  await cluster.stop();
  expect(existsSync(lock)).toBe(false);
});

test("a server whose parent was killed is stopped and replaced; what it committed is there", async () => {
  const parent = spawn("node", ["--input-type=module", "--eval", STARTS_AND_WAITS, folder], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(parent.stdout, "data");
  const orphan = Number(readFileSync(lock, "utf8").split("\n")[0]);
  parent.kill("SIGKILL");
  await once(parent, "exit");
  expect(isAlive(orphan)).toBe(true);
  expect(await findRunningCluster(folder)).not.toBeNull();

  const cluster = await startCluster(folder);
  expect(isAlive(orphan)).toBe(false);
  const { rows } = await withClient(cluster.urlOf("postgres"), (client) => client.query("SELECT 1 AS kept FROM kept"));
  expect(rows).toEqual([{ kept: 1 }]);
  await cluster.stop();
});

test("a stale lock, even with the number of somebody else's process, is ignored", async () => {
  writeFileSync(lock, `${process.pid}\n${join(folder, "elsewhere")}\n0\n1\n`);
  const cluster = await startCluster(folder);
  expect(isAlive(process.pid)).toBe(true);
  await cluster.stop();
  expect(await findRunningCluster(folder)).toBeNull();
});

const STARTS_AND_WAITS = `
  import { startCluster } from "./scripts/postgres/cluster.ts";
  import { withClient } from "./scripts/database/open.ts";
  const cluster = await startCluster(process.argv[1]);
  await withClient(cluster.urlOf("postgres"), (client) => client.query("CREATE TABLE kept AS SELECT 1 AS kept"));
  console.log("ready");
  setInterval(() => undefined, 1_000);
`;
