import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sample } from "../../../test/boamp-server.ts";
import { readRecord } from "./rules.ts";

const now = new Date("2026-11-24T09:00:00Z");

describe("a notice of the BOAMP", () => {
  test("of the national schema gives its facts and its lots", () => {
    expect(readRecord(sample("national"), now)).toMatchObject({
      outcome: "read",
      facts: {
        key: "26-900001",
        kind: "initial",
        buyer: "COMMUNE DE RIVECOURT (EXEMPLE)",
        reference: "2026-INF-07",
        procedure: "adapted",
        respondBefore: new Date("2026-12-18T11:00:00Z"),
        departments: ["62"],
        city: "Lens",
        url: "https://www.boamp.fr/pages/avis/?q=idweb:26-900001",
        lots: [
          { number: 1, title: "Infogérance du parc", cpvCodes: ["72253000"], estimatedCents: 6_000_000n },
          { number: 2, title: "Refonte du site internet", cpvCodes: ["72413000"], estimatedCents: null },
        ],
      },
    });
  });

  test("of eForms too; an amount in another currency is no estimate", () => {
    expect(readRecord(sample("eforms"), now)).toMatchObject({
      facts: {
        reference: "LQV-2026-3",
        procedure: "open",
        departments: ["59", "62"],
        city: "Douai",
        lots: [
          {
            number: 1,
            title: "Commutateurs et câblage",
            cpvCodes: ["32420000", "32421000"],
            estimatedCents: 8_500_050n,
          },
          { number: 2, title: "Serveurs et sauvegarde", estimatedCents: null },
        ],
      },
    });
  });

  test("of the former schema has one lot, lists that are one text included", () => {
    expect(readRecord(sample("former"), now)).toMatchObject({
      facts: {
        departments: ["62"],
        city: "Béthune",
        lots: [{ number: 1, title: "Hébergement de sites", cpvCodes: ["72415000"] }],
      },
    });
  });

  test("that amends or cancels another says which", () => {
    expect(readRecord(sample("amendment"), now)).toMatchObject({
      facts: { kind: "amendment", related: ["26-900001"] },
    });
    expect(readRecord(sample("cancellation"), now)).toMatchObject({
      facts: { kind: "cancellation", related: ["26-900003"] },
    });
  });

  test("that awards, is of another trade or too late is left", () => {
    for (const record of [
      sample("award"),
      sample("other-trade"),
      sample("national", { datelimitereponse: "2026-11-01T00:00:00+00:00" }),
    ]) {
      expect(readRecord(record, now)).toEqual({ outcome: "left" });
    }
  });

  test("that is malformed is told why", () => {
    const reasonOf = (record: unknown) => {
      const reading = readRecord(record, now);
      return reading.outcome === "wrong" ? reading.reason : reading.outcome;
    };
    expect(reasonOf(null)).toContain("pas un avis");
    expect(reasonOf(sample("national", { idweb: undefined }))).toContain("idweb");
    expect(reasonOf(sample("national", { donnees: '{"FNSimple": ' }))).toContain("donnees");
    expect(reasonOf(sample("national", { nomacheteur: "  " }))).toContain("acheteur");
    expect(reasonOf(sample("national", { objet: null }))).toContain("objet");
    expect(reasonOf(sample("national", { datelimitereponse: "bientôt" }))).toContain("date limite");
  });

  test("never throws, whatever it holds, and gives nothing that the database refuses", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.string({ unit: "binary" }), (any, donnees, text) => {
        readRecord(any, now);
        const reading = readRecord(
          sample("national", {
            donnees,
            objet: `${text}\0\ud800`,
            nomacheteur: "x".repeat(10_000),
            url_avis: text,
            code_departement: any,
          }),
          now,
        );
        if (reading.outcome !== "read") return;
        const { facts, raw } = reading;
        expect(JSON.stringify(raw)).not.toMatch(/\\u0000|\\ud800/);
        expect(facts.buyer.length).toBeLessThanOrEqual(200);
        expect(facts.subject).not.toBe("");
        expect(facts.departments.every((code) => /^[0-9AB]{2,3}$/.test(code))).toBe(true);
        expect(new Set(facts.lots.map(({ number }) => number)).size).toBe(facts.lots.length);
        for (const lot of facts.lots) {
          expect(lot.number).toBeGreaterThanOrEqual(1);
          expect(lot.number).toBeLessThanOrEqual(200);
          expect(lot.title.trim()).not.toBe("");
        }
      }),
      { numRuns: 60 },
    );
  });
});
