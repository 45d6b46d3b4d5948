import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDb } from "./db.ts";
import { inUtc } from "./utc.ts";

const owner = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
const name = `paris_${randomUUID().slice(0, 8)}`;
const url = new URL(process.env.DATABASE_ADMIN_URL ?? "");
url.pathname = `/${name}`;

/** The hour that Paris skips in March, the one it lives twice in October, and an ordinary one. */
const INSTANTS = [
  "2027-03-28T02:30:00.000Z",
  "2027-10-31T00:30:00.000Z",
  "2027-10-31T01:30:00.000Z",
  "2027-07-01T12:00:00.000Z",
];

beforeAll(async () => {
  await owner.connect();
  await owner.query(`CREATE DATABASE ${name}`);
  await owner.query(`ALTER DATABASE ${name} SET timezone = 'Europe/Paris'`);
});
afterAll(async () => {
  await owner.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await owner.end();
});

describe("in a database whose own zone is Paris's", () => {
  test("an instant is the same to Prisma and to SQL, on both sides of the change", async () => {
    const db = createDb(url.href);
    await db.$executeRaw`CREATE TABLE instants (at timestamptz(3))`;
    for (const instant of INSTANTS) await db.$executeRaw`INSERT INTO instants VALUES (${new Date(instant)})`;
    const byPrisma = await db.$queryRaw<{ at: Date }[]>`SELECT at FROM instants ORDER BY at`;
    expect(byPrisma.map(({ at }) => at.toISOString())).toEqual([...INSTANTS].sort());
    const bySql = await db.$queryRaw<{ second: number }[]>`
      SELECT extract(epoch FROM at)::float8 AS second FROM instants ORDER BY at`;
    expect(bySql.map(({ second }) => new Date(second * 1_000).toISOString())).toEqual([...INSTANTS].sort());
    await db.$disconnect();
  });

  test("what the address asks besides is kept", async () => {
    const client = new pg.Client({
      connectionString: inUtc(`${url.href}?options=-c%20work_mem%3D5MB&application_name=x`),
    });
    await client.connect();
    const { rows } = await client.query(
      "SELECT current_setting('timezone') AS zone, current_setting('work_mem') AS memory, current_setting('application_name') AS name",
    );
    await client.end();
    expect(rows).toEqual([{ zone: "UTC", memory: "5MB", name: "x" }]);
  });
});
