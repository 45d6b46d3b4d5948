import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import { type PersonActor, visitor } from "#lib/policy/actor";
import { addOffer, inDays } from "../../../test/own-internships.ts";
import { actorFor, actsOn, addHouse, addPerson, mailKindsTo } from "../../../test/own-people.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { addApplication, addStudent } from "../../../test/own-students.ts";
import { findInternship } from "../queries.ts";
import { closeOffer, discardOffer, publishOffer, reopenOffer, saveOffer } from "./commands.ts";
import { findOwnOffer, listOwnOffers } from "./queries.ts";
import { type OfferInput, offerInput } from "./schema.ts";

const now = new Date();
const today = dayOf(now);
let house: { structure: { id: string }; referent: PersonActor };
let rival: PersonActor;

beforeAll(async () => {
  house = await addHouse();
  rival = (await addHouse()).referent;
});
afterAll(removeOwnStructures);

function offer(change: Record<string, unknown> = {}): OfferInput {
  return offerInput.parse({
    id: randomUUID(),
    title: "Technicien réseau F/H",
    missions: "Poser le réseau d’un atelier, le documenter et former les gens qui s’en servent.",
    commission: "infrastructures-reseaux",
    skills: "linux\nréseau local",
    levels: ["but2"],
    startsOn: addDays(today, 90),
    endsOn: addDays(today, 160),
    weeks: 8,
    hoursPerWeek: 35,
    places: 1,
    applyBefore: addDays(today, 30),
    answerBy: addDays(today, 45),
    ...change,
  });
}

const refused = (code: string) => expect.objectContaining({ code });

describe("an offer", () => {
  test("is saved as a draft that only its house sees, then published for everybody", async () => {
    const { referent } = house;
    const input = offer({ city: "lens", stipend: "5", tutorName: "Zoé Legrand" });
    await saveOffer(referent, input, now);
    const kept = await findOwnOffer(referent, input.id, now);
    expect(kept).toMatchObject({
      publishedAt: null,
      hoursPresent: 280,
      hourlyStipendCents: 500,
      slug: expect.any(String),
    });
    expect(await findOwnOffer(rival, input.id, now)).toBeNull();
    expect(await findInternship(visitor, kept?.slug ?? "", now)).toBeNull();
    await publishOffer(referent, input, now);
    expect(await findInternship(visitor, kept?.slug ?? "", now)).toMatchObject({ title: input.title });
    expect((await listOwnOffers(referent, house.structure.id, now)).map(({ id }) => id)).toContain(input.id);
    expect(await actsOn(input.id)).toEqual(["save-internship", "publish-internship"]);
  });

  test("is nobody else's: a visitor, a rival, a student save, publish, close, reopen and discard nothing", async () => {
    const { id } = await addOffer(house.structure.id, { publishedAt: null });
    const student = await actorFor((await addPerson()).id);
    for (const actor of [visitor, rival, student]) {
      await expect(saveOffer(actor, offer({ id }), now)).rejects.toEqual(refused("forbidden"));
      for (const command of [publishOffer, closeOffer, reopenOffer, discardOffer]) {
        await expect(command(actor, { id }, now)).rejects.toEqual(refused("forbidden"));
      }
    }
    expect(await db().internship.findUnique({ where: { id } })).toMatchObject({
      publishedAt: null,
      title: "Stage de réseau F/H",
    });
    expect(await actsOn(id)).toEqual([]);
  });

  test("sent twice, or eight times at once, is one offer", async () => {
    const input = offer();
    await Promise.all(Array.from({ length: 8 }, () => saveOffer(house.referent, input, now)));
    await saveOffer(house.referent, input, now);
    expect(await db().internship.count({ where: { id: input.id } })).toBe(1);
    expect(await actsOn(input.id)).toEqual(["save-internship"]);
  });

  test("changed by two at once keeps one of them, and tells the other", async () => {
    const { id, updatedAt } = await addOffer(house.structure.id);
    const version = updatedAt.toISOString();
    const changes = ["Un titre F/H", "Un autre titre F/H"].map((title) => offer({ id, version, title }));
    const results = await Promise.allSettled(changes.map((input) => saveOffer(house.referent, input, now)));
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost.map(({ reason }) => reason.code)).toEqual(["offer_changed"]);
    expect(await actsOn(id)).toEqual(["save-internship"]);
  });

  test("is published once by two at once, and not at all against the law or after its deadline", async () => {
    const { id } = await addOffer(house.structure.id, { publishedAt: null, tutorName: "Paul Petit" });
    await Promise.all([1, 2, 3].map(() => publishOffer(house.referent, { id }, now)));
    expect(await actsOn(id)).toEqual(["publish-internship"]);

    const { structure, referent } = await addHouse();
    await db().structure.update({ where: { id: structure.id }, data: { headcount: "up_to_2" } });
    const crowded = await addOffer(structure.id, { publishedAt: null, places: 4, endsOn: inDays(144) });
    await expect(publishOffer(referent, crowded, now)).rejects.toThrow(/votre effectif en permet 3.*R124-10/s);
    const unfinished = await addOffer(structure.id, { publishedAt: null, missions: "Avec [prénom], vous posez." });
    await expect(publishOffer(referent, unfinished, now)).rejects.toEqual(refused("unfinished"));
    const late = await addOffer(house.structure.id, { publishedAt: null, applyBefore: inDays(-1) });
    await expect(publishOffer(house.referent, late, now)).rejects.toEqual(refused("deadline_passed"));
  });

  test("once published stays within the law, saved or opened again; two at once see each other", async () => {
    const { structure, referent } = await addHouse();
    await db().structure.update({ where: { id: structure.id }, data: { headcount: "up_to_2" } });
    const weeks = { startsOn: addDays(today, 90), endsOn: addDays(today, 144) };
    const { id, updatedAt } = await addOffer(structure.id, { places: 2, endsOn: inDays(144) });
    const version = updatedAt.toISOString();
    const more = offer({ id, version, ...weeks, places: 4 });
    await expect(saveOffer(referent, more, now)).rejects.toThrow(/votre effectif en permet 3.*R124-10/s);
    const bracket = offer({
      id,
      version,
      ...weeks,
      missions: "Avec [prénom], vous posez le réseau d’un grand atelier.",
    });
    await expect(saveOffer(referent, bracket, now)).rejects.toEqual(refused("unfinished"));
    expect(await db().internship.findUnique({ where: { id } })).toMatchObject({ places: 2, updatedAt });
    await saveOffer(referent, { ...more, places: 3 }, now);

    const shut = await addOffer(structure.id, {
      places: 1,
      endsOn: inDays(144),
      closedAt: now,
      closedBecause: "withdrawn",
    });
    await expect(reopenOffer(referent, shut, now)).rejects.toEqual(refused("law"));

    for (let round = 0; round < 5; round += 1) {
      const { structure, referent } = await addHouse();
      await db().structure.update({ where: { id: structure.id }, data: { headcount: "up_to_2" } });
      const one = await addOffer(structure.id, { publishedAt: null, places: 2, endsOn: inDays(144) });
      const other = await addOffer(structure.id, { places: 1, endsOn: inDays(144) });
      const grown = offer({ id: other.id, version: other.updatedAt.toISOString(), ...weeks, places: 2 });
      const results = await Promise.allSettled([publishOffer(referent, one, now), saveOffer(referent, grown, now)]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });

  test("is counted beside those who came by others: a place nobody can take any more weighs nothing", async () => {
    const { structure, referent } = await addHouse();
    await db().structure.update({ where: { id: structure.id }, data: { headcount: "up_to_2" } });
    const mine = { endsOn: inDays(144) };
    const past = await addOffer(structure.id, { ...mine, places: 3, applyBefore: inDays(-20), answerBy: inDays(-1) });
    const draft = await addOffer(structure.id, { ...mine, places: 3, publishedAt: null });
    await publishOffer(referent, draft, now);
    await closeOffer(referent, draft, now);
    for (const { id } of [past, draft]) await addApplication(await addStudent(), { id }, { state: "accepted" });
    const next = await addOffer(structure.id, { ...mine, places: 2, publishedAt: null });
    await expect(publishOffer(referent, next, now)).rejects.toEqual(refused("law"));
    await db().internship.update({ where: { id: next.id }, data: { places: 1 } });
    await publishOffer(referent, next, now);
  });

  test("keeps the day it promised to whoever waits for an answer", async () => {
    const { id, updatedAt } = await addOffer(house.structure.id);
    const student = await addPerson();
    await db().student.create({
      data: {
        personId: student.id,
        diploma: "BUT",
        level: "but2",
        availableFrom: inDays(80),
        availableTo: inDays(170),
        applications: { create: { internshipId: id, structureId: house.structure.id, state: "received", sentAt: now } },
      },
      select: { personId: true },
    });
    const version = updatedAt.toISOString();
    const later = offer({ id, version, answerBy: addDays(today, 60) });
    const refusal = await saveOffer(house.referent, later, now).then(() => null, refusalOf);
    expect(refusal).toMatchObject({ code: "internship_promise_stands", field: "answerBy" });
    await saveOffer(house.referent, offer({ id, version, answerBy: addDays(today, 40) }), now);
    await db().internshipApplication.updateMany({
      where: { internshipId: id },
      data: { state: "refused", refusedBecause: "company", endedAt: now },
    });
    const { updatedAt: saved } = await db().internship.findUniqueOrThrow({ where: { id } });
    await saveOffer(house.referent, { ...later, version: saved.toISOString() }, now);
  });

  test("closes and opens again, harmlessly twice; past its deadline it does not", async () => {
    const { id, slug } = await addOffer(house.structure.id);
    await closeOffer(house.referent, { id }, now);
    await closeOffer(house.referent, { id }, now);
    expect(await findInternship(visitor, slug, now)).toBeNull();
    await reopenOffer(house.referent, { id }, now);
    await reopenOffer(house.referent, { id }, now);
    expect(await findInternship(visitor, slug, now)).not.toBeNull();
    expect(await actsOn(id)).toEqual(["close-internship", "reopen-internship"]);
    const past = new Date(now.getTime() + 40 * 86_400_000);
    await closeOffer(house.referent, { id }, past);
    await expect(reopenOffer(house.referent, { id }, past)).rejects.toEqual(refused("deadline_passed"));
    // Nobody has to close it: it expires by itself.
    const { slug: expiring } = await addOffer(house.structure.id);
    expect(await findInternship(visitor, expiring, past)).toBeNull();
  });

  test("closes when its places are lowered to those that were taken, and who waited is told", async () => {
    const { structure, referent } = await addHouse();
    const { id, updatedAt } = await addOffer(structure.id, { places: 2 });
    const waiting = await addStudent();
    await addApplication(await addStudent(), { id }, { state: "accepted" });
    await addApplication(waiting, { id }, { state: "read" });
    await saveOffer(referent, offer({ id, places: 1, version: updatedAt.toISOString() }), now);
    expect(await db().internship.findUnique({ where: { id } })).toMatchObject({ closedBecause: "filled" });
    expect(await mailKindsTo(waiting.personId)).toEqual(["application-filled"]);
  });

  test("never has fewer places than interns, nor opens again without one to take", async () => {
    const { id, updatedAt } = await addOffer(house.structure.id, { places: 2 });
    for (let placed = 0; placed < 2; placed += 1) {
      await addApplication(await addStudent(), { id }, { state: "accepted" });
    }
    const fewer = saveOffer(house.referent, offer({ id, places: 1, version: updatedAt.toISOString() }), now);
    expect(refusalOf(await fewer.catch((error: unknown) => error))).toMatchObject({ field: "places" });
    await closeOffer(house.referent, { id }, now);
    const opened = reopenOffer(house.referent, { id }, now);
    expect(refusalOf(await opened.catch((error: unknown) => error))).toMatchObject({ code: "internship_place_left" });
    await db().internship.update({ where: { id }, data: { places: 3 }, select: { id: true } });
    await reopenOffer(house.referent, { id }, now);
  });

  test("is discarded while it is a draft, never once it was public", async () => {
    const draft = await addOffer(house.structure.id, { publishedAt: null });
    await discardOffer(house.referent, draft, now);
    expect(await db().internship.count({ where: { id: draft.id } })).toBe(0);
    const open = await addOffer(house.structure.id);
    await expect(discardOffer(house.referent, open, now)).rejects.toEqual(refused("published"));
  });

  test("goes on from last year's of the same house, never from another's", async () => {
    const [own, foreign] = [await addOffer(house.structure.id), await addOffer((await addHouse()).structure.id)];
    for (const [copiedFrom, expected] of [
      [own.id, own.id],
      [foreign.id, null],
    ] as const) {
      const input = offer({ copiedFrom });
      await saveOffer(house.referent, input, now);
      expect(await db().internship.findUnique({ where: { id: input.id } })).toMatchObject({ copiedFromId: expected });
    }
  });

  test("names skills as the taxonomy does, and only trades, towns and schools that exist", async () => {
    const { label } = await db().skill.findFirstOrThrow({ orderBy: { label: "asc" } });
    const input = offer({ skills: label.toUpperCase() });
    await saveOffer(house.referent, input, now);
    expect((await findOwnOffer(house.referent, input.id, now))?.skills).toEqual([label]);
    const first = { shownFirstTo: [house.structure.id], shownFirstUntil: addDays(today, 5) };
    for (const [change, code] of [
      [{ commission: "rien" }, "unknown_trade"],
      [{ city: "paris" }, "unknown_town"],
      [first, "unknown_school"],
    ] as const) {
      await expect(saveOffer(house.referent, offer(change), now)).rejects.toEqual(refused(code));
    }
  });

  test("shown first to a school tells its people once, and nobody else reads it", async () => {
    const school = await addStructure({ name: `École ${randomUUID()}`, kind: "school" });
    const teacher = await actorFor((await addPerson({ structures: [school.id] })).id);
    const input = offer({ shownFirstTo: [school.id], shownFirstUntil: addDays(today, 5) });
    await saveOffer(house.referent, input, now);
    await publishOffer(house.referent, input, now);
    await publishOffer(house.referent, input, now);
    const { slug } = await db().internship.findUniqueOrThrow({ where: { id: input.id } });
    const notices = await db().notice.findMany({ where: { personId: teacher.personId } });
    expect(notices.map(({ path }) => path)).toEqual([`/espace/stages/offre/${slug}`]);
    expect(await findInternship(teacher, slug, now)).not.toBeNull();
    expect(await findInternship(visitor, slug, now)).toBeNull();
    expect(await findInternship(rival, slug, now)).toBeNull();
    const later = new Date(now.getTime() + 6 * 86_400_000);
    expect(await findInternship(visitor, slug, later)).not.toBeNull();
  });
});

test("the database keeps the rules by itself", async () => {
  const { id } = house.structure;
  await expect(addOffer(id, { endsOn: inDays(80) })).rejects.toThrow(/internship_fits_its_period/);
  await expect(addOffer(id, { weeks: 10 })).rejects.toThrow(/internship_fits_its_period/);
  await expect(addOffer(id, { weeks: 27, endsOn: inDays(300) })).rejects.toThrow(/internship_length/);
  await expect(addOffer(id, { answerBy: inDays(29) })).rejects.toThrow(/internship_answered_after_deadline/);
  await expect(addOffer(id, { levels: [] })).rejects.toThrow(/internship_for_some_level/);
  await expect(addOffer(id, { closedAt: now })).rejects.toThrow(/internship_closed_why/);
  await expect(addOffer(id, { shownFirstTo: [id] })).rejects.toThrow(/internship_first_schools_until/);
});
