import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { compileEnhancements } from "./enhancements.ts";
import { root, run } from "./process.ts";

const CLIENT_SOURCES = ["prisma/schema", "prisma.config.ts", "package-lock.json"];
const ENHANCEMENT_SOURCES = ["enhance", "scripts/enhancements.ts"];
const BUILD_SOURCES = [
  ...CLIENT_SOURCES,
  "app",
  "components",
  "enhance",
  "lib",
  "public",
  "proxy.ts",
  "next.config.ts",
  "tsconfig.json",
  "postcss.config.mjs",
  "package.json",
];

/** Generates what is generated and builds the portal, unless the last build was of these very sources. */
export async function buildIfNeeded(): Promise<void> {
  await generateIfNeeded();
  await unlessSame(".next/BUILD_ID", ".next/tactic-fingerprint", BUILD_SOURCES, async () => {
    console.log("Construction du portail (une minute environ)…");
    await run("next", ["build"], { isQuiet: true });
  });
}

/** Prisma's client and the browser's small scripts are generated, not committed. */
export async function generateIfNeeded(): Promise<void> {
  await unlessSame("lib/generated/prisma", ".cache/client-fingerprint", CLIENT_SOURCES, () =>
    run("prisma", ["generate"], { isQuiet: true }),
  );
  await unlessSame("public/enhance", "lib/generated/enhancements", ENHANCEMENT_SOURCES, compileEnhancements);
}

/** Makes `result` unless it is there and its fingerprint is that of the sources. */
async function unlessSame(result: string, fingerprintFile: string, sources: string[], make: () => Promise<void>) {
  const file = join(root, fingerprintFile);
  const fingerprint = fingerprintOf(sources);
  if (existsSync(join(root, result)) && existsSync(file) && readFileSync(file, "utf8") === fingerprint) return;
  // Half a result must not pass for a whole one.
  rmSync(file, { force: true });
  await make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, fingerprint);
}

function fingerprintOf(sources: string[]): string {
  const hash = createHash("sha256").update(root);
  const add = (path: string) => {
    if (!existsSync(path) || path.includes("lib/generated")) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else if (!path.endsWith(".test.ts")) {
      hash.update(`${path.slice(root.length)}\n`).update(readFileSync(path));
    }
  };
  for (const source of sources) add(join(root, source));
  return hash.digest("hex");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildIfNeeded();
