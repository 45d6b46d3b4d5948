import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import { visitor } from "#lib/policy/actor";
import { findCommune } from "#lib/territory/communes";
import { addOffer, inDays } from "../../../test/own-internships.ts";
import { actorFor, addPerson } from "../../../test/own-people.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { browseInternships, searchInternships } from "./queries.ts";
import { type OfferFilter, readOfferAddress } from "./schema.ts";

const now = new Date();
/** A word that nobody else's offer holds: each search of these tests is among its own offers. */
const mark = `zyglo${randomUUID().replaceAll("-", "").slice(0, 8)}`;
const insee = (slug: string) => findCommune(slug)?.insee ?? null;
const inFilter = (address: Record<string, string> = {}): OfferFilter =>
  readOfferAddress({ q: mark, ...address }).filter;
const titles = async (address: Record<string, string> = {}, actor = visitor) =>
  (await searchInternships(actor, inFilter(address), { limit: 50 }, now)).items.map(({ title }) => title.split(" ")[0]);

let school: { id: string };

beforeAll(async () => {
  const host = await addStructure({ name: `Hôte ${mark}` });
  school = await addStructure({ name: `École ${mark}`, kind: "school" });
  const { id: commissionId } = await db().commission.findUniqueOrThrow({ where: { slug: "developpement" } });
  const add = (name: string, given: Parameters<typeof addOffer>[1] = {}) =>
    addOffer(host.id, { title: `${name} ${mark}`, communeInsee: insee("lens"), ...given });
  await add("Lens", { skills: ["SQL", "Linux"], commissionId, applyBefore: inDays(40) });
  await add("Lievin", { communeInsee: insee("lievin"), levels: ["but3", "master"], weeks: 16, endsOn: inDays(210) });
  await add("Douai", {
    communeInsee: insee("douai"),
    startsOn: inDays(10),
    endsOn: inDays(70),
    applyBefore: inDays(8),
  });
  await add("Ailleurs", { communeInsee: null, hourlyStipendCents: 300 });
  await add("Brouillon", { publishedAt: null });
  await add("Fermee", { closedAt: now, closedBecause: "filled" });
  await add("Expiree", { applyBefore: inDays(-1), answerBy: inDays(5) });
  await add("Ecole", { shownFirstTo: [school.id], shownFirstUntil: inDays(0) });
  await add("Ecole-hier", { shownFirstTo: [school.id], shownFirstUntil: inDays(-1) });
});
afterAll(removeOwnStructures);

describe("the search of offers", () => {
  test("shows what a visitor may read, and nothing else: no draft, none that is over or for others first", async () => {
    const allowed = await db().internship.findMany({
      where: { AND: [readable(visitor, "Internship", now), { title: { endsWith: mark } }] },
    });
    expect((await titles()).sort()).toEqual(allowed.map(({ title }) => title.split(" ")[0]).sort());
    expect((await titles()).sort()).toEqual(["Ailleurs", "Douai", "Ecole-hier", "Lens", "Lievin"]);
    const whole = await searchInternships(visitor, readOfferAddress({}).filter, { limit: 200 }, now);
    expect(whole.total).toBe(
      await db().internship.count({
        where: { AND: [readable(visitor, "Internship", now), { structure: { status: "active" } }] },
      }),
    );
  });

  test("shows people of a chosen school what is theirs first, and of another school not", async () => {
    const own = await actorFor((await addPerson({ structures: [school.id] })).id);
    expect(await titles({}, own)).toContain("Ecole");
    const other = await addStructure({ name: `Autre ${mark}`, kind: "school" });
    expect(await titles({}, await actorFor((await addPerson({ structures: [other.id] })).id))).not.toContain("Ecole");
  });

  test("filters by level, trade, skill, period, distance and stipend", async () => {
    expect(await titles({ niveau: "master" })).toEqual(["Lievin"]);
    expect(await titles({ metier: "developpement" })).toEqual(["Lens"]);
    expect(await titles({ competence: "SQL" })).toEqual(["Lens"]);
    expect((await titles({ ville: "lens", rayon: "10" })).sort()).toEqual(["Ecole-hier", "Lens", "Lievin"]);
    expect(await titles({ ville: "lens", rayon: "25" })).toContain("Douai");
    expect((await titles({ gratifie: "oui" })).sort()).toEqual(["Ailleurs", "Lievin"]);
    expect(await titles({ gratifie: "non" })).toContain("Douai");
    const soon = addDays(dayOf(now), 80);
    expect(await titles({ au: soon })).toEqual(["Douai"]);
    expect((await titles({ du: soon })).includes("Douai")).toBe(false);
    for (const name of ["niveau", "metier", "ville", "competence"]) {
      expect(await titles({ [name]: "rien" }), name).toEqual([]);
    }
  });

  test("puts first what fits best, and says why; equals go by their deadline", async () => {
    const address = { ville: "lens", rayon: "25", niveau: "but2", du: addDays(dayOf(now), 85) };
    const { items } = await searchInternships(visitor, inFilter(address), { limit: 50 }, now);
    expect(items.map(({ title }) => title.split(" ")[0])).toEqual(["Ecole-hier", "Lens"]);
    expect(items[0]?.reasons.slice(0, 2)).toEqual(["BUT 2", "sur place"]);
    expect(await titles({ ville: "lens", rayon: "25" })).toEqual(["Ecole-hier", "Lens", "Lievin", "Douai"]);
    // A student's own hopes order the whole list, and drop nothing of it.
    const wish = { levels: ["master" as const], skills: ["Linux"], city: "douai" };
    const own = await searchInternships(visitor, inFilter(), { limit: 50, wish }, now);
    expect(own.items.map(({ title }) => title.split(" ")[0])[0]).toBe("Lievin");
    expect(own.total).toBe(5);
  });

  test("corrects a misspelt word, and finds by the structure's new name", async () => {
    const typed = readOfferAddress({ q: `${mark.slice(0, -1)}` }).filter;
    expect((await searchInternships(visitor, typed, { limit: 5 }, now)).total).toBe(5);
    const wrong = `${mark.slice(0, 6)}${mark.slice(7)}`;
    const found = await searchInternships(visitor, readOfferAddress({ q: wrong }).filter, { limit: 5 }, now);
    expect([found.total, found.corrected]).toEqual([5, mark]);
    const host = await db().structure.findFirstOrThrow({ where: { name: `Hôte ${mark}` } });
    await db().structure.update({ where: { id: host.id }, data: { name: `Rebaptisée tartanpion${mark}` } });
    expect((await titles({ q: `tartanpion${mark}` })).length).toBe(5);
  });

  test("is walked by key from first to last, each offer once", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const asked = readOfferAddress({ q: mark, ville: "lens", rayon: "50", ...(after ? { apres: after } : {}) });
      const page = await searchInternships(visitor, asked.filter, { limit: 2, after: asked.after }, now);
      expect(page.total).toBe(4);
      seen.push(...page.items.map(({ slug }) => slug));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(4);
    expect(seen.length).toBe(4);
  });

  test("counts for each town, trade and level what choosing it would leave", async () => {
    const { facets } = await browseInternships(visitor, inFilter({ niveau: "but2" }), { limit: 1 }, now);
    for (const { value, count } of facets.city) {
      const { total } = await searchInternships(visitor, inFilter({ niveau: "but2", ville: value }), { limit: 1 }, now);
      expect(total).toBeGreaterThanOrEqual(count);
    }
    expect(facets.city.map(({ value, count }) => [value, count])).toEqual([
      ["lens", 2],
      ["douai", 1],
    ]);
    expect(Object.fromEntries(facets.level.map(({ value, count }) => [value, count]))).toEqual({
      but2: 4,
      but3: 1,
      master: 1,
    });
    expect(facets.commission.find(({ value }) => value === "developpement")?.count).toBe(1);
  });
});
