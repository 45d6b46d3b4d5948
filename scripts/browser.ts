import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { root } from "./process.ts";

/**
 * The path of a Chromium that comes with npm, unpacked once per version. It is unpacked aside and then
 * moved: two runs at once, or one cut short, would leave a spoilt file that the next one takes for whole.
 * Elsewhere than on Linux Playwright's own browser is used (empty path).
 */
export async function openBrowser(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (process.platform !== "linux") return "";
  const folder = join(root, ".cache", `chromium-${versionOf("@sparticuz/chromium")}`);
  if (!existsSync(join(folder, "chromium"))) await unpackInto(folder);
  return join(folder, "chromium");
}

async function unpackInto(folder: string): Promise<void> {
  const { TMPDIR } = process.env;
  mkdirSync(join(root, ".cache"), { recursive: true });
  const aside = mkdtempSync(`${folder}-`);
  try {
    process.env.TMPDIR = aside; // where the package unpacks
    await chromium.executablePath();
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(join(folder, "chromium"))) throw error; // otherwise another run was first
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));
  return String(version);
}
