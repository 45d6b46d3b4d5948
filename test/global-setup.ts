import type { TestProject } from "vitest/node";
import { parseEnv } from "#lib/platform/env";
import { migrate } from "../scripts/database/migrate.ts";
import { type Database, openDatabase, withClient } from "../scripts/database/open.ts";
import { throwAwayFolder } from "../scripts/folder.ts";
import { run } from "../scripts/process.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The server's owner, on its maintenance database. */
    serverUrl: string;
    /** The application's role, on the template. */
    applicationUrl: string;
  }
}

// What a power cut would lose is thrown away anyway.
const FLAGS = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"];

/** A throw-away PostgreSQL with one migrated and seeded database, to be cloned by each worker. */
export default async function setup(project: TestProject) {
  const { folder, remove } = await throwAwayFolder("unit");
  const database = await openDatabase(parseEnv({ DATA_DIR: folder }), { flags: FLAGS });
  const tearDown = async () => {
    await database.close();
    await remove();
  };
  try {
    const serverUrl = await prepareTemplate(database, folder);
    project.provide("serverUrl", serverUrl);
    project.provide("applicationUrl", database.url);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

async function prepareTemplate(database: Database, folder: string): Promise<string> {
  await migrate(database);
  await run("node", ["--conditions=react-server", "prisma/seed/main.ts"], {
    env: { DATABASE_URL: database.url, DATABASE_ADMIN_URL: database.adminUrl, DEMO_LOAD: "1", DATA_DIR: folder },
    isQuiet: true,
  });
  const serverUrl = withDatabase(database.adminUrl, "postgres");
  // A template that somebody is connected to cannot be copied.
  await withClient(serverUrl, (client) => client.query("ALTER DATABASE tactic ALLOW_CONNECTIONS false"));
  return serverUrl;
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
