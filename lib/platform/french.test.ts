import { expect, test } from "vitest";
import { count, formatEuros, formatList, formatNumber, of, plural } from "./french.ts";

test("thousands are apart by a narrow no-break space", () => {
  expect(formatNumber(12345)).toBe("12\u202f345");
});

test("euros show their cents only when there are some", () => {
  expect(formatEuros(120_000)).toBe("1\u202f200\u00a0€");
  expect(formatEuros(1250)).toBe("12,50\u00a0€");
});

test("the plural begins at two", () => {
  expect(count(0, "adhérent")).toBe("0\u00a0adhérent");
  expect(count(1, "adhérent")).toBe("1\u00a0adhérent");
  expect(count(2, "adhérent")).toBe("2\u00a0adhérents");
  expect(count(3, "travail", "travaux")).toBe("3\u00a0travaux");
  expect([0, 1, 2].map((value) => plural(value, "adhérent"))).toEqual(["adhérent", "adhérent", "adhérents"]);
  expect(plural(2, "réunion tenue", "réunions tenues")).toBe("réunions tenues");
});

test("a list ends with « et »", () => {
  expect(formatList(["Arras", "Béthune", "Lens"])).toBe("Arras, Béthune et Lens");
});

test("a name that begins like a vowel elides the word before it", () => {
  expect(["Lens", "Arras", "Écran de Place", "Œuvre", "Hénin-Beaumont"].map(of)).toEqual([
    "de Lens",
    "d’Arras",
    "d’Écran de Place",
    "d’Œuvre",
    "d’Hénin-Beaumont",
  ]);
});
