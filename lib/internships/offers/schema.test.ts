import { describe, expect, test } from "vitest";
import { offerInput } from "./schema.ts";

const typed = {
  id: "01990000-0000-7000-8000-000000000001",
  title: "Technicien réseau F/H",
  missions: "Poser le réseau d’un atelier, le documenter et former les gens qui s’en servent.",
  commission: "infrastructures-reseaux",
  skills: "Linux\n Réseau local , Linux",
  levels: ["but2", "licence"],
  curricula: "BUT R&T, BUT Informatique",
  startsOn: "2027-04-05",
  endsOn: "2027-06-11",
  weeks: 9,
  hoursPerWeek: 35,
  remotePercent: 20,
  places: 2,
  applyBefore: "2027-02-15",
  answerBy: "2027-03-01",
};

/** The fields that are wrong. */
function wrong(change: object): string[] {
  const { error } = offerInput.safeParse({ ...typed, ...change });
  return [...new Set(error?.issues.map(({ path }) => String(path[0])) ?? [])];
}

describe("the form of an offer", () => {
  test("reads skills by line and comma, once each, and an amount as the French type it", () => {
    const read = offerInput.parse({ ...typed, stipend: "5,20 €" });
    expect(read).toMatchObject({ skills: ["Linux", "Réseau local"], stipend: 520, shownFirstTo: [] });
    expect(offerInput.parse(typed).stipend).toBeNull();
  });

  test.each([
    ["an end before the beginning", { endsOn: "2027-03-01", applyBefore: "2027-02-01" }, ["endsOn"]],
    ["weeks that do not fit", { weeks: 11 }, ["weeks"]],
    ["a length over the legal limit", { endsOn: "2027-12-17", weeks: 27 }, ["weeks"]],
    ["no level", { levels: [] }, ["levels"]],
    ["a deadline after the end", { applyBefore: "2027-07-01", answerBy: "2027-07-02" }, ["applyBefore"]],
    ["an answer before the deadline", { answerBy: "2027-02-14" }, ["answerBy"]],
    ["a stipend below the minimum where it is due", { stipend: "4,49" }, ["stipend"]],
    ["a stipend that is no amount", { stipend: "beaucoup" }, ["stipend"]],
    ["a school first, without a day", { shownFirstTo: [typed.id] }, ["shownFirstUntil"]],
    ["a day without a school", { shownFirstUntil: "2027-02-01" }, ["shownFirstUntil"]],
    [
      "a school first, up to the deadline",
      { shownFirstTo: [typed.id], shownFirstUntil: "2027-02-15" },
      ["shownFirstUntil"],
    ],
    ["more than 35 hours", { hoursPerWeek: 39 }, ["hoursPerWeek"]],
    ["no place", { places: 0 }, ["places"]],
    ["a missing text", { missions: "Court." }, ["missions"]],
  ])("refuses %s, beside its field", (_what, change, fields) => {
    expect(wrong(change)).toEqual(fields);
  });

  test("lets a small stipend be where none is due, and the longest legal internship", () => {
    expect(wrong({ weeks: 8, stipend: "2" })).toEqual([]);
    expect(wrong({ endsOn: "2027-12-17", weeks: 26, applyBefore: "2027-03-01", answerBy: "2027-03-15" })).toEqual([]);
    expect(26 * 35).toBeLessThanOrEqual(924);
  });
});
