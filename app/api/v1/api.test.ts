import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { describeApi } from "#lib/api/openapi";
import { writeCursor } from "#lib/platform/cursor";
import { db } from "#lib/platform/db";
import * as unknown from "./[[...path]]/route.ts";
import * as commissions from "./commissions/route.ts";
import * as events from "./events/route.ts";
import * as internships from "./internships/route.ts";
import * as member from "./members/[slug]/route.ts";
import * as members from "./members/route.ts";

const mark = randomUUID().slice(0, 8);
const town = `ville-${mark}`;
const day = 86_400_000;

const lists = { members: members.GET, commissions: commissions.GET, events: events.GET, internships: internships.GET };
type List = keyof typeof lists;

const envelope = z.object({
  items: z.array(z.looseObject({ slug: z.string() })),
  total: z.number(),
  page: z.number(),
  perPage: z.number(),
  next: z.string().nullable(),
});

async function ask(list: List, query = ""): Promise<Response> {
  return await lists[list](new Request(`http://portal.example/api/v1/${list}${query}`), {
    params: Promise.resolve({}),
  });
}

async function askMember(slug: string): Promise<Response> {
  return await member.GET(new Request("http://portal.example/"), { params: Promise.resolve({ slug }) });
}

/** Every slug of a list, walked by `next`, page after page. */
async function walk(list: List, query: string): Promise<string[]> {
  const slugs: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const answer = envelope.parse(await (await ask(list, `${query}${next && `&after=${next}`}`)).json());
    slugs.push(...answer.items.map((item) => item.slug));
    next = answer.next;
  }
  return slugs;
}

/** The published description turned back into a check: what a client generated from it would demand. */
function published(component: string): z.ZodType {
  const text = JSON.stringify(describeApi().components.schemas).replaceAll("#/components/schemas/", "#/$defs/");
  return z.fromJSONSchema({ $ref: `#/$defs/${component}`, $defs: JSON.parse(text) });
}

beforeAll(async () => {
  const commission = await db().commission.findFirstOrThrow({ where: { slug: "gestion" } });
  for (const number of [1, 2, 3, 4, 5]) {
    await db().structure.create({
      data: {
        slug: `atelier-${mark}-${number}`,
        name: `Atelier ${mark} ${number}`,
        kind: "service",
        description: `Nous posons des rhododendrons${mark}. Le reste ne regarde que nous.`,
        city: `Ville ${mark}`,
        citySlug: town,
        joinedOn: new Date(),
        commissions: { create: { commissionId: commission.id, joinedOn: new Date() } },
        skills: { create: { ownLabel: "Rhododendrons", position: 0 } },
        internships: {
          create: {
            slug: `stage-${mark}-${number}`,
            title: "Stage",
            missions: "Poser.",
            levels: ["but2"],
            startsOn: new Date(Date.now() + 90 * day),
            endsOn: new Date(Date.now() + 170 * day),
            answerBy: new Date(Date.now() + 30 * day),
            weeks: 10,
            // The same day for all: the walk goes on by id.
            applyBefore: new Date(Date.now() + 5 * day),
            publishedAt: new Date(Date.now() - day),
          },
        },
      },
    });
    const startsAt = new Date(Date.now() + Math.ceil(number / 2) * day);
    await db().event.create({
      data: {
        slug: `rendez-vous-${mark}-${number}`,
        kind: "club_event",
        title: "Rendez-vous",
        startsAt,
        endsAt: new Date(startsAt.getTime() + 3_600_000),
      },
    });
  }
});

describe("lists", () => {
  test.each([
    ["members", "MemberList"],
    ["commissions", "CommissionList"],
    ["events", "EventList"],
    ["internships", "InternshipList"],
  ] as const)("%s answer what the description publishes, to any site", async (list, component) => {
    const response = await ask(list, "?perPage=5");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const answer = await response.json();
    expect(answer.items.length).toBe(5);
    expect(published(component).safeParse(answer).error).toBeUndefined();
  });

  test.each([
    ["members", `?city=${town}&perPage=2`, "atelier"],
    ["members", `?q=rhododendrons${mark}&perPage=2`, "atelier"],
    ["events", "?perPage=2", "rendez-vous"],
    ["events", "?period=all&perPage=2", "rendez-vous"],
    ["internships", "?perPage=2", "stage"],
  ] as const)("%s%s is walked whole by `next`, each row once", async (list, query, name) => {
    const slugs = await walk(list, query);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs.filter((slug) => slug.startsWith(`${name}-${mark}`)).sort()).toEqual(
      [1, 2, 3, 4, 5].map((number) => `${name}-${mark}-${number}`),
    );
  });

  test("the commissions too, in the club's order", async () => {
    const order = ["infrastructures-reseaux", "gestion", "developpement", "communication-internet", "education"];
    expect(await walk("commissions", "?perPage=2")).toEqual(order);
  });

  test("whoever has the answer already is told so", async () => {
    const tag = (await ask("commissions")).headers.get("etag") ?? "";
    const again = new Request("http://portal.example/api/v1/commissions", { headers: { "if-none-match": tag } });
    expect((await commissions.GET(again, {})).status).toBe(304);
  });
});

describe("a member", () => {
  test("answers what the description publishes", async () => {
    const answer = await (await askMember(`atelier-${mark}-1`)).json();
    expect(published("Member").safeParse(answer).error).toBeUndefined();
    expect(answer).toMatchObject({
      summary: `Nous posons des rhododendrons${mark}.`,
      website: null,
      skills: ["Rhododendrons"],
    });
  });

  test("is found again under its new address", async () => {
    const slug = `ancien-${mark}`;
    const created = await db().structure.create({
      data: { slug, name: `Ancien ${mark}`, kind: "editor", joinedOn: new Date() },
    });
    await db().structure.update({ where: { id: created.id }, data: { slug: `nouveau-${mark}` } });
    const response = await askMember(slug);
    expect([response.status, response.headers.get("location")]).toEqual([308, `/api/v1/members/nouveau-${mark}`]);
  });

  test.each(["personne", "", "\0", "é", "../x", "a".repeat(5_000)])("nobody is at %j", async (slug) => {
    expect((await askMember(slug)).status).toBe(404);
  });

  test("who has left is neither listed nor found", async () => {
    const slug = `parti-${mark}`;
    await db().structure.create({
      data: { slug, name: `Parti ${mark}`, kind: "editor", status: "resigned", joinedOn: new Date() },
    });
    expect((await askMember(slug)).status).toBe(404);
    expect(await walk("members", `?q=Parti%20${mark}`)).not.toContain(slug);
  });
});

describe("parameters that mean nothing", () => {
  const id = randomUUID();
  const foreign = writeCursor({ rank: 1, id });
  const tooLarge = writeCursor({ day: "2027-01-01", lap: 0, key: "9999999999999999999", id });

  test.each([
    ["?page=-1", 200, { page: 1 }],
    ["?page=abc", 200, { page: 1 }],
    ["?page=", 200, { page: 1 }],
    ["?page=2&page=999999", 200, { page: 2 }],
    ["?perPage=0", 200, { perPage: 1 }],
    ["?perPage=100000", 200, { perPage: 100 }],
    ["?perPage=x", 200, { perPage: 24 }],
    ["?kind=nothing", 200, { total: 0 }],
    ["?commission=%27%3B--", 200, { total: 0 }],
    ["?q=%00", 200, { page: 1 }],
    [`?q=${"a".repeat(10_000)}`, 200, { total: 0 }],
    ["?q=%22(%26%7C!*:", 200, {}],
    ["?unknown=1&q[]=2", 200, { page: 1 }],
    ["?page=1e9", 404, { title: "Introuvable" }],
    ["?page=12&perPage=100", 404, { status: 404 }],
    ["?after=zz", 400, { errors: [{ parameter: "after", detail: expect.stringContaining("next") }] }],
    [`?after=${foreign}`, 400, { errors: [{ parameter: "after", detail: expect.any(String) }] }],
    [`?after=${tooLarge}`, 400, {}],
    [`?after=${"A".repeat(10_000)}`, 400, {}],
  ])("%s answers %i", async (query, status, expected) => {
    const response = await ask("members", query);
    expect(response.status).toBe(status);
    const kind = status === 200 ? "application/json" : "application/problem+json";
    expect(response.headers.get("content-type")).toBe(`${kind}; charset=utf-8`);
    expect(await response.json()).toMatchObject(expected);
  });

  test.each(["events", "internships", "commissions"] as const)("%s say what is wrong too", async (list) => {
    for (const query of ["?page=-1", "?perPage=x", "?commission=%00&period=x", "?page=1e309"]) {
      expect((await ask(list, query)).status).toBe(200);
    }
    expect((await ask(list, "?page=100000")).status).toBe(404);
    const wrong = await ask(list, `?after=${foreign}`);
    expect(wrong.status).toBe(400);
    expect(published("Problem").safeParse(await wrong.json()).error).toBeUndefined();
  });
});

describe("what is not there", () => {
  test("an unknown address and a method that writes are told so, as problems", async () => {
    for (const [response, status] of [
      [unknown.GET(), 404],
      [unknown.POST(), 404],
      [members.POST(), 405],
      [member.DELETE(), 405],
    ] as const) {
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
      expect(await response.json()).toMatchObject({
        type: "about:blank",
        status,
        title: expect.any(String),
        detail: expect.any(String),
      });
    }
    expect(members.POST().headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect(members.OPTIONS().headers.get("access-control-allow-methods")).toContain("GET");
  });
});

describe("the description", () => {
  const description = describeApi();

  test("names every address of the API, and every reference in it leads somewhere", () => {
    expect(Object.keys(description.paths).sort()).toEqual([
      "/commissions",
      "/events",
      "/internships",
      "/members",
      "/members/{slug}",
      "/needs/match",
    ]);
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1],
    );
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((name) => !Object.hasOwn(description.components.schemas, name ?? ""))).toEqual([]);
  });

  test("names the parameters that the routes read", () => {
    const listed = z.object({
      "/members": z.object({ get: z.object({ parameters: z.array(z.object({ name: z.string() })) }) }),
    });
    const { parameters } = listed.parse(description.paths)["/members"].get;
    expect(parameters.map((parameter) => parameter.name)).toEqual([
      "q",
      "commission",
      "city",
      "skill",
      "kind",
      "page",
      "perPage",
      "after",
    ]);
  });
});
