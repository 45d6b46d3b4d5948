import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import type { Env } from "#lib/platform/env";
import { inUtc } from "#lib/platform/utc";
import { findRunningCluster, startCluster } from "../postgres/cluster.ts";
import { OperatorError } from "../process.ts";

const DATABASE = "tactic";
const APPLICATION_ROLE = "tactic_app";

export interface Database {
  /** The application's role: rows, not tables. */
  url: string;
  /** The owner: migrations. */
  adminUrl: string;
  isEmbedded: boolean;
  close: () => Promise<void>;
  /** Settles, with a reason, when the embedded server ends before the portal; never for another's server. */
  lost: Promise<string>;
}

const NEVER = new Promise<string>(() => undefined);

/**
 * The database that the environment names, or the embedded one of `DATA_DIR`, started here.
 *
 * @throws OperatorError with one line when it does not answer
 */
export async function openDatabase(env: Env, { flags }: { flags?: string[] } = {}): Promise<Database> {
  if (env.DATABASE_URL) return externalDatabase(env.DATABASE_URL, env.DATABASE_ADMIN_URL);
  const folder = embeddedFolder(env);
  const cluster = await startCluster(folder, flags ? { flags } : {});
  try {
    const url = await prepareEmbedded(folder, cluster.urlOf);
    return { url, adminUrl: cluster.urlOf(DATABASE), isEmbedded: true, close: cluster.stop, lost: cluster.ended };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** The same, beside a portal that may be running: its server is used, or one is started for a while. */
export async function joinDatabase(env: Env): Promise<Database> {
  if (env.DATABASE_URL) return externalDatabase(env.DATABASE_URL, env.DATABASE_ADMIN_URL);
  const folder = embeddedFolder(env);
  const urlOf = await findRunningCluster(folder);
  if (!urlOf) return openDatabase(env);
  return {
    url: applicationUrl(folder, urlOf),
    adminUrl: urlOf(DATABASE),
    isEmbedded: true,
    close: async () => undefined,
    lost: NEVER,
  };
}

async function externalDatabase(url: string, adminUrl = url): Promise<Database> {
  // The application's own role may not be allowed in before the migrations.
  await mustAnswer(adminUrl);
  return { url, adminUrl, isEmbedded: false, close: async () => undefined, lost: NEVER };
}

/** @throws OperatorError when nobody answers at this address; it names the host alone, as the rest is secret */
export async function mustAnswer(url: string): Promise<void> {
  await withClient(url, async () => undefined).catch((error: unknown) => {
    const { host } = new URL(url);
    throw new OperatorError(`La base de données ${host} (DATABASE_URL) ne répond pas\u202f: ${reasonOf(error)}`);
  });
}

function embeddedFolder(env: Env): string {
  return join(resolve(env.DATA_DIR), "postgres");
}

async function prepareEmbedded(folder: string, urlOf: (database: string) => string): Promise<string> {
  const password = applicationPassword(folder);
  await withClient(urlOf("postgres"), async (client) => {
    const { rows } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rows.length > 0) return;
    await client
      .query(`CREATE ROLE ${APPLICATION_ROLE} LOGIN PASSWORD ${pg.escapeLiteral(password)}`)
      .catch((error: unknown) => {
        if (codeOf(error) !== "42710") throw error; // the role is there: only the database was not made yet
      });
    await client.query(`CREATE DATABASE ${DATABASE}`);
  });
  return applicationUrl(folder, urlOf);
}

function applicationUrl(folder: string, urlOf: (database: string) => string): string {
  const url = new URL(urlOf(DATABASE));
  url.username = APPLICATION_ROLE;
  url.password = applicationPassword(folder);
  return url.href;
}

function applicationPassword(folder: string): string {
  const file = join(folder, "application-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** Runs `use` with a connection of its own. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inUtc(url), connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error && error.message) || codeOf(error) || "raison inconnue";
}

function codeOf(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : undefined;
}
