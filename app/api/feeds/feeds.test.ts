import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { feedRewrites } from "#lib/platform/feed-rewrites";
import { fold } from "#lib/platform/slug";
import * as newsAtom from "./actualites/atom/route.ts";
import * as eventCalendar from "./agenda/[slug]/ics/route.ts";
import * as agendaCsv from "./agenda/csv/route.ts";
import * as agendaCalendar from "./agenda/ics/route.ts";
import * as card from "./annuaire/[slug]/vcf/route.ts";
import * as directoryCsv from "./annuaire/csv/route.ts";
import * as commissionCalendar from "./commissions/[slug]/ics/route.ts";
import * as commissionsCsv from "./commissions/csv/route.ts";
import * as internshipsAtom from "./stages/atom/route.ts";
import * as internshipsCsv from "./stages/csv/route.ts";

const mark = randomUUID().slice(0, 8);
const day = 86_400_000;

type Get = (request: Request, context: { params: Promise<{ slug: string }> }) => Promise<Response>;

async function ask(get: Get, { slug = "", query = "" } = {}): Promise<Response> {
  return await get(new Request(`http://portal.example/${query}`), { params: Promise.resolve({ slug }) });
}

async function read(get: Get, asked = {}): Promise<string> {
  const response = await ask(get, asked);
  expect(response.status).toBe(200);
  // Folded lines are told as one.
  return (await response.text()).replaceAll("\r\n ", "");
}

beforeAll(async () => {
  const commission = await db().commission.findFirstOrThrow({ where: { slug: "education" } });
  const structure = await db().structure.create({
    data: {
      slug: `avant-${mark}`,
      name: `=Forge ${mark}`,
      kind: "agency",
      email: `${mark}@forge.example`,
      phone: "03 53 01 77 66",
      address: `7 rue ${mark}`,
      city: `Forgeville ${mark}`,
      citySlug: `forgeville-${mark}`,
      joinedOn: new Date(),
    },
  });
  await db().structure.update({ where: { id: structure.id }, data: { slug: `forge-${mark}` } });
  const offer = {
    missions: "…",
    levels: ["but2" as const],
    startsOn: new Date(Date.now() + 90 * day),
    endsOn: new Date(Date.now() + 150 * day),
    answerBy: new Date(Date.now() + 30 * day),
    weeks: 8,
    structureId: structure.id,
  };
  const published = { publishedAt: new Date(Date.now() - day), applyBefore: new Date(Date.now() + 9 * day) };
  await db().internship.create({ data: { ...offer, ...published, slug: `ouvert-${mark}`, title: `Ouvert <${mark}>` } });
  await db().internship.create({
    data: {
      ...offer,
      ...published,
      slug: `ferme-${mark}`,
      title: "Fermé",
      closedAt: new Date(),
      closedBecause: "withdrawn",
    },
  });
  const [startsAt, endsAt] = [new Date(Date.now() + day), new Date(Date.now() + day + 3_600_000)];
  const event = { startsAt, endsAt, commissionId: commission.id, kind: "commission_meeting" } as const;
  await db().event.create({
    data: {
      ...event,
      slug: `public-${mark}`,
      title: `Public ${mark}`,
      cancellation: { create: { reason: `Neige ${mark}` } },
    },
  });
  await db().event.create({
    data: {
      ...event,
      kind: "club_event",
      slug: `ouvert-a-tous-${mark}`,
      title: `Salon ${mark}`,
      cancellation: { create: { reason: `Grève ${mark}` } },
    },
  });
  await db().event.create({
    data: { ...event, slug: `membres-${mark}`, title: `Membres ${mark}`, visibility: "members" },
  });
});

describe("the directory's file", () => {
  test("obeys the filters of the page and shows neither e-mail, telephone nor street", async () => {
    const text = await read(directoryCsv.GET, { query: `?ville=forgeville-${mark}&ville=lens&page=7` });
    expect(text.split("\r\n")).toHaveLength(3);
    expect(text).toContain(`'=Forge ${mark};Agence web;`);
    expect(text).not.toMatch(new RegExp(`@forge|03 53 01|7 rue ${mark}`));
  });

  test.each([`?q=${"x".repeat(10_000)}`, "?type=nothing", "?commission=a&commission=gestion", "?ville=%27"])(
    "is empty for what means nothing, %.20s",
    async (query) => {
      expect((await read(directoryCsv.GET, { query })).split("\r\n")).toHaveLength(2);
    },
  );

  test("bears a NUL", async () => {
    expect(await read(directoryCsv.GET, { query: "?ville=%00&q=%00" })).toContain(`Forge ${mark}`);
  });
});

describe("a member's card", () => {
  test("is a file named after the member, with how to reach it", async () => {
    const response = await ask(card.GET, { slug: `forge-${mark}` });
    expect(response.headers.get("content-type")).toBe("text/vcard; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="forge-${mark}.vcf"`);
    expect(await response.text()).toContain(`EMAIL;TYPE=work:${mark}@forge.example`);
  });

  test("is found under the address it had before; nobody's is not", async () => {
    const moved = await ask(card.GET, { slug: `avant-${mark}` });
    expect([moved.status, moved.headers.get("location")]).toEqual([308, `/annuaire/forge-${mark}.vcf`]);
    for (const slug of ["personne", "\0", "%", ""]) expect((await ask(card.GET, { slug })).status).toBe(404);
  });
});

describe("calendars", () => {
  test.each([
    ["the agenda's", agendaCalendar.GET, ""],
    ["a commission's", commissionCalendar.GET, "education"],
  ])("%s holds public events, cancelled ones too, and no other", async (_, get, slug) => {
    const text = await read(get, { slug });
    expect(text).toContain(`SUMMARY:Public ${mark}`);
    // Why a rendez-vous open to all is off is everybody's; why a meeting is, is for those called.
    expect(text).toContain(`Annulé\u202f: Grève ${mark}`);
    expect(text).not.toContain(`Neige ${mark}`);
    expect(text).not.toContain(`Membres ${mark}`);
  });

  test("one event's is only for those who may read it", async () => {
    expect(await read(eventCalendar.GET, { slug: `public-${mark}` })).toContain("STATUS:CANCELLED");
    expect((await ask(eventCalendar.GET, { slug: `membres-${mark}` })).status).toBe(404);
    expect((await ask(commissionCalendar.GET, { slug: "nulle" })).status).toBe(404);
  });

  test("are not sent again to whoever has them", async () => {
    const tag = (await ask(agendaCalendar.GET)).headers.get("etag") ?? "";
    const again = new Request("http://portal.example/", { headers: { "if-none-match": `"other", ${tag}` } });
    const response = await agendaCalendar.GET(again, {});
    expect([response.status, await response.text(), response.headers.get("etag")]).toEqual([304, "", tag]);
  });
});

test("feeds and files of offers hold the open ones only", async () => {
  for (const get of [internshipsAtom.GET, internshipsCsv.GET]) {
    const text = await read(get);
    expect(text).toContain(`/stages/ouvert-${mark}`);
    expect(text).not.toContain(`/stages/ferme-${mark}`);
  }
  expect(await read(internshipsAtom.GET)).toContain(`<title>Ouvert &lt;${mark}&gt;</title>`);
});

test("the other files and feeds answer", async () => {
  expect(await read(agendaCsv.GET, { query: "?commission=education" })).toContain(`Public ${mark}`);
  expect(await read(agendaCsv.GET, { query: "?commission=gestion" })).not.toContain(`Public ${mark}`);
  expect(fold(await read(commissionsCsv.GET))).toContain("infrastructures et reseaux");
  expect(await read(newsAtom.GET)).toContain("<feed");
});

describe("public addresses with a dot", () => {
  test.each(feedRewrites)("$source has a route", ({ destination }) => {
    expect(existsSync(`app${destination.replace(/:(slug|token)/, "[$1]")}/route.ts`)).toBe(true);
  });

  test("are those of the contract, and one file for each list", () => {
    expect(feedRewrites.map(({ source }) => source).sort()).toEqual([
      "/actualites.atom",
      "/actualites.csv",
      "/agenda.csv",
      "/agenda.ics",
      "/agenda/:slug.ics",
      "/annuaire.csv",
      "/annuaire/:slug.vcf",
      "/calendrier/:token.ics",
      "/commissions.csv",
      "/commissions/:slug.ics",
      "/stages.atom",
      "/stages.csv",
    ]);
  });
});
