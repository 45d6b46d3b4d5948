import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/process.ts";
import type { Measure } from "./promises.ts";

/** Prints the verdicts and keeps everything, as `bench-results/NAME.json`. */
export function keep(name: string, results: { measures: Measure[] } & Record<string, unknown>): void {
  console.table(Object.fromEntries(results.measures.map(({ what, ...measure }) => [what, measure])));
  const folder = join(root, "bench-results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ at: new Date(), ...results }, null, 2)}\n`);
  const missed = results.measures.filter(({ verdict }) => verdict === "miss").length;
  console.log(missed === 0 ? "Every promise is kept." : `${missed} of ${results.measures.length} promises missed.`);
}
