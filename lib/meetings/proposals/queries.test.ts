import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, columnOfDay, dayOf, fromParis, weekdayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { system } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { proposeDates } from "./queries.ts";

const mark = randomUUID();
// Far from what the demonstration holds.
const now = new Date("2033-05-02T08:00:00Z");
const [ours, theirs] = [`a-${mark}`, `b-${mark}`];
const made: string[] = [];

beforeAll(async () => {
  for (const [index, slug] of [ours, theirs].entries()) {
    const { id } = await db().commission.create({
      data: { slug, name: slug, mission: "…", position: 2_000 + index },
      select: { id: true },
    });
    made.push(id);
  }
  const both = await addStructure({ name: `Les deux ${mark}`, commissions: [ours, theirs] });
  const person = await db().person.create({
    data: { email: `${mark}@both.example`, firstName: "Anne", lastName: "Deux", isFictional: true },
  });
  await db().affiliation.create({
    data: { personId: person.id, structureId: both.id, role: "primary_contact", startsOn: new Date("2026-01-05") },
  });
  const venue = await db().venue.create({ data: { name: `Maison ${mark}` } });
  await db().room.create({ data: { venueId: venue.id, name: `Salle ${mark}`, capacity: 30 } });
});

afterAll(async () => {
  await db().event.deleteMany({ where: { commissionId: { in: made } } });
  await removeOwnStructures();
  await db().person.deleteMany({ where: { email: `${mark}@both.example` } });
  await db().commission.deleteMany({ where: { id: { in: made } } });
  await db().room.deleteMany({ where: { name: `Salle ${mark}` } });
  await db().venue.deleteMany({ where: { name: `Maison ${mark}` } });
});

async function addMeeting(commission: 0 | 1, day: string, { cancelled = false } = {}) {
  await db().event.create({
    data: {
      slug: `x-${randomUUID()}`,
      kind: "commission_meeting",
      title: `Réunion ${commission}`,
      startsAt: fromParis(day, "18:00"),
      endsAt: fromParis(day, "19:30"),
      commissionId: made[commission] ?? "",
      ...(cancelled ? { cancellation: { create: { reason: "…" } } } : {}),
    },
  });
}

async function propose() {
  const [found] = await proposeDates(system, [ours], { needsRoom: true, now });
  return found?.proposals ?? [];
}

describe("the dates proposed to a commission", () => {
  test("follow its habit, and leave those of a commission that shares people", async () => {
    const lastOn = addDays(dayOf(now), -20);
    await addMeeting(0, lastOn);
    const [best] = await propose();
    const day = dayOf(best?.startsAt ?? now);
    expect(weekdayOf(day)).toBe(weekdayOf(lastOn));
    expect(best?.startsAt).toEqual(fromParis(day, "18:00"));
    expect(best?.endsAt).toEqual(fromParis(day, "19:30"));
    await addMeeting(1, day, { cancelled: true });
    expect((await propose())[0]?.startsAt).toEqual(best?.startsAt);
    await addMeeting(1, day);
    expect((await propose()).map(({ startsAt }) => startsAt)).not.toContainEqual(best?.startsAt);
  });

  test("leave the school holidays that the board entered for the end", async () => {
    const before = await propose();
    const [best] = before;
    const day = dayOf(best?.startsAt ?? now);
    const { id } = await db().schoolHoliday.create({
      data: { name: "essai", firstDay: columnOfDay(addDays(day, -3)), lastDay: columnOfDay(addDays(day, 3)) },
    });
    const after = await propose();
    await db().schoolHoliday.delete({ where: { id } });
    expect(after[0]?.startsAt).not.toEqual(best?.startsAt);
    expect(after[0]?.reasons.join()).not.toContain("essai");
  });

  test("come after the last of several meetings that are planned", async () => {
    for (const days of [7, 56]) await addMeeting(0, addDays(dayOf(now), days));
    const proposals = await propose();
    expect(proposals.length).toBeGreaterThan(0);
    for (const { startsAt } of proposals) expect(dayOf(startsAt) > addDays(dayOf(now), 56 + 27)).toBe(true);
  });

  test("are for those who schedule its meetings alone", async () => {
    for (const role of ["member", "formerLead", "president"] as const) {
      expect(await proposeDates(await actorOf(role), [ours, "gestion"], { needsRoom: false, now })).toEqual([]);
    }
    const lead = await actorOf("lead");
    const found = await proposeDates(lead, ["infrastructures-reseaux", "gestion"], { needsRoom: false, now });
    expect(found.map(({ slug }) => slug)).toEqual(["infrastructures-reseaux"]);
  });
});
