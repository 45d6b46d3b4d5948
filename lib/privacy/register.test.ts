import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { NOT_PERSONAL, REGISTER } from "./register.ts";

const owner = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

/** Every foreign key to `person`, and every column whose name says that it holds an e-mail address. */
const PERSONAL_COLUMNS = `
  SELECT c.conrelid::regclass::text || '.' || a.attname AS name
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
   WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass
  UNION
  SELECT table_name || '.' || column_name FROM information_schema.columns
   WHERE table_schema = 'public' AND data_type IN ('text', 'ARRAY') AND column_name ~* '(e_?mails?|toaddress)$'`;

async function personalColumns(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(PERSONAL_COLUMNS);
  return rows.map(({ name }) => name.replaceAll('"', "")).sort();
}

describe("the register of personal data", () => {
  test("answers for every column of the database that tells of a person, and for none that is gone", async () => {
    const answered = [...REGISTER.flatMap(({ covers }) => covers), ...Object.keys(NOT_PERSONAL)];
    // Found by no name: an address is a part of the key.
    const found = [...(await personalColumns()), "throttle.key"];
    expect(found.length).toBeGreaterThan(12);
    expect(answered.sort()).toEqual(found.sort());
  });

  test("would see a table that somebody forgets", async () => {
    await owner.query("BEGIN");
    await owner.query(`CREATE TABLE forgotten (who uuid REFERENCES person (id), "replyEmail" text)`);
    const found = await personalColumns();
    await owner.query("ROLLBACK");
    expect(found).toContain("forgotten.who");
    expect(found).toContain("forgotten.replyEmail");
  });

  test("says of each what is erased, or why it stays", () => {
    for (const { name, erase, kept } of REGISTER) expect(`${name}: ${Boolean(erase ?? kept)}`).toBe(`${name}: true`);
  });

  test("gives each a key of its own, and a word for each fact", () => {
    expect(new Set(REGISTER.map(({ name }) => name)).size).toBe(REGISTER.length);
  });
});

test("counted tries are one's own: a longer address that ends like it is somebody else's", async () => {
  const [id, email] = [crypto.randomUUID(), `ean-${crypto.randomUUID()}@people.example`];
  const [own, others] = [
    [`sign-in ${email} 900`, `link:${email}`, `second-factor ${id} 60`],
    [`sign-in j${email} 900`],
  ];
  const resetsAt = new Date(Date.now() + 60_000);
  await db().throttle.createMany({ data: [...own, ...others].map((key) => ({ key, count: 1, resetsAt })) });
  const attempts = REGISTER.find(({ name }) => name === "attempts");
  expect(await attempts?.read(db(), { id, email })).toHaveLength(own.length);
  await attempts?.erase?.(db(), { id, email }, new Date());
  const left = await db().throttle.findMany({ where: { key: { in: [...own, ...others] } }, select: { key: true } });
  expect(left.map(({ key }) => key)).toEqual(others);
});
