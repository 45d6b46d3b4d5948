import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";

/**
 * The path of a Chromium that comes with npm, unpacked here once: two processes that unpack it at the
 * same time spoil each other's file. On other platforms Playwright's own browser is used (empty path).
 */
export async function openBrowser(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (process.platform !== "linux") return "";
  const path = await chromium.executablePath();
  if (!existsSync(path)) throw new Error("Chromium could not be unpacked");
  return path;
}
