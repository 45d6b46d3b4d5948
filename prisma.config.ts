import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma's own engine is a download of another host's: ours speaks the same protocol from npm alone.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("./prisma/schema-engine.mjs", import.meta.url));

const url = process.env.DATABASE_ADMIN_URL ?? process.env.DATABASE_URL;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // Generating the client needs no database, and no address of one.
  ...(url ? { datasource: { url } } : {}),
});
