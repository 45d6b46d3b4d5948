import { expect, test } from "vitest";
import { listSources, textOf } from "./sources.ts";

const LONGEST = 300;

/** Files that were too long when the rule came. May only shrink. */
const EXCEPTIONS: string[] = [];

test("no source file is longer than 300 lines", () => {
  const tooLong = listSources(".ts", ".tsx", ".mjs", ".css", ".prisma")
    .map((path) => ({ path, lines: textOf(path).trimEnd().split("\n").length }))
    .filter(({ path, lines }) => lines > LONGEST && !EXCEPTIONS.includes(path));
  expect(tooLong).toEqual([]);
});
