import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, expect, test } from "vitest";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addMember, retireMembers } from "../../../test/own-members.ts";
import { findReport, findReportPdf } from "./queries.ts";
import { reportInWords, reportLines } from "./rules.ts";
import { countFacts } from "./sql.ts";

const now = new Date("2026-11-24T10:00:00Z");
const year = { first: "2026-01-01", last: "2026-12-31" };
const nothing = {
  views: 0,
  contacts: 0,
  needsReceived: 0,
  needsTaken: 0,
  meetings: 0,
  internships: 0,
  jointBids: 0,
  expectationsVoiced: 0,
  voicesReceived: 0,
  exchanges: 0,
};
afterAll(retireMembers);

test("every figure is a row of the database, of that structure and that year, near midnight too", async () => {
  const [own, other] = [await addMember(), await addMember()];
  expect((await countFacts(db(), [own.id], year)).get(own.id)).toEqual(nothing);
  const need = (instant: string, state: "waiting" | "interested") =>
    db().need.create({
      data: {
        text: "essai",
        contactName: "x",
        contactEmail: "x@buyers.example",
        introductions: {
          create: {
            structureId: own.id,
            state,
            proposedAt: new Date(instant),
            answeredAt: state === "interested" ? new Date(instant) : null,
          },
        },
      },
    });
  // Midnight in the Artois is 23:00 UTC the day before.
  await need("2025-12-31T23:30:00Z", "interested");
  await need("2026-12-31T22:30:00Z", "waiting");
  await need("2026-12-31T23:30:00Z", "waiting");
  const commission = await db().commission.findFirstOrThrow();
  await db().expectation.create({
    data: {
      title: "essai",
      body: "",
      commissionId: commission.id,
      structureId: own.id,
      voicedAt: now,
      voices: {
        create: [
          { structureId: own.id, givenAt: now },
          { structureId: other.id, givenAt: now },
        ],
      },
    },
  });
  const { personId } = await db().affiliation.findFirstOrThrow({ where: { structureId: own.id } });
  const meeting = (instant: string, state: "present" | "absent") =>
    db().event.create({
      data: {
        slug: `essai-${crypto.randomUUID()}`,
        kind: "board_meeting",
        visibility: "board",
        title: "essai",
        startsAt: new Date(instant),
        endsAt: new Date(new Date(instant).getTime() + 3_600_000),
        meeting: { create: { attendances: { create: { personId, state } } } },
      },
    });
  await meeting("2026-05-05T16:00:00Z", "present");
  await meeting("2026-06-05T16:00:00Z", "absent");
  await meeting("2025-05-05T16:00:00Z", "present");
  const readOn = (day: string, kind: "view" | "card" | "website", count: number) => ({
    structureId: own.id,
    day: columnOfDay(day),
    kind,
    count,
  });
  await db().audienceDay.createMany({
    data: [
      readOn("2025-12-31", "view", 100),
      readOn("2026-01-01", "view", 7),
      readOn("2026-12-31", "view", 5),
      readOn("2026-12-31", "card", 2),
      readOn("2026-06-05", "website", 1),
      readOn("2027-01-01", "website", 100),
    ],
  });
  const facts = await countFacts(db(), [own.id, other.id], year);
  expect(facts.get(own.id)).toEqual({
    ...nothing,
    views: 12,
    contacts: 3,
    needsReceived: 2,
    needsTaken: 1,
    meetings: 1,
    expectationsVoiced: 1,
    voicesReceived: 1,
  });
  expect(facts.get(other.id)).toEqual(nothing);
});

test("it is honest when there is nothing", () => {
  expect(reportInWords(nothing)).toContain("n’a rien compté");
  expect(reportLines(nothing).every(({ value }) => value === "0")).toBe(true);
});

test("it is one's own alone: not even the board reads who bids with whom", async () => {
  const own = await actorOf("member");
  const which = { structureId: own.actingFor?.id ?? "" };
  expect(await findReport(own, which, now)).toMatchObject({ year: 2026 });
  for (const actor of [visitor, await actorOf("rival"), await actorOf("treasurer"), await actorOf("admin")]) {
    expect(await findReport(actor, which, now)).toBeNull();
    expect(await findReportPdf(actor, which, now)).toBeNull();
  }
});

test("it goes back to the year of the joining, not further, nor forward", async () => {
  const own = await actorOf("member");
  const structureId = own.actingFor?.id ?? "";
  const before = await db().structure.findUniqueOrThrow({ where: { id: structureId } });
  await db().structure.update({ where: { id: structureId }, data: { joinedOn: columnOfDay("2025-06-01") } });
  expect((await findReport(own, { structureId }, now))?.years).toEqual([2026, 2025]);
  for (const wrong of [2024, 2027, Number.NaN])
    expect(await findReport(own, { structureId, year: wrong }, now)).toBeNull();
  const pdf = await findReportPdf(own, { structureId, year: 2025 }, now);
  const { text } = await extractText(await getDocumentProxy(pdf ?? new Uint8Array()), { mergePages: true });
  expect(text).toContain("Ce que le club vous a apporté, 2025");
  await db().structure.update({ where: { id: structureId }, data: { joinedOn: before.joinedOn } });
});
