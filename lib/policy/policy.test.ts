import { globSync, readFileSync } from "node:fs";
import { subject } from "@casl/ability";
import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { listMembers } from "#lib/structures/directory/queries";
import { actorOf } from "../../test/cast.ts";
import { can, permitted, readable, rightsOf } from "./ability.ts";
import { visitor } from "./actor.ts";
import { authorizationTable } from "./matrix/table.ts";
import { ROLES } from "./matrix/words.ts";
import { DOORS, EXPECTED } from "./matrix.ts";

const now = new Date();

/** Every function that reaches data from outside: exports of queries, commands, actions and routes. */
function doors(): string[] {
  const files = globSync(["lib/**/{queries,commands,actions}.ts", "app/**/route.{ts,tsx}"]);
  return files.flatMap((file) => {
    const code = readFileSync(file, "utf8");
    const names = [...code.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map((match) => match[1]);
    const renamed = [...code.matchAll(/^export \{ (.+) \};/gm)].flatMap((match) =>
      (match[1] ?? "").split(",").map((part) => part.trim().split(" as ").at(-1)),
    );
    return [...names, ...renamed]
      .filter((name) => name !== "dynamic" && name !== "runtime")
      .map((name) => `${file}#${name}`);
  });
}

/** Pages of the private areas that neither ask who is there nor ask for a right: a layout protects none. */
function unguarded(pages: { path: string; code: string }[]): string[] {
  return pages.filter(({ code }) => !/await require(Actor|Right)\(/.test(code)).map(({ path }) => path);
}

describe("the policy", () => {
  test("every query, command, action and route says what it asks of the policy", () => {
    expect(doors().sort()).toEqual(Object.keys(DOORS).sort());
  });

  test("a door that asks something has an expected answer for each role", () => {
    for (const demand of Object.values(DOORS)) {
      if ("everybody" in demand) continue;
      expect(EXPECTED).toContainEqual(
        expect.objectContaining({ intention: demand.intention, subject: demand.subject }),
      );
    }
  });

  test("every page of the private areas asks who is there", () => {
    const pages = globSync("app/{espace,comite}/**/page.tsx").map((path) => ({
      path,
      code: readFileSync(path, "utf8"),
    }));
    expect(pages.length).toBeGreaterThan(10);
    expect(unguarded(pages)).toEqual([]);
    expect(unguarded([{ path: "app/comite/open/page.tsx", code: "export default () => <Secrets />;" }])).toHaveLength(
      1,
    );
  });

  test("docs/authorization.md is the table of today (npm run docs:authorization)", () => {
    expect(readFileSync("docs/authorization.md", "utf8")).toBe(authorizationTable());
  });

  test("every role is tried with every intention of the table", () => {
    const pairs = ROLES.length * EXPECTED.length;
    process.stdout.write(`${pairs} (role, action) pairs tried, ${Object.keys(DOORS).length} doors\n`);
    const distinct = new Set(EXPECTED.map(({ intention, subject: name }) => `${intention} ${name}`));
    expect(distinct.size).toBe(EXPECTED.length);
  });

  test.each(ROLES)("%s may do what the table says, and nothing else of it", async (role) => {
    const actor = role === "visitor" ? visitor : await actorOf(role);
    for (const { intention, subject: name, roles } of EXPECTED) {
      expect(`${intention} ${name}: ${can(actor, intention, name, now)}`).toBe(
        `${intention} ${name}: ${roles.includes(role)}`,
      );
    }
  });

  test.each(ROLES)("what %s may read one by one is what the lists show", async (role) => {
    const actor = role === "visitor" ? visitor : await actorOf(role);
    const rights = rightsOf(actor, now);
    const agree = (
      name: "Structure" | "Event" | "NewsPost" | "Internship" | "Decision" | "MembershipApplication" | "Prospect",
      rows: { id: string }[],
      listed: { id: string }[],
    ) => {
      const allowed = rows.filter((row) => rights.can("read", subject(name, { ...row } as never)));
      expect(allowed.map((row) => row.id).sort()).toEqual(listed.map((row) => row.id).sort());
      expect(rows.length).toBeGreaterThan(0);
    };
    const client = db();
    // A draft: no hour of publication at all.
    const draft = { slug: `brouillon-${crypto.randomUUID()}`, title: "Brouillon", lead: "", body: "" };
    await client.newsPost.create({ data: draft, select: { id: true } });
    agree(
      "Structure",
      await client.structure.findMany(),
      await client.structure.findMany({ where: readable(actor, "Structure", now) }),
    );
    agree(
      "Event",
      await client.event.findMany(),
      await client.event.findMany({ where: readable(actor, "Event", now) }),
    );
    agree(
      "NewsPost",
      await client.newsPost.findMany(),
      await client.newsPost.findMany({ where: readable(actor, "NewsPost", now) }),
    );
    agree(
      "Internship",
      await client.internship.findMany(),
      await client.internship.findMany({ where: readable(actor, "Internship", now) }),
    );
    agree(
      "Decision",
      await client.decision.findMany(),
      await client.decision.findMany({ where: readable(actor, "Decision", now) }),
    );
    agree(
      "MembershipApplication",
      await client.membershipApplication.findMany(),
      await client.membershipApplication.findMany({ where: readable(actor, "MembershipApplication", now) }),
    );
    agree(
      "Prospect",
      await client.prospect.findMany(),
      await client.prospect.findMany({ where: readable(actor, "Prospect", now) }),
    );
  });

  test.each(ROLES)("a list of what %s may not read is empty, wherever its filter stands", async (role) => {
    const actor = role === "visitor" ? visitor : await actorOf(role);
    const closed = EXPECTED.filter(({ intention, roles }) => intention === "read" && !roles.includes(role));
    for (const { subject: name } of closed) {
      const model = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      const { count } = (db() as unknown as Record<string, { count: (args: object) => Promise<number> }>)[model] ?? {};
      const filter = readable(actor, name, now);
      for (const where of [filter, { AND: [filter] }, { AND: [{}, { AND: [filter, {}] }] }, { OR: [filter] }]) {
        expect(await count?.({ where }), name).toBe(0);
      }
    }
  });

  test("the directory, whose SQL is written by hand, shows exactly what a visitor may read", async () => {
    const allowed = await db().structure.findMany({
      where: readable(visitor, "Structure", now),
      select: { slug: true },
    });
    const listed: string[] = [];
    // The other tests' structures are in it too: more than a page of them.
    for (let page = 1; listed.length < allowed.length; page += 1) {
      const { items = [], total } = (await listMembers({}, { page, perPage: 100 }, now)) ?? {};
      expect(total).toBe(allowed.length);
      if (items.length === 0) break;
      listed.push(...items.map(({ slug }) => slug));
    }
    expect(listed.sort()).toEqual(allowed.map(({ slug }) => slug).sort());
  });

  test("without a right no row is kept, also where the filter stands among others", async () => {
    const nothing = permitted(visitor, "import", "Structure", now);
    expect(await db().structure.count({ where: nothing })).toBe(0);
    expect(await db().structure.count({ where: { AND: [{ status: "active" }, nothing] } })).toBe(0);
    await db().mail.create({
      data: { kind: "test", toAddress: "a@members.example", subject: "Test", text: "", html: "" },
    });
    expect(await db().mail.count({ where: { AND: [{}, readable(visitor, "Mail", now)] } })).toBe(0);
  });

  test("a right ends with the mandate that gave it", async () => {
    expect(can(await actorOf("formerLead"), "schedule", "Event", now)).toBe(false);
    const lead = await actorOf("lead");
    expect(lead.commissionsLed.map((commission) => commission.slug)).toEqual(["infrastructures-reseaux"]);
  });
});
