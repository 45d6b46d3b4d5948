import { expect, test } from "vitest";
import { mustBeHuman, openedToken } from "./human-form.ts";
import { signedToken } from "./tokens.ts";

const now = new Date("2026-11-24T10:00:00Z");
const shown = (elapsed: number) => openedToken(new Date(now.getTime() - elapsed));

test.each([
  [3_000, true],
  [86_399_999, true],
  [2_999, false],
  [86_400_000, false],
  [-60_000, false],
])("a form filled in %i ms is a person's: %s", (elapsed, isHuman) => {
  const judged = () => mustBeHuman({ opened: shown(elapsed) }, now);
  if (isHuman) expect(judged).not.toThrow();
  else expect(judged).toThrow(expect.objectContaining({ code: "not_by_a_person" }));
});

test("an instant that was made up, or signed for something else, is a machine's; so is a filled trap", () => {
  const instant = String(now.getTime() - 60_000);
  for (const input of [
    { opened: "" },
    { opened: instant },
    { opened: signedToken("event-registration", instant) },
    { opened: shown(60_000), fax: "0353010000" },
  ]) {
    expect(() => mustBeHuman(input, now)).toThrow(expect.objectContaining({ code: "not_by_a_person" }));
  }
});
