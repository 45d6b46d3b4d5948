import fc from "fast-check";
import { expect, test } from "vitest";
import { archiveNames, formatSize, safeFileName } from "./documents/rules.ts";
import { tiesOf } from "./memory/rules.ts";
import { formatShare, parseShare, typedShare } from "./rules.ts";

test("a share is read as it is written, to the hundredth", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (share) => {
      expect(parseShare(typedShare(share))).toBe(share);
      expect(parseShare(formatShare(share))).toBe(share);
    }),
  );
  expect(["33.3", "33,33 %", "100", "7,5"].map(parseShare)).toEqual([3_330, 3_333, 10_000, 750]);
  expect(["100,01", "33,333", "-1", "un tiers", "1 000"].map(parseShare)).toEqual([null, null, null, null, null]);
});

test("a file's name holds no folder and nothing hidden, whatever was sent", () => {
  expect(safeFileName("../../etc/passwd")).toBe("etc passwd");
  expect(safeFileName("C:\\Users\\moi\\DC2 signé.pdf")).toBe("C Users moi DC2 signé.pdf");
  expect(safeFileName("\u202efdp.exe")).toBe("fdp.exe");
  expect(safeFileName("...")).toBe("document");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[/\\\0\n\r]/);
      expect(safe.length).toBeGreaterThan(0);
      expect(safe.length).toBeLessThan(140);
    }),
  );
});

test("in an archive each file has a name of its own", () => {
  const twice = { title: "DC2", fileName: "DC2.PDF" };
  expect(archiveNames([twice, twice])).toEqual(["01 DC2.pdf", "02 DC2.pdf"]);
  expect(formatSize(300_000_000)).toBe("300\u00a0Mo");
  expect(formatSize(12_345)).toBe("12\u00a0ko");
});

test("who worked with whom is counted in pairs, each once an answer", () => {
  expect(tiesOf([{ members: ["B", "A", "C"] }, { members: ["A", "B", "A"] }])).toEqual([
    { a: "A", b: "B", count: 2 },
    { a: "A", b: "C", count: 1 },
    { a: "B", b: "C", count: 1 },
  ]);
});
