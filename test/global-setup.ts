import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { parseEnv } from "../lib/platform/env.ts";
import { migrate } from "../scripts/database/migrate.ts";
import { openDatabase, withClient } from "../scripts/database/open.ts";
import { root, run } from "../scripts/process.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server's owner, on its maintenance database. */
    serverUrl: string;
    /** The application's role, on the template. */
    applicationUrl: string;
  }
}

/** A throw-away PostgreSQL with one migrated and seeded database, to be cloned by each worker. */
export default async function setup(project: TestProject) {
  const folder = join(root, ".cache/test-data");
  await rm(folder, { recursive: true, force: true });
  const env = parseEnv({ DATA_DIR: folder });
  // What a power cut would lose is thrown away anyway.
  const database = await openDatabase(env, {
    flags: ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"],
  });
  await migrate(database);
  await run("node", ["--conditions=react-server", "prisma/seed/main.ts"], {
    env: { DATABASE_URL: database.url, DATABASE_ADMIN_URL: database.adminUrl, DEMO_LOAD: "1" },
    isQuiet: true,
  });
  const serverUrl = withDatabase(database.adminUrl, "postgres");
  // A template that somebody is connected to cannot be copied.
  await withClient(serverUrl, (client) => client.query("ALTER DATABASE tactic ALLOW_CONNECTIONS false"));
  project.provide("serverUrl", serverUrl);
  project.provide("applicationUrl", database.url);
  return async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
