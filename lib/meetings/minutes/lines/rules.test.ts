import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "#lib/platform/dates";
import { plainOf, readText } from "../text/rules.ts";
import { type Nameable, readLines, writeReview, writeTodo } from "./rules.ts";

const DAY: Day = "2027-01-12";
const PEOPLE: Nameable[] = [
  { id: "nadia", names: ["Nadia Benali", "Nadia", "nadia@a.example"] },
  { id: "jean", names: ["Jean-Baptiste de La Tour", "Jean-Baptiste", "jb@b.example"] },
  { id: "lea1", names: ["Léa Petit", "Léa", "lea1@c.example"] },
  { id: "lea2", names: ["Léa Petit", "Léa", "lea2@c.example"] },
];

const read = (text: string) => readLines(readText(text), PEOPLE, DAY);

describe("the three verbs", () => {
  test("become a decision, an action, a point to come back to", () => {
    const { lines, problems } = read(`## 1. Fibre

On a parlé longtemps.
décidé : Un contrat type sera rédigé. Il sera relu en mars.
- **À faire\u202f:** rédiger le contrat @Nadia Benali avant le 3 mars
* A revoir: la zone d’Hénin

## 2. Divers
Décidé (public) : Le club sera au salon de Lens`);
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      {
        verb: "decided",
        title: "Un contrat type sera rédigé",
        text: "Un contrat type sera rédigé. Il sera relu en mars.",
        isPublic: false,
        under: "fibre",
      },
      { verb: "todo", text: "rédiger le contrat", ownerId: "nadia", dueOn: "2027-03-03", under: "fibre" },
      { verb: "review", text: "la zone d’Hénin", under: "fibre" },
      {
        verb: "decided",
        title: "Le club sera au salon de Lens",
        text: "Le club sera au salon de Lens",
        isPublic: true,
        under: "divers",
      },
    ]);
  });

  test.each([
    ["avant le 1er février", "2027-02-01"],
    ["avant le 5 janvier", "2028-01-05"],
    ["avant le 05/02", "2027-02-05"],
    ["avant le 05/02/2028", "2028-02-05"],
    ["avant le 2027-12-31", "2027-12-31"],
    ["avant le 29 février", "2028-02-29"],
    ["avant le prochain bureau", null],
    ["", null],
  ])("« %s » is %s", (words, dueOn) => {
    for (const line of [`à faire : appeler @Nadia ${words}`, `à faire : ${words} @nadia appeler`]) {
      expect(read(line).lines, line).toMatchObject([{ ownerId: "nadia", dueOn }]);
    }
  });

  test.each([
    ["à faire : appeler", "Dites qui"],
    ["à faire : appeler @Zoé demain", "« Zoé »".replaceAll(" ", "\u202f")],
    ["à faire : appeler @Léa Petit", "Plusieurs personnes"],
    ["à faire : appeler @Nadia et @Jean-Baptiste", "Une seule personne"],
    ["à faire : appeler @Nadia avant le 31 février", "n’existe pas"],
    ["à faire : appeler @Nadia avant le 3 mars 2020", "avant la réunion"],
    ["à faire : @Nadia", "Dites ce qui"],
    ["décidé :", "ne dit rien"],
  ])("« %s » is told what it lacks", (line, why) => {
    const { lines, problems } = read(line);
    expect(lines).toEqual([]);
    expect(problems[0]?.why).toContain(why);
  });

  test("an address tells two namesakes apart, and an address inside the text is no owner", () => {
    expect(read("à faire : écrire à info@x.example @lea2@c.example, vite").lines).toMatchObject([
      { ownerId: "lea2", text: "écrire à info@x.example, vite" },
    ]);
  });

  test("a verb inside a sentence, a quotation of code or a word is none", () => {
    expect(read("Il a été décidé : rien.\n\n```\ndécidé : non\n```\n\nindécidé : non").lines).toEqual([]);
  });
});

/** Words as people write them, with what Markdown would take for its own. */
const word = fc.stringMatching(/^[\p{L}\p{N}*_`[\]<>&~\\#'’.!+-]{1,12}$/u);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 12 })
  .map((words) => words.join(" ").normalize("NFC"))
  .filter((text) => /^[\p{L}\p{N}]/u.test(text) && /[\p{L}\p{N}]$/u.test(text) && !/(^|\s)avant le\s/i.test(text));

describe("what is carried over is read back as it was", () => {
  test("actions, whoever owns them and whenever they are due", () => {
    const owner = fc.constantFrom(...PEOPLE.slice(0, 2));
    const due = fc.integer({ min: 0, max: 700 }).map((days) => addDays(DAY, days));
    fc.assert(
      fc.property(sentence, owner, due, (text, { id, names }, dueOn) => {
        const written = writeTodo({ text, owner: names[0] ?? "", dueOn });
        const { lines, problems } = read(written);
        expect(problems, written).toEqual([]);
        expect(lines, written).toEqual([{ verb: "todo", text, ownerId: id, dueOn, under: null }]);
      }),
    );
  });

  test("points to come back to, whatever stands around them", () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (texts) => {
        const { lines } = read(`# Titre\n\nAvant\n${texts.map(writeReview).join("\n")}\n\nAprès`);
        expect(lines).toEqual(texts.map((text) => ({ verb: "review", text, under: "titre" })));
      }),
    );
  });

  test("no text at all makes the reader fail, nor gives a link that is not one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const blocks = readText(`${text}\n[x](javascript:alert(1)) <script> [y](//evil.example)`);
        readLines(blocks, PEOPLE, DAY);
        expect(JSON.stringify(blocks)).not.toMatch(/"href":"(?!https?:|mailto:|\/[^/])/);
        expect(blocks.map((block) => ("content" in block ? plainOf(block.content) : "")).join()).toBeTypeOf("string");
      }),
    );
  });
});
