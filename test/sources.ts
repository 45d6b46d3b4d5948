import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "../scripts/process.ts";

// Made by a tool, installed, or kept between runs.
const NOT_OURS = new Set([".git", ".next", ".data", ".cache", "node_modules", "generated", "test-results"]);

/** The project's own files, relative to its root, that end with one of `endings` (all of them: none given). */
export function listSources(...endings: string[]): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: false })
    .flatMap((entry) => (NOT_OURS.has(entry.name) ? [] : entry.isDirectory() ? filesBelow(entry.name) : [entry.name]))
    .filter((path) => endings.length === 0 || endings.some((ending) => path.endsWith(ending)))
    .sort();
}

/** The text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_OURS.has(basename(path))) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
