import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, describe, expect, test } from "vitest";
import { getAudience } from "#lib/structures/audience/queries";
import { addHouse } from "../../test/own-people.ts";
import { removeOwnStructures } from "../../test/own-structures.ts";
import { Audience, audienceOf } from "./audience.ts";
import { db } from "./db.ts";

afterAll(removeOwnStructures);

const READER = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };
const asked = (url: string, headers: Record<string, string> = READER, method = "GET") => ({ url, headers, method });

describe("what is counted", () => {
  test("is the page, the card and the way to the site", () => {
    expect(audienceOf(asked("/annuaire/decima"))).toEqual({ slug: "decima", kind: "view" });
    expect(audienceOf(asked("/annuaire/decima?utm_source=x"))).toEqual({ slug: "decima", kind: "view" });
    expect(audienceOf(asked("/annuaire/decima.vcf"))).toEqual({ slug: "decima", kind: "card" });
    expect(audienceOf(asked("/annuaire/decima/site"))).toEqual({ slug: "decima", kind: "website" });
  });

  test.each([
    ["another page", asked("/annuaire")],
    ["a picture of the page", asked("/annuaire/decima/opengraph-image")],
    ["a program", asked("/annuaire/decima", { "user-agent": "Googlebot/2.1" })],
    ["who says nothing", asked("/annuaire/decima", {})],
    ["somebody signed in", asked("/annuaire/decima", { ...READER, cookie: "a=b; tactic-session=xyz" })],
    ["a browser that reads ahead", asked("/annuaire/decima", { ...READER, "sec-purpose": "prefetch" })],
    ["a question about the headers", asked("/annuaire/decima", READER, "HEAD")],
  ])("is not %s", (_what, request) => {
    expect(audienceOf(request)).toBeNull();
  });
});

test("good answers of two servers add up in the database, and only for who may read them", async () => {
  const { structure, referent } = await addHouse();
  const { referent: stranger } = await addHouse();
  const servers = [open(), open()];
  for (const server of servers) {
    answer(server, `/annuaire/${structure.slug}`, 200);
    answer(server, `/annuaire/${structure.slug}`, 304);
    answer(server, `/annuaire/${structure.slug}`, 500);
    answer(server, `/annuaire/${structure.slug}.vcf`, 200);
    answer(server, `/annuaire/${structure.slug}/site`, 307);
    answer(server, "/annuaire/personne", 404);
  }
  await Promise.all(servers.map((server) => server.flush()));
  await Promise.all(servers.map((server) => server.close()));
  const now = new Date();
  expect(await getAudience(referent, structure.id, now)).toMatchObject({
    views: 4,
    contacts: 4,
    months: [{ views: 4, contacts: 4 }],
  });
  expect(await getAudience(stranger, structure.id, now)).toEqual({ views: 0, contacts: 0, months: [] });
  expect(await db().audienceDay.count({ where: { structureId: structure.id } })).toBe(3);
});

test("a count is written once, and kept while the database does not answer", async () => {
  const { structure, referent } = await addHouse();
  const server = open();
  answer(server, `/annuaire/${structure.slug}`, 200);
  await server.flush();
  await server.flush();
  await server.close();
  expect(await getAudience(referent, structure.id, new Date())).toMatchObject({ views: 1 });
  const broken = new Audience({ databaseUrl: "postgresql://nobody:x@127.0.0.1:1/none", onError: () => undefined });
  answer(broken, `/annuaire/${structure.slug}`, 200);
  await expect(broken.flush()).rejects.toThrow();
  await expect(broken.flush()).rejects.toThrow();
  await broken.close();
});

function open(): Audience {
  return new Audience({
    databaseUrl: process.env.DATABASE_URL ?? "",
    onError: (error) => {
      throw error;
    },
  });
}

/** One request, answered with this status. */
function answer(audience: Audience, url: string, statusCode: number): void {
  const response = Object.assign(new EventEmitter(), { statusCode });
  audience.note(asked(url) as unknown as IncomingMessage, response as unknown as ServerResponse);
  response.emit("finish");
}
