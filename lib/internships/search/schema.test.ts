import { describe, expect, test } from "vitest";
import { filterOf, offersHref, readOfferAddress, searchOf } from "./schema.ts";

describe("the address of a search", () => {
  test("says all of it in French, in one order, and nothing that changes nothing", () => {
    const { filter } = readOfferAddress({
      q: " réseau ",
      niveau: "but2",
      ville: "lens",
      rayon: "10",
      du: "2027-04-01",
      au: "2027-06-30",
      metier: "developpement",
      gratifie: "oui",
      utm_source: "x",
    });
    expect(offersHref(filter)).toBe(
      "/stages?au=2027-06-30&du=2027-04-01&gratifie=oui&metier=developpement&niveau=but2&q=r%C3%A9seau&rayon=10&ville=lens",
    );
    expect(offersHref(readOfferAddress({ rayon: "50" }).filter)).toBe("/stages");
  });

  test("is read back as it was kept", () => {
    const kept = "au=2027-06-30&niveau=but2&q=r%C3%A9seau+%26+co&rayon=50&ville=lens";
    expect(searchOf(filterOf(kept))).toBe(kept);
    expect(searchOf(filterOf(""))).toBe("");
  });

  test("survives what means nothing: days that are none, radii of nobody, a place in the list that is none", () => {
    const { filter, after } = readOfferAddress({
      du: "2027-02-31",
      au: "0000-01-01",
      rayon: "-3",
      gratifie: "peut-être",
      apres: "\0%%%",
      q: ["a", "b"],
    });
    expect(filter).toEqual({ q: "a", km: 25 });
    expect(after).toBeUndefined();
  });
});
