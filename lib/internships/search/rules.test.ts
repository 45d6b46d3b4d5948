import { expect, test } from "vitest";
import { reasonsOf, wishOf } from "./rules.ts";
import { filterOf } from "./schema.ts";

const offer = {
  levels: ["but2" as const, "licence" as const],
  startsOn: "2027-04-05",
  endsOn: "2027-06-25",
  weeks: 10,
  skills: ["SQL", "Linux"],
  km: 6.2,
};

test("an offer says why it fits: the diploma, how far, when, the skills", () => {
  const wish = { levels: ["but2" as const], from: "2027-04-01", to: "2027-06-30", skills: ["linux"], city: "lens" };
  expect(reasonsOf(offer, wish)).toEqual(["BUT 2", "à 6\u00a0km", "commence en avril", "Linux"]);
});

test("days that leave no room for its weeks are said, not hidden", () => {
  const late = reasonsOf(offer, { levels: [], from: "2027-05-10", skills: [] });
  expect(late).toEqual(["à 6\u00a0km", "commence en mai, 10\u00a0semaines à caler avec vos dates"]);
});

test("who asks for nothing is given no reason; one's own town is « sur place »", () => {
  expect(reasonsOf({ ...offer, km: null }, wishOf(filterOf("q=linux")))).toEqual([]);
  expect(reasonsOf({ ...offer, km: 0 }, wishOf(filterOf("niveau=master&ville=lens")))).toEqual(["sur place"]);
});
