import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "../lib/platform/env.ts";
import { joinDatabase } from "../scripts/database/open.ts";
import { freePort } from "../scripts/postgres/cluster.ts";
import { exitOf, root } from "../scripts/process.ts";
import { untilReady } from "../scripts/ready.ts";

export interface Server {
  url: string;
  process: ChildProcess;
  /** Asks it to stop, and gives its exit code. */
  stop: () => Promise<number>;
}

/**
 * One more web server of the portal that runs on `folder`, as on another machine: it shares the database and
 * nothing else.
 */
export async function startSecondServer(folder: string, settings: Record<string, string> = {}): Promise<Server> {
  const { url: databaseUrl } = await joinDatabase(parseEnv({ DATA_DIR: folder }));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const secret = readFileSync(join(folder, "auth-secret"), "utf8");
  const child = spawn("node", ["server.mjs"], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      PORT: String(port),
      APP_URL: url,
      AUTH_SECRET: secret,
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: url,
      LOG_LEVEL: "error",
      ...settings,
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const stop = () => {
    const gone = exitOf(child);
    child.kill("SIGTERM");
    return gone;
  };
  try {
    await untilReady(child, url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, process: child, stop };
}
