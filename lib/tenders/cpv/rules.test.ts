import { describe, expect, test } from "vitest";
import { cpvCodesIn, cpvInWords, cpvOf, isOfTheTrade, skillsOfCpv } from "./rules.ts";

describe("CPV codes", () => {
  test("are read as people type them, with or without their check digit", () => {
    expect(["72413000", "72413000-8", "72 41 30 00", "724130008"].map(cpvOf)).toEqual(Array(4).fill("72413000"));
    expect(["7241300", "00000000", "7241300a", ""].map(cpvOf)).toEqual([null, null, null, null]);
    expect(cpvCodesIn("72413000-8, 32420000\n32420000 ; informatique")).toEqual({
      codes: ["72413000", "32420000"],
      wrong: ["informatique"],
    });
    expect(cpvCodesIn("  ")).toEqual({ codes: [], wrong: [] });
  });

  test("have the words and the skills of their nearest known level", () => {
    expect(cpvInWords("72413000")).toBe("72413000 Conception de sites web");
    expect(cpvInWords("72261000")).toBe("72261000 Services de logiciels");
    expect(cpvInWords("03000000")).toBe("03000000");
    expect(skillsOfCpv("72253200")).toEqual(["assistance-aux-utilisateurs"]);
    expect(skillsOfCpv("72000000")).toEqual([]);
  });

  test("of another trade are left", () => {
    expect(["72000000", "32420000", "30000000", "79341000"].map(isOfTheTrade)).toEqual(Array(4).fill(true));
    expect(["45000000", "79700000", "90910000", "30190000"].map(isOfTheTrade)).toEqual(Array(4).fill(false));
  });
});
