import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, run } from "./process.ts";

/** Everything that a build depends on. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "prisma/schema",
  "public",
  "proxy.ts",
  "next.config.ts",
  "tsconfig.json",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
];
const FINGERPRINT = join(root, ".next/tactic-fingerprint");

/** Generates the database client and builds the portal, unless the last build was of these very sources. */
export async function buildIfNeeded(): Promise<void> {
  const fingerprint = fingerprintOf(SOURCES);
  if (
    existsSync(join(root, ".next/BUILD_ID")) &&
    existsSync(FINGERPRINT) &&
    readFileSync(FINGERPRINT, "utf8") === fingerprint
  )
    return;
  console.log("Construction du portail (une minute environ)…");
  await generateClient();
  await run("next", ["build"], { isQuiet: true });
  writeFileSync(FINGERPRINT, fingerprint);
}

/** Prisma's client is generated, not committed. */
export async function generateClient(): Promise<void> {
  await run("prisma", ["generate"], { isQuiet: true });
}

function fingerprintOf(sources: string[]): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    if (!existsSync(path) || path.includes("lib/generated")) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
    } else if (!path.endsWith(".test.ts")) {
      hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  for (const source of sources) add(join(root, source));
  return hash.digest("hex");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await buildIfNeeded();
