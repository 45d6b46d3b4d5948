import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "../lib/platform/env.ts";
import { buildIfNeeded } from "../scripts/build.ts";
import { joinDatabase } from "../scripts/database/open.ts";
import { freePort } from "../scripts/postgres/cluster.ts";
import { exitOf, root, start } from "../scripts/process.ts";
import { untilReady } from "../scripts/ready.ts";

export interface Portal {
  url: string;
  /** Its DATA_DIR. */
  folder: string;
  databaseUrl: string;
  adminUrl: string;
  /** Processor seconds that its web server has used. */
  cpuSeconds: () => Promise<number>;
  stop: () => Promise<void>;
}

/** A production portal of its own, with demonstration data, on a throw-away folder. */
export async function startPortal(): Promise<Portal> {
  await buildIfNeeded();
  const folder = join(root, ".cache/bench-data");
  await rm(folder, { recursive: true, force: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const token = randomBytes(16).toString("hex");
  const settings = {
    PORT: String(port),
    DATA_DIR: folder,
    APP_URL: url,
    LOG_LEVEL: "silent",
    DATABASE_URL: "",
    DEMO: "",
    METRICS_TOKEN: token,
    // As behind one proxy: visitors are told apart by what it says.
    TRUSTED_PROXIES: "1",
  };
  const child = start("node", ["scripts/start.ts"], { env: settings, isQuiet: true });
  await untilReady(child, url);
  const database = await joinDatabase(parseEnv({ DATA_DIR: folder }));
  const stop = async () => {
    const gone = exitOf(child);
    child.kill("SIGTERM");
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  const cpuSeconds = async () => {
    const answer = await fetch(`${url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
    return Number(/^process_cpu_seconds_total (.+)$/m.exec(await answer.text())?.[1]);
  };
  return { url, folder, databaseUrl: database.url, adminUrl: database.adminUrl, cpuSeconds, stop };
}
