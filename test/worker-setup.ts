import pg from "pg";
import { inject } from "vitest";

const name = `test_w${process.env.VITEST_POOL_ID}`;

/** This worker's own copy of the seeded database, made at its first test file. */
const client = new pg.Client({ connectionString: inject("serverUrl") });
await client.connect();
const { rows } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
if (rows.length === 0) await client.query(`CREATE DATABASE ${name} TEMPLATE tactic STRATEGY file_copy`);
await client.end();

process.env.DATABASE_URL = at(inject("applicationUrl"));
process.env.DATABASE_ADMIN_URL = at(inject("serverUrl"));
process.env.AUTH_SECRET ??= "a secret that only the tests know, 32+";
process.env.APP_URL ??= "http://portal.example";

function at(url: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
