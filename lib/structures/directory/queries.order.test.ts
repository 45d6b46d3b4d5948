import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { listMembers } from "./queries.ts";
import { type DirectoryFilter, directoryPage } from "./schema.ts";

const now = new Date("2026-11-24T09:00:00Z");
const city = "marche-aux-ordres";
const COUNT = 23;

beforeAll(async () => {
  for (let n = 0; n < COUNT; n += 1) {
    // All alike: equal ranks must not make a walk lose or repeat anybody.
    await addStructure({ name: `Ordonnance ${n}`, city: "Marché-aux-Ordres", description: "Vrombitude." });
  }
});
afterAll(removeOwnStructures);

const FILTERS: { way: string; filter: DirectoryFilter }[] = [
  { way: "in the day's shuffle", filter: { city } },
  { way: "best match first", filter: { city, q: "vrombitude" } },
];

describe.each(FILTERS)("a list $way", ({ filter }) => {
  test.each([1, 4, 7, 23, 100])("walked by key, %i at a time, shows everybody once and in order", async (perPage) => {
    const whole = await slugs(filter, { perPage: "100" });
    expect(whole.length).toBe(COUNT);
    expect(await walked(filter, perPage)).toEqual(whole);
  });

  test("read by numbered pages is the same list", async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => slugs(filter, { perPage: "7", page: String(page) })));
    expect(pages.map((page) => page.length)).toEqual([7, 7, 7, 2]);
    expect(pages.flat()).toEqual(await slugs(filter, { perPage: "100" }));
  });

  test("gives the whole total on each page, and none of its members past the end", async () => {
    const past = await listMembers(filter, directoryPage.parse({ page: "9", perPage: "7" }), now);
    expect(past).toMatchObject({ items: [], total: COUNT, next: null });
  });

  test("is refused deeper than a thousand rows", async () => {
    expect(await listMembers(filter, directoryPage.parse({ page: "1000000000" }), now)).toBeNull();
    expect(await listMembers(filter, directoryPage.parse({ page: "11", perPage: "100" }), now)).toBeNull();
    expect(await listMembers(filter, directoryPage.parse({ page: "10", perPage: "100" }), now)).not.toBeNull();
  });
});

describe("the day's shuffle", () => {
  const at = async (instant: string) => {
    const list = await listMembers({ city }, directoryPage.parse({ perPage: "100" }), new Date(instant));
    return list?.items.map(({ slug }) => slug) ?? [];
  };

  test("is one for everybody, from midnight to midnight in Paris", async () => {
    const morning = await at("2026-11-23T23:00:00Z");
    expect(await at("2026-11-24T11:00:00Z")).toEqual(morning);
    expect(await at("2026-11-24T22:59:59Z")).toEqual(morning);
    expect(await at("2026-11-24T23:00:00Z")).not.toEqual(morning);
  });

  test("differs from one day to the next, begins elsewhere each week, and shows the same members", async () => {
    const days = Array.from({ length: 30 }, (_, n) => new Date(Date.UTC(2026, 10, 1 + n, 12)).toISOString());
    const orders = await Promise.all(days.map(at));
    const written = orders.map((order) => order.join());
    for (const [day, order] of written.entries()) expect(written.slice(Math.max(0, day - 6), day)).not.toContain(order);
    expect(new Set(written).size).toBeGreaterThanOrEqual(14);
    const everybody = [...(orders[0] ?? [])].sort();
    for (const order of orders) expect([...order].sort()).toEqual(everybody);
  });

  test("brings many to the top in turn", async () => {
    const days = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2026, 8, 1 + n, 12)).toISOString());
    const first = (await Promise.all(days.map(at))).map(([slug]) => slug);
    expect(new Set(first).size).toBeGreaterThan(COUNT / 2);
  });

  test("goes on, for who walks past midnight, in the order of the day it began", async () => {
    const evening = new Date("2026-11-24T22:59:00Z");
    const begun = await listMembers({ city }, directoryPage.parse({ perPage: "10" }), evening);
    const after = directoryPage.parse({ perPage: "100", after: begun?.next ?? "" });
    const rest = await listMembers({ city }, after, new Date("2026-11-24T23:01:00Z"));
    const whole = await at("2026-11-24T12:00:00Z");
    expect([...(begun?.items ?? []), ...(rest?.items ?? [])].map(({ slug }) => slug)).toEqual(whole);
  });
});

describe("a place in the walk", () => {
  test.each([
    ["no base64", "x"],
    ["nothing", ""],
    ["an empty object", "e30"],
    ["endless", "a".repeat(10_000)],
    ["a rank in letters", btoa('{"rank":"1","id":"x"}')],
    ["an impossible day", btoa('{"day":"2026-99-99","lap":0,"key":"1","id":"x"}')],
  ])("that nobody handed out is refused: %s", (_, after) => {
    expect(directoryPage.safeParse({ after }).success).toBe(false);
  });

  test("of one kind of list does not break the other", async () => {
    const ranked = await listMembers({ city, q: "vrombitude" }, directoryPage.parse({ perPage: "5" }), now);
    const asked = directoryPage.parse({ perPage: "5", after: ranked?.next ?? "" });
    expect((await listMembers({ city }, asked, now))?.items.length).toBe(5);
  });
});

async function slugs(filter: DirectoryFilter, asked: Record<string, string>): Promise<string[]> {
  return (await listMembers(filter, directoryPage.parse(asked), now))?.items.map(({ slug }) => slug) ?? [];
}

async function walked(filter: DirectoryFilter, perPage: number): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null | undefined;
  do {
    const list = await listMembers(filter, directoryPage.parse({ perPage, ...(after ? { after } : {}) }), now);
    seen.push(...(list?.items.map(({ slug }) => slug) ?? []));
    after = list?.next;
  } while (after && seen.length < 2 * COUNT);
  return seen;
}
