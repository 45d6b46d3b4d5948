import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { OperatorError, root } from "./process.ts";

const SERVED_FROM = "public/enhance";
const LIST = "lib/generated/enhancements.ts";

/**
 * Makes each file of `enhance/` a script of its own, served from `/enhance/NAME.js` (the path that policies
 * name), and writes the list of their addresses. The query changes with the content, so that browsers keep it.
 *
 * Types, comments and indentation go; nothing is bundled: a behaviour is one file that imports nothing.
 */
export async function compileEnhancements(): Promise<void> {
  // A third of a second to load: only when something is to be compiled.
  const { default: ts } = await import("typescript");
  rmSync(join(root, SERVED_FROM), { recursive: true, force: true });
  mkdirSync(join(root, SERVED_FROM), { recursive: true });
  const addresses: string[] = [];
  for (const file of readdirSync(join(root, "enhance")).sort()) {
    const name = basename(file, ".ts");
    const { outputText } = ts.transpileModule(readFileSync(join(root, "enhance", file), "utf8"), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true },
    });
    const script = lean(outputText);
    if (/^import\b/m.test(script))
      throw new OperatorError(`enhance/${file} importe un module\u202f: il doit se suffire`);
    const version = createHash("sha256").update(script).digest("hex").slice(0, 8);
    writeFileSync(join(root, SERVED_FROM, `${name}.js`), script);
    addresses.push(`  "${name}": "/enhance/${name}.js?v=${version}",`);
  }
  mkdirSync(join(root, "lib/generated"), { recursive: true });
  writeFileSync(join(root, LIST), `export const ENHANCEMENTS = {\n${addresses.join("\n")}\n} as const;\n`);
}

function lean(script: string): string {
  return `${script
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line && line !== "export {};")
    .join("\n")}\n`;
}
