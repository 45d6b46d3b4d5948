import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { RenderAllowance } from "./allowance.ts";
import { compress, type Variants } from "./encodings.ts";
import { type Entry, PageStore } from "./store.ts";

let variants: Variants;
let store: PageStore;
beforeAll(async () => {
  variants = await compress("page");
});
beforeEach(() => {
  store = new PageStore();
  store.startListening();
});
const rendered = (born: number, ...tags: string[]): Entry => ({
  variants,
  headers: {},
  tags: new Set(tags),
  born,
  renderedAt: 0,
});

describe("the store of pages", () => {
  test("a page is kept until one of the tables it read changes", () => {
    expect(store.keep("/a", rendered(store.now, "structure", "club"))).toBe(true);
    store.drop(["event"]);
    expect(store.get("/a")).toBeDefined();
    store.drop(["club"]);
    expect(store.get("/a")).toBeUndefined();
  });

  test("a render that began before a change is not kept after it", () => {
    const born = store.now;
    store.drop(["structure"]);
    expect(store.keep("/a", rendered(born, "structure"))).toBe(false);
    expect(store.keep("/b", rendered(born, "event"))).toBe(true);
  });

  test("without anybody to tell of changes nothing is kept, and what was is gone", () => {
    store.keep("/a", rendered(store.now, "structure"));
    store.stopListening();
    expect(store.get("/a")).toBeUndefined();
    expect(store.keep("/a", rendered(store.now, "structure"))).toBe(false);
    const bornInTheDark = store.now;
    store.startListening();
    expect(store.keep("/a", rendered(bornInTheDark, "structure"))).toBe(false);
  });

  test("a page that read nothing is not kept: what it depends on is not known", () => {
    expect(store.keep("/a", rendered(store.now))).toBe(false);
  });

  test("memory is bounded by bytes", async () => {
    const heavy = {
      ...rendered(store.now, "structure"),
      variants: { ...variants, identity: { body: Buffer.alloc(1024 * 1024), etag: '"x"' } },
    };
    for (let page = 0; page < 100; page += 1) store.keep(`/${page}`, heavy);
    expect(store.size.bytes).toBeLessThanOrEqual(64 * 1024 * 1024);
    expect(store.get("/99")).toBeDefined();
    expect(store.get("/0")).toBeUndefined();
  });
});

test("renders are rationed by address: a burst, then a rate, others untouched", () => {
  const allowance = new RenderAllowance(3, 1);
  expect([1, 2, 3, 4].map(() => allowance.take("a", 0))).toEqual([true, true, true, false]);
  expect(allowance.take("b", 0)).toBe(true);
  expect(allowance.take("a", 1_000)).toBe(true);
  expect(allowance.take("a", 1_000)).toBe(false);
});
