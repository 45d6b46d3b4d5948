import { describe, expect, test } from "vitest";
import { commonPasswords } from "./dictionary.ts";
import { passwordProblem } from "./rules.ts";

const owner = { email: "nadia.benali@atelier-reseau.example", firstName: "Nadia", lastName: "Benali" };
const problem = async (password: string) => passwordProblem(password, owner, await commonPasswords());

describe("a password", () => {
  test.each([
    "trois corons sous la lune",
    "Genièvre-de-Houlle-1812",
    "nadia mange des chicons le mardi",
    "四つの町と一つの地平線の上で",
  ])("%s will do", async (password) => {
    expect(await problem(password)).toBeNull();
  });

  test.each([
    ["onze-lettre", /au moins 12 caractères/],
    ["123456789012", /chiffres seuls/],
    ["2026-11-24-2026", /chiffres seuls/],
    ["aaaaaaaaaaaaaa", /Variez/],
    ["Password2026!!", /premiers essayés/],
    ["azertyuiop1234", /premiers essayés/],
    ["MotDePasse-2026", /premiers essayés/],
    ["qwertyuiop12", /premiers essayés/],
    ["nadiabenali2026", /votre nom|Votre nom/],
    ["Benali62!Nadia", /Votre nom/],
    ["atelier-reseau-1", /Votre nom/],
  ])("%s will not", async (password, words) => {
    expect(await problem(password)).toMatch(words);
  });
});
