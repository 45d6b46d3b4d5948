import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "#lib/platform/db";
import { system } from "#lib/policy/actor";
import { root } from "../../../scripts/process.ts";
import { type Misfortune, sample, startBoamp } from "../../../test/boamp-server.ts";
import { actorOf } from "../../../test/cast.ts";
import { addHouse } from "../../../test/own-people.ts";
import { removeOwnStructures } from "../../../test/own-structures.ts";
import { addTender, removeOwnTenders } from "../../../test/own-tenders.ts";
import { raiseHand } from "../hands/commands.ts";
import { findTender } from "../queries.ts";
import { importBoamp, importBoampFile, noteSetAside } from "./commands.ts";
import { boampSource } from "./open-data.ts";
import { findReading, listSetAside } from "./queries.ts";

const now = new Date("2026-11-24T09:00:00Z");
const FROM = "2026-11-20";

const servers: Awaited<ReturnType<typeof startBoamp>>[] = [];

/** The BOAMP with these records, and how long each pause was, which nobody waits for. */
async function boamp(records: unknown[]) {
  const server = await startBoamp(records);
  servers.push(server);
  const pauses: number[] = [];
  const source = { ...boampSource({ BOAMP_URL: server.url }), pause: (ms: number) => Promise.resolve(pauses.push(ms)) };
  return { ...server, source, pauses, read: (at = now) => importBoamp(system, { source }, at) };
}

/** More notices of one day than a page holds. */
const many = Array.from({ length: 130 }, (_, index) =>
  sample("former", {
    idweb: `26-8${String(index).padStart(5, "0")}`,
    nomacheteur: `ACHETEUR ${index}`,
    objet: `Site ${index}`,
  }),
);

/** Whether somebody waits for a lock of this database. */
async function isHeldUp(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    "SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE NOT l.granted AND d.datname = current_database()",
  );
  return rowCount !== null && rowCount > 0;
}

const imported = () =>
  db().tender.findMany({
    where: { boampNotices: { some: {} } },
    orderBy: { buyer: "asc" },
    select: { id: true, buyer: true, subject: true, respondBefore: true, withdrawnAt: true, postedForId: true },
  });

async function forget() {
  const rows = await imported();
  await db().boampNotice.deleteMany();
  await db().tender.deleteMany({ where: { id: { in: rows.map(({ id }) => id) }, postedForId: null } });
  await db().boampReading.deleteMany();
}

beforeEach(forget);
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await forget();
  await removeOwnTenders();
  await removeOwnStructures();
});

describe("reading the BOAMP", () => {
  test("takes what is the club's business, with its lots and their skills; a second time changes nothing", async () => {
    const { source, asked } = await boamp([
      sample("national"),
      sample("eforms"),
      sample("former"),
      sample("award"),
      sample("other-trade"),
    ]);
    const first = await importBoamp(system, { source, from: FROM }, now);
    expect(first).toEqual({ created: 3, amended: 0, known: 0, left: 2, setAside: 0, problem: null });
    const [lycee] = (await imported()).filter(({ buyer }) => buyer.startsWith("LYCEE"));
    const tender = await findTender(await actorOf("member"), lycee?.id ?? "", now);
    expect(tender).toMatchObject({
      isImported: true,
      mayEdit: true,
      departments: ["59", "62"],
      lots: [{ number: 1 }, { number: 2 }],
    });
    expect(tender?.lots.flatMap(({ skills }) => skills.map(({ slug }) => slug))).toEqual(
      expect.arrayContaining(["cablage-reseau-et-baies-de-brassage", "sauvegarde-et-restauration"]),
    );
    const again = await importBoamp(system, { source, from: FROM }, now);
    expect(again).toMatchObject({ created: 0, amended: 0, known: 3 });
    expect(await imported()).toHaveLength(3);
    // A day after the other, up to today, of the departments asked for only.
    expect(asked[0]?.searchParams.get("where")).toBe(
      `dateparution=date'2026-11-20' and (code_departement="62" or code_departement="59")`,
    );
    expect(asked.slice(0, 5).map((url) => /\d{4}-\d\d-\d\d/.exec(url.href)?.[0])).toEqual([
      "2026-11-20",
      "2026-11-21",
      "2026-11-22",
      "2026-11-23",
      "2026-11-24",
    ]);
  });

  test("is for the portal alone", async () => {
    const { source } = await boamp([]);
    await expect(importBoamp(await actorOf("president"), { source }, now)).rejects.toMatchObject({ code: "forbidden" });
    await expect(importBoampFile(await actorOf("admin"), Buffer.from("[]"), now)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("killed in the middle of keeping a page goes on from there: no notice twice, none lost", async () => {
    const { read, misfortunes, asked, url } = await boamp(many);
    const lock = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
    await lock.connect();
    // The second page comes, its tenders are written, and its notices cannot be: killed there.
    misfortunes.push(
      () => "answer",
      async () => {
        await lock.query("BEGIN; LOCK TABLE boamp_notice IN SHARE MODE");
        return "answer";
      },
    );
    const code = `import { importBoamp } from "#lib/tenders/boamp/commands";
      import { boampSource } from "#lib/tenders/boamp/open-data";
      import { system } from "#lib/policy/actor";
      await importBoamp(system, { source: boampSource({ BOAMP_URL: "${url}" }), from: "${FROM}" }, new Date("${now.toISOString()}"));`;
    const child = spawn(process.execPath, ["--conditions=react-server", "--input-type=module", "-e", code], {
      cwd: root,
    });
    const ended = once(child, "exit");
    try {
      await vi.waitUntil(() => isHeldUp(lock), { timeout: 60_000, interval: 50 });
    } finally {
      child.kill("SIGKILL");
      await ended;
      await lock.query("COMMIT");
      await lock.end();
    }
    expect(await imported()).toHaveLength(100);
    expect(await findReading(await actorOf("president"), now)).toMatchObject({ day: FROM, finishedAt: null });
    asked.length = 0;
    expect(await read()).toMatchObject({ created: 30, known: 0, problem: null });
    expect(asked[0]?.searchParams.get("offset")).toBe("100");
    const buyers = (await imported()).map(({ buyer }) => buyer);
    expect(new Set(buyers).size).toBe(130);
    expect(buyers).toHaveLength(130);
  });

  test("cut off from the network says so, and goes on from there", async () => {
    const { source, read, misfortunes, asked } = await boamp(many);
    misfortunes.push(() => "answer", ...Array<Misfortune>(5).fill((response) => response.destroy()));
    const cut = await importBoamp(system, { source, from: FROM }, now);
    expect(cut).toMatchObject({ created: 100, problem: expect.stringContaining("ne répond pas") });
    expect(await findReading(await actorOf("president"), now)).toMatchObject({ problem: cut.problem });
    asked.length = 0;
    expect(await read()).toMatchObject({ created: 30, known: 0, problem: null });
    expect(asked[0]?.searchParams.get("offset")).toBe("100");
  });

  test("made by two at once keeps each notice once, and both end", async () => {
    const { read } = await boamp(many);
    const results = await Promise.all([read(new Date("2026-11-22T09:00:00Z")), read(new Date("2026-11-22T09:00:00Z"))]);
    expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(130);
    expect(await imported()).toHaveLength(130);
    expect(results.map(({ problem }) => problem)).toEqual([null, null]);
  });

  test("asks again, later and later, what fails for a while, and no more what is refused", async () => {
    const { source, misfortunes, pauses } = await boamp([sample("national")]);
    misfortunes.push(
      (response) => response.writeHead(503).end(),
      (response) => response.writeHead(429, { "retry-after": "7" }).end(),
      (response) => response.writeHead(200).end("<html>maintenance</html>"),
      (response) => response.destroy(),
    );
    expect(await importBoamp(system, { source, from: FROM }, now)).toMatchObject({ created: 1, problem: null });
    expect(pauses).toEqual([1_000, 7_000, 4_000, 8_000]);
    misfortunes.push((response) => response.writeHead(400).end("{}"));
    expect(await importBoamp(system, { source, from: FROM }, now)).toMatchObject({
      problem: "Le BOAMP a répondu 400.",
    });
    expect(pauses).toHaveLength(4);
  });

  test("reads the last days again: what was published late under an earlier day is not lost", async () => {
    const records = [sample("national", { dateparution: "2026-11-23" })];
    const { read } = await boamp(records);
    expect(await read()).toMatchObject({ created: 1, problem: null });
    records.push(sample("former", { dateparution: "2026-11-23" }));
    expect(await read(new Date("2026-11-25T09:00:00Z"))).toMatchObject({ created: 1, known: 1 });
  });
});

describe("a malformed notice in the middle of a page", () => {
  test("is set aside with its reason and told to the board; the others are kept; mended, it is taken", async () => {
    const records: unknown[] = [sample("national"), sample("eforms", { nomacheteur: null }), "\0", sample("former")];
    const { source } = await boamp(records);
    const first = await importBoamp(system, { source, from: FROM }, now);
    expect(first).toMatchObject({ created: 2, setAside: 2, problem: null });
    const president = await actorOf("president");
    const { items, total } = await listSetAside(president, 1, now);
    expect(total).toBe(2);
    expect(items.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([expect.stringContaining("acheteur"), expect.stringContaining("pas un avis")]),
    );
    expect((await listSetAside(await actorOf("rival"), 1, now)).total).toBe(0);
    await expect(noteSetAside(await actorOf("rival"), { key: items[0]?.key ?? "" }, now)).rejects.toMatchObject({
      code: "forbidden",
    });
    records[1] = sample("eforms");
    const mended = await importBoamp(system, { source, from: FROM }, now);
    expect(mended).toMatchObject({ created: 1, known: 3, setAside: 0 });
    const [left] = (await listSetAside(president, 1, now)).items;
    await noteSetAside(president, { key: left?.key ?? "" }, now);
    expect((await listSetAside(president, 1, now)).total).toBe(0);
    // Read again, unchanged, it stays seen.
    await importBoamp(system, { source, from: FROM }, now);
    expect((await listSetAside(president, 1, now)).total).toBe(0);
  });
});

describe("what follows a notice", () => {
  test("an amendment moves the deadline and tells those who raised a hand; a cancellation says it is no more", async () => {
    const { source } = await boamp([sample("national"), sample("former"), sample("amendment"), sample("cancellation")]);
    await importBoamp(system, { source, from: FROM }, new Date("2026-11-20T09:00:00Z"));
    const [rivecourt] = (await imported()).filter(({ buyer }) => buyer.includes("RIVECOURT"));
    // Of this structure since before the notices, whenever the demonstration was loaded.
    const { referent: rival } = await addHouse();
    const tender = await findTender(rival, rivecourt?.id ?? "", now);
    const lots = [{ lotId: tender?.lots[0]?.id ?? "", role: "lead" as const }];
    await raiseHand(rival, { tenderId: tender?.id ?? "", lots, references: "", capacity: "" }, now);
    expect(await importBoamp(system, { source }, now)).toMatchObject({ created: 0, amended: 2 });
    expect(await findTender(rival, tender?.id ?? "", now)).toMatchObject({
      respondBefore: new Date("2026-12-28T11:00:00Z"),
      deadlineChanges: [{ from: new Date("2026-12-18T11:00:00Z"), personId: null }],
    });
    const told = await db().notice.count({
      where: { personId: rival.personId, kind: "tender-deadline", path: { contains: tender?.id ?? "" } },
    });
    expect(told).toBe(1);
    expect((await imported()).find(({ buyer }) => buyer.includes("LAWE"))?.withdrawnAt).toEqual(now);
    expect(await imported()).toHaveLength(2);
  });

  test("comes in one page with its notice as well as in another", async () => {
    const amendment = sample("amendment", { dateparution: FROM });
    const { source } = await boamp([sample("national"), amendment]);
    expect(await importBoamp(system, { source, from: FROM }, now)).toMatchObject({ created: 1, amended: 1 });
    expect(await imported()).toMatchObject([{ respondBefore: new Date("2026-12-28T11:00:00Z") }]);
  });

  test("is read when it names no code of the trade, and left when what it follows is nobody's here", async () => {
    const bare = { donnees: null, descripteur_code: ["999"], dc: ["999"], objet: "Rectificatif", dateparution: FROM };
    const { source } = await boamp([sample("national"), sample("amendment", bare)]);
    expect(await importBoamp(system, { source, from: FROM }, now)).toMatchObject({ created: 1, amended: 1 });
    expect(await imported()).toMatchObject([{ respondBefore: new Date("2026-12-28T11:00:00Z") }]);
    const elsewhere = { idweb: "26-900021", annonce_lie: ["26-900020"], annonces_anterieures: "" };
    const { source: other } = await boamp([sample("amendment", { ...bare, ...elsewhere })]);
    expect(await importBoamp(system, { source: other, from: FROM }, now)).toMatchObject({ created: 0, left: 1 });
  });

  test("one that a member posted is recognised by its reference, and its official deadline holds", async () => {
    const given = { buyer: "Commune de Rivecourt (exemple)", reference: "2026-inf-07", day: "2099-01-01" };
    const posted = await addTender(given, undefined, now);
    const { source } = await boamp([sample("national")]);
    expect(await importBoamp(system, { source, from: FROM }, now)).toMatchObject({ created: 0, amended: 1 });
    expect(await imported()).toMatchObject([{ id: posted, respondBefore: new Date("2026-12-18T11:00:00Z") }]);
    await db().boampNotice.deleteMany();
  });

  test("one that looks like a posted one is proposed to be the same", async () => {
    const given = { subject: "Infogérance et refonte du site", day: "2026-12-18", time: "12:00" };
    const posted = await addTender({ buyer: "Commune de Rivecourt (exemple)", ...given }, undefined, now);
    const { source } = await boamp([sample("national", { donnees: null })]);
    await importBoamp(system, { source, from: FROM }, now);
    const id = (await imported())[0]?.id ?? "";
    expect((await findTender(await actorOf("rival"), id, now))?.resembles?.id).toBe(posted);
  });
});

test("a file of the same shape is read where no network is", async () => {
  const page = { total_count: 2, results: [sample("national"), sample("former")] };
  const file = Buffer.from(JSON.stringify(page));
  expect(await importBoampFile(system, file, now)).toMatchObject({ created: 2 });
  expect(await importBoampFile(system, file, now)).toMatchObject({ created: 0, known: 2 });
  await expect(importBoampFile(system, Buffer.from("non"), now)).rejects.toMatchObject({ code: "wrong_file" });
});
