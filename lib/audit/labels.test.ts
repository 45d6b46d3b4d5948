import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ACTION_LABELS } from "./labels.ts";

/** Every act that the code records, read in the code. */
function recordedActions(code: string): string[] {
  const calls = code.matchAll(/(?:recordAct|auditEntry\.create)\((?:(?!\n}\n)[\s\S])*?action: ([^\n]*?)(?:,|\n| })/g);
  return Array.from(calls).flatMap(([, given = ""]) =>
    Array.from(given.matchAll(/"([^"]+)"/g), ([, action]) => action ?? ""),
  );
}

test("every act of the code has its words, and every words their act", () => {
  const files = globSync("lib/**/*.ts", { exclude: (path) => path.endsWith(".test.ts") });
  const recorded = files.flatMap((file) => recordedActions(readFileSync(file, "utf8")));
  expect([...new Set(recorded)].sort()).toEqual(Object.keys(ACTION_LABELS).sort());
});

test("an act is found however it is written", () => {
  const code = `await recordAct(tx, actor, {
    action: isEnd\u202f? "end-thing" : "begin-thing",
    subject: { kind: "Thing" } });
  await recordAct(tx, actor, { action: "other-thing", subject });`;
  expect(recordedActions(code)).toEqual(["end-thing", "begin-thing", "other-thing"]);
});
