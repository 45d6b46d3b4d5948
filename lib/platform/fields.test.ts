import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { postedForm } from "../../test/posted-form.ts";
import {
  day,
  emailAddress,
  handed,
  listed,
  oneLine,
  optionalLine,
  optionalParagraphs,
  paragraphs,
  time,
} from "./fields.ts";

const schema = z.object({
  title: oneLine({ most: 20, missing: "Donnez un titre." }),
  body: paragraphs({ most: 4_000, missing: "Écrivez un mot." }),
  place: oneLine({ most: 20 }).optional(),
  phone: optionalLine({ most: 20 }),
  note: optionalParagraphs({ most: 1_000 }),
  skills: listed({ most: 2, longest: 10 }),
  on: day(),
  from: time(),
  email: emailAddress({ missing: "Saisissez votre adresse e-mail." }),
  slug: handed({ most: 10 }),
});
const FORM = {
  title: "Un titre",
  body: "Un mot",
  place: "",
  phone: "",
  note: "",
  skills: "",
  on: "2026-12-01",
  from: "18:30",
  email: "ada@exemple.fr",
  slug: "lens",
};
const posted = (over: Partial<typeof FORM> = {}) => parseWithZod(postedForm({ ...FORM, ...over }), { schema });
const errorsOf = (over: Partial<typeof FORM>) => {
  const submission = posted(over);
  return submission.status === "error" ? submission.error : null;
};

describe("what a browser posts", () => {
  test("may leave empty what need not be filled", () => {
    const { place: _place, ...empty } = { ...FORM, phone: null, skills: [] };
    expect(posted()).toMatchObject({ status: "success", value: empty });
    expect(posted({ phone: " ", note: " \r\n " })).toMatchObject({ value: { phone: null, note: "" } });
  });

  test("is cleaned: one kind of line end, no control character, and a line is a line", () => {
    const over = {
      title: " Un\r\ntitre\0  net\t",
      body: "\0 Une ligne\r\nune autre\u2028et\u001b une autre\r\n",
      skills: "Cobol\r\n\r\n Soudure \nCobol",
      email: " Ada@Exemple.fr ",
    };
    expect(posted(over)).toMatchObject({
      value: {
        title: "Un titre net",
        body: "Une ligne\nune autre\net une autre",
        skills: ["Cobol", "Soudure"],
        email: "ada@exemple.fr",
      },
    });
  });

  test.each([
    [
      { title: "x".repeat(21), body: "x".repeat(4_001) },
      { title: "20 caractères", body: "4\u202f000 caractères" },
    ],
    [
      { place: "x".repeat(21), note: "x".repeat(1_001) },
      { place: "20 caractères", note: "1\u202f000 caractères" },
    ],
  ])("is told how long it may be in one way", (over, expected) => {
    const said = Object.entries(expected).map(([name, most]) => [name, [`${most} au plus.`]]);
    expect(errorsOf(over)).toEqual(Object.fromEntries(said));
  });

  test.each(["", "  ", "\0"])("is told once what is missing: %j", (nothing) => {
    expect(errorsOf({ title: nothing, body: nothing })).toEqual({
      title: ["Donnez un titre."],
      body: ["Écrivez un mot."],
    });
  });

  test.each([
    ["on", "", "Choisissez une date, par exemple 08/10/2026."],
    ["on", "2026-02-30", "Choisissez une date, par exemple 08/10/2026."],
    ["from", "", "Indiquez une heure, par exemple 18:30."],
    ["from", "24:00", "Indiquez une heure, par exemple 18:30."],
    ["email", "", "Saisissez votre adresse e-mail."],
    ["email", "ada", "Saisissez une adresse e-mail complète, par exemple nom@exemple.fr."],
    ["skills", "a\nb\nc", "2 au plus."],
    ["skills", "onze lettres", "10 caractères au plus pour chacun."],
    ["slug", "le\0ns", "Rechargez cette page."],
    ["slug", "x".repeat(11), "Rechargez cette page."],
  ])("says in French what is wrong: %s %j", (name, value, message) => {
    expect(errorsOf({ [name]: value })).toEqual({ [name]: [message] });
  });
});
