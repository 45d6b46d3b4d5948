import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { addOffer, inDays } from "../../../test/own-internships.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { schoolYearOf } from "../rules.ts";
import { countInternships } from "./queries.ts";

const now = new Date();
afterAll(removeOwnStructures);

test("figures count what is open and its places, and what was published since September, by how many", async () => {
  const before = await countInternships(now);
  const { id } = await addStructure({ name: `Hôte ${randomUUID()}` });
  await addOffer(id, { places: 3 });
  await addOffer(id, { closedAt: now, closedBecause: "filled" });
  await addOffer(id, { publishedAt: null });
  await addOffer(id, { applyBefore: inDays(-1), publishedAt: new Date(now.getTime() - 500 * 86_400_000) });
  const after = await countInternships(now);
  expect(after.open - before.open).toBe(1);
  expect(after.places - before.places).toBe(3);
  expect(after.published - before.published).toBe(2);
  expect(after.hosts - before.hosts).toBe(1);
});

test("a school year begins on 1 September", () => {
  expect(["2026-08-31", "2026-09-01", "2027-03-01"].map(schoolYearOf)).toEqual([
    "2025-09-01",
    "2026-09-01",
    "2026-09-01",
  ]);
});
