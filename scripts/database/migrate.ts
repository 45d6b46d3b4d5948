import { readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { inUtc } from "#lib/platform/utc";
import { root, run } from "../process.ts";
import { type Database, mustAnswer, withClient } from "./open.ts";

/**
 * Applies the migrations that the database lacks, and gives the application's role its rights. Asks
 * the database first: Prisma's command line takes seconds to find out that there is nothing to do.
 *
 * @throws OperatorError when a migration fails or the application's role cannot enter
 */
export async function migrate({ url, adminUrl }: Database): Promise<void> {
  if (await lacksMigrations(adminUrl)) {
    await run("prisma", ["migrate", "deploy"], {
      env: { DATABASE_ADMIN_URL: adminUrl, DATABASE_URL: url },
      isQuiet: true,
    });
  }
  await migrateJobs(adminUrl);
  await grantRights(adminUrl, new URL(url).username);
  await mustAnswer(url);
}

/** The job queue keeps its tables in a schema of its own, and migrates them itself. */
async function migrateJobs(adminUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: inUtc(adminUrl),
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
}

async function lacksMigrations(adminUrl: string): Promise<boolean> {
  const wanted = readdirSync(join(root, "prisma/migrations"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return withClient(adminUrl, async (client) => {
    const { rows: tables } = await client.query("SELECT to_regclass('public._prisma_migrations') AS found");
    if (!tables[0].found) return true;
    const { rows } = await client.query(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Set(rows.map((row) => row.migration_name));
    return wanted.some((entry) => !applied.has(entry.name));
  });
}

/** Rows, not tables; and of the audit log only new rows: what was done cannot be undone from the application. */
async function grantRights(adminUrl: string, role: string): Promise<void> {
  if (role === new URL(adminUrl).username) return;
  const name = pg.escapeIdentifier(decodeURIComponent(role));
  const database = pg.escapeIdentifier(decodeURIComponent(new URL(adminUrl).pathname.slice(1)));
  await withClient(adminUrl, async (client) => {
    await client.query(`
      BEGIN;
      GRANT CONNECT ON DATABASE ${database} TO ${name};
      GRANT USAGE ON SCHEMA public TO ${name};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${name};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${name};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${name};
      GRANT USAGE ON SCHEMA pgboss TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${name};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO ${name};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${name};
      REVOKE UPDATE, DELETE ON audit_entry FROM ${name};
      REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${name};
      COMMIT;`);
  });
}
