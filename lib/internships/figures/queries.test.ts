import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { findCommune } from "#lib/territory/communes";
import { addOffer, inDays } from "../../../test/own-internships.ts";
import { removeOwnStructures } from "../../../test/own-structures.ts";
import { addApplication, addHost, addStudent, NOON } from "../../../test/own-students.ts";
import { schoolYearOf } from "../rules.ts";
import { countInternships } from "./queries.ts";

afterAll(removeOwnStructures);

const townOf = (slug: string) => ({ communeInsee: findCommune(slug)?.insee ?? null });

test("figures count what is open and its places, and what was published since September, by how many", async () => {
  const now = new Date();
  const before = await countInternships(now);
  const { structure } = await addHost();
  await db().internship.deleteMany({ where: { structureId: structure.id } });
  await addOffer(structure.id, { places: 3, title: `Stage ${randomUUID()}` });
  await addOffer(structure.id, { closedAt: now, closedBecause: "filled" });
  await addOffer(structure.id, { publishedAt: null });
  await addOffer(structure.id, { applyBefore: inDays(-1), publishedAt: new Date(now.getTime() - 500 * 86_400_000) });
  const after = await countInternships(now);
  expect(after.open - before.open).toBe(1);
  expect(after.places - before.places).toBe(3);
  expect(after.published - before.published).toBe(2);
  expect(after.hosts - before.hosts).toBe(1);
});

test("they count applications sent, places got, and how many of these are next door", async () => {
  const before = await countInternships(NOON);
  const { offer } = await addHost();
  await db().internship.update({ where: { id: offer.id }, data: { ...townOf("lens"), places: 3 } });
  for (const [town, state] of [
    ["lievin", "accepted"],
    ["bapaume", "accepted"],
    [null, "accepted"],
    ["lens", "refused"],
    ["lens", "draft"],
  ] as const) {
    const student = await addStudent();
    if (town) await db().student.update({ where: { personId: student.personId }, data: townOf(town) });
    await addApplication(student, offer, { state });
  }
  const after = await countInternships(NOON);
  const more = (name: keyof typeof after) => after[name] - before[name];
  expect([more("applications"), more("placed"), more("located"), more("nextDoor")]).toEqual([4, 3, 2, 1]);
});

test("a school year begins on 1 September", () => {
  const days = ["2026-08-31", "2026-09-01", "2027-03-01"];
  expect(days.map(schoolYearOf)).toEqual(["2025-09-01", "2026-09-01", "2026-09-01"]);
});
