import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type Enhancement, enhancementAddress, enhancementPath } from "#lib/platform/enhancements";
import { PUBLIC_PAGES } from "#lib/platform/public-pages";
import { root } from "./process.ts";

const served = (name: Enhancement) => readFileSync(join(root, "public", enhancementPath(name)), "utf8");

test("a page has at most 3 kB of scripts, compressed", () => {
  const weights = PUBLIC_PAGES.map(({ scripts = [] }) => scripts.map((name) => gzipSync(served(name)).length));
  expect(weights.flat().length).toBeGreaterThan(0);
  for (const weight of weights) expect(weight.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(3_000);
});

test("each file is one script that needs no other, at an address that changes with it", () => {
  const names = readdirSync(join(root, "enhance")).map((file) => file.replace(/\.ts$/, "") as Enhancement);
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) {
    const script = served(name);
    expect(script).not.toMatch(/^(import|export)\b/m);
    // A classic or module script that a browser takes: it compiles.
    expect(() => new Function(script)).not.toThrow();
    expect(enhancementAddress(name)).toMatch(new RegExp(`^${enhancementPath(name)}\\?v=[0-9a-f]{8}$`));
  }
});
