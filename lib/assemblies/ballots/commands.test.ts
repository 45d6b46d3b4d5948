import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import { actorOf } from "../../../test/cast.ts";
import {
  addHouses,
  CONVENED,
  convene,
  convenedAndOpen,
  HELD,
  type House,
  listResolutions,
  removeOwnAssemblies,
  voterOf,
} from "../../../test/own-assemblies.ts";
import { addPersonOf } from "../../../test/own-people.ts";
import { voting } from "../../../test/own-votes.ts";
import { giveProxy } from "../proxies/commands.ts";
import { findAssembly } from "../queries.ts";
import { addResolution, closeVote, openVote } from "../resolutions/commands.ts";
import { resolutionInput } from "../resolutions/schema.ts";
import { checkIn, notePresence, openSession } from "../session/commands.ts";
import { castBallots, recordHands } from "./commands.ts";
import { castInput } from "./schema.ts";

const owner = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
beforeAll(() => owner.connect());
afterAll(async () => {
  await removeOwnAssemblies();
  await owner.end();
});

const countOf = async (resolutionId: string) =>
  (await db().resolutionChoice.findMany({ where: { resolutionId }, orderBy: { position: "asc" } })).map(
    ({ votes }) => votes,
  );

describe("a ballot", () => {
  test.each([false, true])("is cast once, of two at the same moment too (secret: %s)", async (isSecret) => {
    const { houses, ids, cast, resolutionId, president } = await voting(3, { isSecret });
    const colleague = { ...houses[0], actor: await addPersonOf(houses[0].structureId, "colleague") };
    await checkIn(
      colleague.actor,
      (await db().resolution.findUniqueOrThrow({ where: { id: resolutionId } })).assemblyId,
      HELD,
    );
    const results = await Promise.allSettled([cast(houses[0], [ids[0]], 0), cast(colleague, [ids[0]], 1)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.flatMap((one) => (one.status === "rejected" ? [refusalOf(one.reason)?.code] : []))).toEqual([
      "electoral_roll_once",
    ]);
    await expect(
      cast(houses[0], [ids[0]], 2).catch((error: unknown) => Promise.reject(refusalOf(error))),
    ).rejects.toMatchObject({
      message: expect.stringContaining("on ne vote qu’une fois"),
    });
    for (const index of [1, 2] as const) await cast(houses[index], [ids[index]], 0);
    await closeVote(president, resolutionId, HELD);
    const counted = await countOf(resolutionId);
    expect(counted.reduce<number>((sum, votes) => sum + (votes ?? 0), 0)).toBe(3);
  });

  test.each([false, true])("of many at once is counted (secret: %s)", async (isSecret) => {
    const { houses, ids, cast, resolutionId, president } = await voting(6, { isSecret });
    await Promise.all(houses.map((house, index) => cast(house, [ids[index] ?? ""], index % 3)));
    await closeVote(president, resolutionId, HELD);
    expect(await countOf(resolutionId)).toEqual([2, 2, 2]);
    expect(await db().secretUrn.count({ where: { resolutionId } })).toBe(0);
    await expect(cast(houses[0], [ids[0]], 0)).rejects.toMatchObject({ code: "vote_not_open" });
    await expect(closeVote(president, crypto.randomUUID(), HELD)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is refused to whoever is not noted present, for another’s vote, and for an answer of another vote", async () => {
    const { houses, ids, cast, resolutions, resolutionId } = await voting(3, { votes: 2 });
    await expect(cast(houses[0], [ids[1]], 0)).rejects.toMatchObject({ code: "forbidden" });
    const away = await addPersonOf(houses[0].structureId, "colleague");
    await expect(cast({ ...houses[0], actor: away }, [ids[0]], 0)).rejects.toMatchObject({ code: "not_present" });
    const [absent] = await addHouses(1);
    await expect(cast(absent ?? houses[0], [ids[0]], 0)).rejects.toMatchObject({ code: "forbidden" });
    const ballots = [{ voterId: ids[0], choiceIds: [resolutions[1]?.choices[0]?.id ?? ""] }];
    await expect(castBallots(houses[0].actor, { resolutionId, ballots }, HELD)).rejects.toMatchObject({
      code: "wrong_ballot",
    });
    await expect(cast(houses[0], [ids[0]], 0, 1)).rejects.toMatchObject({ code: "vote_not_open" });
    const nothing = castInput.safeParse({ resolutionId, ballots: [{ voterId: ids[0] }] });
    expect(nothing.error?.issues[0]?.message).toBe("Choisissez une réponse.");
  });

  test("of somebody who gave their proxy is cast by its holder, apart from the holder’s own", async () => {
    const houses = (await addHouses(3)) as [House, House, House];
    const { president, assemblyId, slug } = await convene("ordinary", { resolutions: "Budget" });
    const [a, b, c] = await Promise.all(houses.map(async (house) => (await voterOf(assemblyId, house)).id));
    if (!a || !b || !c) throw new Error("no votes");
    for (const giver of [0, 1] as const) {
      await giveProxy(houses[giver].actor, { assemblyId, giverId: giver === 0 ? a : b, holderId: c }, CONVENED);
    }
    await db().assembly.update({ where: { meetingId: assemblyId }, data: { quorumPercent: 0 } });
    await openSession(president, assemblyId, HELD);
    await checkIn(houses[2].actor, assemblyId, HELD);
    const [resolution] = await listResolutions(assemblyId);
    await openVote(president, resolution?.id ?? "", HELD);
    expect((await findAssembly(houses[2].actor, slug, HELD))?.voices.map(({ id }) => id).sort()).toEqual(
      [a, b, c].sort(),
    );
    // One of them comes after all: their vote is theirs again.
    await checkIn(houses[0].actor, assemblyId, HELD);
    const choices = resolution?.choices.map(({ id }) => id) ?? [];
    const ballot = (voterId: string, choice: number) => ({ voterId, choiceIds: [choices[choice] ?? ""] });
    const resolutionId = resolution?.id ?? "";
    await expect(castBallots(houses[2].actor, { resolutionId, ballots: [ballot(a, 0)] }, HELD)).rejects.toMatchObject({
      code: "forbidden",
    });
    await castBallots(houses[2].actor, { resolutionId, ballots: [ballot(b, 1), ballot(c, 0)] }, HELD);
    await castBallots(houses[0].actor, { resolutionId, ballots: [ballot(a, 0)] }, HELD);
    await closeVote(president, resolutionId, HELD);
    expect(await countOf(resolutionId)).toEqual([2, 1, 0]);
    expect((await listResolutions(assemblyId))[0]?.outcome).toMatchObject({ present: 2, represented: 1, cast: 3 });
  });
});

describe("a show of hands", () => {
  test("notes those who stand apart and all the others at once, but for those who voted already", async () => {
    const { houses, ids, cast, resolutionId, resolutions, president } = await voting(3);
    await cast(houses[0], [ids[0]], 2);
    const choices = resolutions[0]?.choices.map(({ id }) => id) ?? [];
    const hands = [
      { voterId: ids[1], choiceId: choices[1] },
      { voterId: ids[0], choiceId: choices[0] },
    ];
    await recordHands(president, { resolutionId, hands, others: choices[0] }, HELD);
    await expect(recordHands(president, { resolutionId, hands, others: choices[0] }, HELD)).rejects.toMatchObject({
      code: "nobody_left",
    });
    await closeVote(president, resolutionId, HELD);
    expect(await countOf(resolutionId)).toEqual([1, 1, 1]);
  });

  test("is the chair’s alone, and never of a secret vote", async () => {
    const open = await voting(1);
    const others = open.resolutions[0]?.choices[0]?.id;
    const { resolutionId } = open;
    await expect(
      recordHands(await actorOf("treasurer"), { resolutionId, hands: [], others }, HELD),
    ).rejects.toMatchObject({ code: "forbidden" });
    const secret = await voting(1, { isSecret: true });
    const hands = { resolutionId: secret.resolutionId, hands: [], others: secret.resolutions[0]?.choices[0]?.id };
    await expect(recordHands(secret.president, hands, HELD)).rejects.toMatchObject({ code: "secret_vote" });
  });
});

describe("a secret vote", () => {
  test("leaves nothing in the database that ties a voter to an answer, while it is open and afterwards", async () => {
    const { houses, ids, cast, resolutionId, resolutions, president } = await voting(3, { isSecret: true });
    const choiceIds = resolutions[0]?.choices.map(({ id }) => id) ?? [];
    const before = await snapshot();
    await cast(houses[0], [ids[0]], 0);
    await cast(houses[1], [ids[1]], 1);
    await cast(houses[2], [ids[2]], 0);
    const written = await writtenSince(before);
    // Who has voted, and an urn: no other table was touched.
    expect([...new Set(written.map(tableOf))].sort()).toEqual(["electoral_roll", "secret_urn"]);
    for (const row of written) expect(choiceIds.filter((id) => row.includes(id))).toEqual([]);
    await closeVote(president, resolutionId, HELD);
    const people = houses.map(({ actor }) => actor.personId);
    const tied = [...(await snapshot())].filter(
      (row) => choiceIds.some((id) => row.includes(id)) && [...ids, ...people].some((id) => row.includes(id)),
    );
    expect(tied).toEqual([]);
    expect(await countOf(resolutionId)).toEqual([2, 1, 0]);
  });

  test("writes the same for one answer as for another: same rows, same lengths, sums that say nothing", async () => {
    const { houses, ids, cast, resolutions, open, president } = await voting(1, { isSecret: true, votes: 2 });
    const shapes: string[][] = [];
    for (const [index, choice] of [
      [0, 0],
      [1, 2],
    ] as const) {
      if (index === 1) await open(1);
      const before = await snapshot();
      await cast(houses[0], [ids[0]], choice, index);
      shapes.push((await writtenSince(before)).map((row) => `${tableOf(row)} ${row.length}`).sort());
      await closeVote(president, resolutions[index]?.id ?? "", HELD);
    }
    expect(shapes[0]).toEqual(shapes[1]);
  });

  test("has an urn whose bytes change at each ballot, whatever it bears, and that no other secret opens", async () => {
    const { houses, ids, cast, resolutionId, president } = await voting(2, { isSecret: true });
    const sealed = async () => (await db().secretUrn.findUniqueOrThrow({ where: { resolutionId } })).sealed;
    const empty = await sealed();
    await cast(houses[0], [ids[0]], 0);
    expect((await sealed()).length).toBe(empty.length);
    expect(await sealed()).not.toBe(empty);
    const isSealed = async (act: () => Promise<void>) => {
      const secret = process.env.AUTH_SECRET;
      process.env.AUTH_SECRET = "another secret, of the same portal later on";
      try {
        await expect(act()).rejects.toMatchObject({ code: "urn_sealed" });
      } finally {
        process.env.AUTH_SECRET = secret;
      }
    };
    await isSealed(() => cast(houses[1], [ids[1]], 0));
    // Who was refused has not voted.
    await cast(houses[1], [ids[1]], 0);
    await isSealed(() => closeVote(president, resolutionId, HELD));
    await closeVote(president, resolutionId, HELD);
    expect(await countOf(resolutionId)).toEqual([2, 0, 0]);
  });

  test("is not closed while its result would tell a ballot, and shows meanwhile how many voted, not who", async () => {
    const { houses, ids, cast, resolutionId, president, slug } = await voting(4, { isSecret: true });
    const seenBy = async (actor: House["actor"]) =>
      (await findAssembly(actor, slug, HELD))?.resolutions.map(({ ballots, roll }) => [ballots, roll]);
    const few = { code: "too_few_ballots" };
    for (const index of [0, 1] as const) {
      await cast(houses[index], [ids[index]], index);
      await expect(closeVote(president, resolutionId, HELD)).rejects.toMatchObject(few);
    }
    expect(await seenBy(president)).toEqual([[2, []]]);
    expect(await seenBy(houses[0].actor)).toEqual([[2, [ids[0]]]]);
    await cast(houses[2], [ids[2]], 0);
    await closeVote(president, resolutionId, HELD);
    expect(await seenBy(president)).toEqual([[3, [...ids].slice(0, 3).sort()]]);
  });

  test("of fewer than three is closed once all of them have voted, or are gone", async () => {
    const { houses, ids, cast, resolutionId, president, assemblyId } = await voting(2, { isSecret: true });
    await cast(houses[0], [ids[0]], 0);
    await expect(closeVote(president, resolutionId, HELD)).rejects.toMatchObject({ code: "too_few_ballots" });
    await notePresence(president, { assemblyId, voterId: ids[1], isPresent: false }, HELD);
    await closeVote(president, resolutionId, HELD);
    expect(await countOf(resolutionId)).toEqual([1, 0, 0]);
  });

  test("of the board is as secret: the president’s own vote decides nothing", async () => {
    const { president, assemblyId } = await convenedAndOpen("board");
    const input = { assemblyId, kind: "decision", title: "Secret", majority: "simple", isSecret: true };
    await addResolution(president, resolutionInput.parse(input), HELD);
    const [resolution] = await listResolutions(assemblyId);
    const treasurer = await actorOf("treasurer");
    for (const actor of [president, treasurer]) await checkIn(actor, assemblyId, HELD);
    await openVote(president, resolution?.id ?? "", HELD);
    for (const [index, actor] of [president, treasurer].entries()) {
      const voter = await db().assemblyVoter.findFirstOrThrow({ where: { assemblyId, personId: actor.personId } });
      const ballots = [{ voterId: voter.id, choiceIds: [resolution?.choices[index]?.id ?? ""] }];
      await castBallots(actor, { resolutionId: resolution?.id ?? "", ballots }, HELD);
    }
    await closeVote(president, resolution?.id ?? "", HELD);
    expect((await listResolutions(assemblyId))[0]?.outcome?.isAdopted).toBe(false);
  });
});

/** Every row of every table as text: what anybody who reads the whole database reads. */
async function snapshot(): Promise<Set<string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const all = tables.map(({ name }) => `SELECT '${name} ' || t::text AS row FROM "${name}" t`);
  const { rows } = await owner.query<{ row: string }>(all.join(" UNION ALL "));
  return new Set(rows.map(({ row }) => row));
}

/** What was written since, each row with the name of its table before it. */
async function writtenSince(before: Set<string>): Promise<string[]> {
  return [...(await snapshot())].filter((row) => !before.has(row));
}

const tableOf = (row: string) => row.slice(0, row.indexOf(" "));
