import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { db } from "./db.ts";
import { log } from "./log.ts";

/** Whoever asks (a load balancer) asks again soon: better no than late. In milliseconds. */
const PATIENCE = 2_000;

const migrationRows = z.array(z.object({ name: z.string() }));

/**
 * Why the portal cannot answer yet, in a sentence; null when it can. The database must be reachable
 * and hold every migration of this version.
 */
export async function findObstacle(): Promise<string | null> {
  const applied = await Promise.race([appliedMigrations(), setTimeout(PATIENCE, null, { ref: false })]);
  if (!applied) return "La base de données ne répond pas, ou n’a reçu aucune migration.";
  const missing = (await expectedMigrations()).filter((name) => !applied.has(name));
  if (missing.length > 0) return `Des migrations ne sont pas appliquées\u202f: ${missing.join(", ")}.`;
  return null;
}

async function appliedMigrations(): Promise<Set<string> | null> {
  try {
    const rows = await db().$queryRaw`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    return new Set(migrationRows.parse(rows).map(({ name }) => name));
  } catch (error) {
    log.warn({ stack: error instanceof Error ? error.stack : String(error) }, "the database does not answer");
    return null;
  }
}

async function expectedMigrations(): Promise<string[]> {
  const entries = await readdir(path.join(process.cwd(), "prisma", "migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
