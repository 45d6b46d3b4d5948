import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import type { Actor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import {
  addHouses,
  afterConvening,
  CONVENED,
  convene,
  convenedAndOpen,
  HELD,
  listResolutions,
  removeOwnAssemblies,
} from "../../../test/own-assemblies.ts";
import { actsOn } from "../../../test/own-people.ts";
import { castBallots } from "../ballots/commands.ts";
import { findAssembly, findResultsPdf } from "../queries.ts";
import { adjournSession, checkIn, closeSession, notePresence, openSession } from "../session/commands.ts";
import { addResolution, closeVote, nameCandidates, openVote, withdrawResolution } from "./commands.ts";
import { resolutionInput } from "./schema.ts";

afterAll(removeOwnAssemblies);

const inputOf = (assemblyId: string, more: Record<string, unknown> = {}) =>
  resolutionInput.parse({ assemblyId, kind: "decision", title: "Budget", majority: "simple", ...more });

async function only(assemblyId: string) {
  const [resolution] = await listResolutions(assemblyId);
  if (!resolution) throw new Error("nothing to vote on");
  return resolution;
}

/** The board's votes that are `actor`'s, for this choice. */
async function cast(actor: Actor, assemblyId: string, stance: string) {
  const resolution = await only(assemblyId);
  const voter = await db().assemblyVoter.findFirstOrThrow({
    where: { assemblyId, personId: actor.kind === "person" ? actor.personId : "" },
    select: { id: true },
  });
  const choice = resolution.choices.find((one) => one.stance === stance);
  const ballots = [{ voterId: voter.id, choiceIds: [choice?.id ?? ""] }];
  await castBallots(actor, { resolutionId: resolution.id, ballots }, HELD);
}

describe("what a general assembly votes on", () => {
  test("is fixed when its notice begins to run; before, those called are told", async () => {
    const [house] = await addHouses(1);
    const { president, assemblyId, slug } = await convene("ordinary");
    await addResolution(president, inputOf(assemblyId), CONVENED);
    const notices = await db().notice.findMany({
      where: { personId: house?.actor.personId ?? "" },
      select: { kind: true, path: true },
    });
    expect(notices).toEqual([{ kind: "assembly-agenda", path: `/espace/assemblees/${slug}` }]);
    const late = fromParis(afterConvening(8), "10:00");
    await expect(addResolution(president, inputOf(assemblyId), late)).rejects.toMatchObject({ code: "agenda_closed" });
    await expect(addResolution(await actorOf("treasurer"), inputOf(assemblyId), CONVENED)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("typed wrong is told in French beside its field", () => {
    const wrong = resolutionInput.safeParse({
      assemblyId: "x",
      kind: "élection",
      title: "",
      majority: "presque",
      seats: 0,
    });
    expect(Object.keys(wrong.error?.flatten().fieldErrors ?? {}).sort()).toEqual([
      "assemblyId",
      "kind",
      "majority",
      "seats",
      "title",
    ]);
  });
});

describe("a session", () => {
  test("is not opened, nor joined, before its hour comes; nor by who does not preside", async () => {
    const [house] = await addHouses(1);
    const { president, assemblyId } = await convene("ordinary");
    const early = new Date(HELD.getTime() - 61 * 60_000);
    await expect(openSession(president, assemblyId, early)).rejects.toMatchObject({ code: "too_early" });
    await expect(checkIn(house?.actor ?? president, assemblyId, early)).rejects.toMatchObject({ code: "too_early" });
    await expect(openSession(await actorOf("treasurer"), assemblyId, HELD)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(checkIn(await actorOf("student"), assemblyId, HELD)).rejects.toMatchObject({ code: "forbidden" });
    await expect(openSession(president, assemblyId, new Date(HELD.getTime() + 86_400_000))).rejects.toMatchObject({
      code: "session_over",
    });
  });

  test("opens no vote without its quorum; who leaves is struck off", async () => {
    const [house] = await addHouses(1);
    const { president, assemblyId } = await convene("ordinary", { resolutions: "Budget" });
    await openSession(president, assemblyId, HELD);
    const { id } = await only(assemblyId);
    await expect(openVote(president, id, HELD)).rejects.toMatchObject({ code: "quorum_missing" });
    await db().assembly.update({ where: { meetingId: assemblyId }, data: { quorumPercent: 1 } });
    const voter = await db().assemblyVoter.findFirstOrThrow({
      where: { assemblyId, structureId: house?.structureId ?? "" },
    });
    const note = (isPresent: boolean) => notePresence(president, { assemblyId, voterId: voter.id, isPresent }, HELD);
    await note(true);
    await expect(adjournSession(president, assemblyId, HELD)).rejects.toMatchObject({ code: "quorum_reached" });
    await note(false);
    await expect(openVote(president, id, HELD)).rejects.toMatchObject({ code: "quorum_missing" });
    await note(true);
    await openVote(president, id, HELD);
    await openVote(president, id, HELD);
    await expect(closeSession(president, assemblyId, HELD)).rejects.toMatchObject({ code: "vote_open" });
  });

  test("is closed with its results, which are told, printed, and cannot be changed by anybody", async () => {
    const [house] = await addHouses(1);
    const { president, assemblyId, slug, eventId } = await convenedAndOpen("ordinary", { resolutions: "Budget" });
    if (!house) throw new Error("no house");
    const { id, choices } = await only(assemblyId);
    expect(await findResultsPdf(house.actor, slug, HELD)).toBeNull();
    await checkIn(house.actor, assemblyId, HELD);
    await openVote(president, id, HELD);
    const voter = await db().assemblyVoter.findFirstOrThrow({ where: { assemblyId, structureId: house.structureId } });
    const ballots = [{ voterId: voter.id, choiceIds: [choices[0]?.id ?? ""] }];
    await castBallots(house.actor, { resolutionId: id, ballots }, HELD);
    const closings = await Promise.allSettled([closeVote(president, id, HELD), closeVote(president, id, HELD)]);
    expect(closings.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await closeSession(president, assemblyId, HELD);
    const seen = await findAssembly(house.actor, slug, HELD);
    expect(seen).toMatchObject({ state: "closed" });
    expect(seen?.resolutions[0]).toMatchObject({ state: "settled", outcome: { cast: 1, present: 1, isAdopted: true } });
    expect(seen?.resolutions[0]?.choices.map(({ votes }) => votes)).toEqual([1, 0, 0]);
    expect(await db().notice.count({ where: { personId: house.actor.personId, kind: "assembly-results" } })).toBe(1);
    expect((await findResultsPdf(house.actor, slug, HELD))?.slice(0, 4)).toEqual(new Uint8Array(Buffer.from("%PDF")));
    expect(await actsOn(eventId)).toEqual([
      "convene-assembly",
      "open-session",
      "open-vote",
      "close-vote",
      "close-session",
    ]);
    await expect(withdrawResolution(president, id, HELD)).rejects.toMatchObject({ code: "session_over" });
    const owner = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
    await owner.connect();
    for (const sql of [
      `UPDATE resolution SET title = 'Autre' WHERE id = $1`,
      `DELETE FROM resolution WHERE id = $1`,
      `UPDATE resolution_choice SET votes = 9 WHERE "resolutionId" = $1`,
      `DELETE FROM electoral_roll WHERE "resolutionId" = $1`,
      `DELETE FROM open_ballot WHERE "resolutionId" = $1`,
      `UPDATE resolution_outcome SET "isAdopted" = false WHERE "resolutionId" = $1`,
      `DELETE FROM resolution_outcome WHERE "resolutionId" = $1`,
    ]) {
      await expect(owner.query(sql, [id]), sql).rejects.toThrow("resolution_is_settled");
    }
    await owner.end();
  });
});

describe("a vote", () => {
  test("is opened alone, and taken off the list with its ballots", async () => {
    const { president, assemblyId } = await convenedAndOpen("board", {
      resolutions: "Un\nDeux",
      acceptsShortNotice: true,
    });
    const [one, two] = await listResolutions(assemblyId);
    await checkIn(president, assemblyId, HELD);
    await openVote(president, one?.id ?? "", HELD);
    await expect(openVote(president, two?.id ?? "", HELD)).rejects.toMatchObject({ code: "vote_open" });
    await cast(president, assemblyId, "for");
    await withdrawResolution(president, one?.id ?? "", HELD);
    expect((await listResolutions(assemblyId)).map(({ title }) => title)).toEqual(["Deux"]);
    await openVote(president, two?.id ?? "", HELD);
  });

  test("of the board that is tied follows the president", async () => {
    const { president, assemblyId } = await convenedAndOpen("board", { resolutions: "Un" });
    const treasurer = await actorOf("treasurer");
    const { id } = await only(assemblyId);
    for (const actor of [president, treasurer]) await checkIn(actor, assemblyId, HELD);
    await openVote(president, id, HELD);
    await cast(president, assemblyId, "for");
    await cast(treasurer, assemblyId, "against");
    await closeVote(president, id, HELD);
    expect((await only(assemblyId)).outcome?.isAdopted).toBe(true);
  });

  test("elects people, whose names may change until it opens", async () => {
    const { president, assemblyId } = await convenedAndOpen("board");
    const election = {
      kind: "election",
      title: "Bureau",
      seats: 2,
      candidates: "Ada\nAda\n Grace  Hopper \n",
      isSecret: true,
    };
    await addResolution(president, inputOf(assemblyId, { ...election, candidates: "" }), HELD);
    const { id } = await only(assemblyId);
    await expect(openVote(president, id, HELD)).rejects.toMatchObject({ code: "no_candidate" });
    await nameCandidates(president, { resolutionId: id, candidates: inputOf(assemblyId, election).candidates }, HELD);
    const { choices } = await only(assemblyId);
    expect(choices.map(({ label }) => label)).toEqual(["Ada", "Grace Hopper", "Bulletin blanc"]);
    await checkIn(president, assemblyId, HELD);
    await openVote(president, id, HELD);
    await expect(nameCandidates(president, { resolutionId: id, candidates: ["Eve"] }, HELD)).rejects.toMatchObject({
      code: "vote_begun",
    });
    const voter = await db().assemblyVoter.findFirstOrThrow({ where: { assemblyId, personId: president.personId } });
    const vote = (...picked: number[]) =>
      castBallots(
        president,
        {
          resolutionId: id,
          ballots: [{ voterId: voter.id, choiceIds: picked.map((index) => choices[index]?.id ?? "") }],
        },
        HELD,
      );
    await expect(vote(0, 2)).rejects.toMatchObject({ code: "wrong_ballot" });
    await vote(0, 1);
    await closeVote(president, id, HELD);
    const settled = await only(assemblyId);
    expect(settled.choices.map(({ votes, isElected }) => [votes, isElected])).toEqual([
      [1, true],
      [1, true],
      [0, false],
    ]);
    expect(settled.outcome).toMatchObject({ isAdopted: null, cast: 1 });
    expect(
      refusalOf(
        await db()
          .resolution.delete({ where: { id } })
          .catch((error: unknown) => error),
      )?.code,
    ).toBe("resolution_is_settled");
  });
});
