import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import {
  addHouses,
  CONVENED,
  convene,
  HELD,
  type House,
  listResolutions,
  removeOwnAssemblies,
  voterOf,
} from "../../../test/own-assemblies.ts";
import { actsOn, mailKindsTo } from "../../../test/own-people.ts";
import { addResolution, openVote } from "../resolutions/commands.ts";
import { resolutionInput } from "../resolutions/schema.ts";
import { loadRoll } from "../roll/queries.ts";
import { checkIn, openSession } from "../session/commands.ts";
import { giveProxy, recordPaperProxy, withdrawPaperProxy, withdrawProxy } from "./commands.ts";
import { giveProxyInput } from "./schema.ts";

afterAll(removeOwnAssemblies);

async function gathered(count: number) {
  const houses = await addHouses(count);
  const assembly = await convene("ordinary");
  const votes = await Promise.all(houses.map((house) => voterOf(assembly.assemblyId, house)));
  const ids = votes.map(({ id }) => id);
  const give = (from: number, to: number, actor = houses[from]?.actor) =>
    giveProxy(
      actor ?? assembly.president,
      { assemblyId: assembly.assemblyId, giverId: ids[from] ?? "", holderId: ids[to] ?? "" },
      CONVENED,
    );
  return { ...assembly, houses: houses as [House, House, House, ...House[]], ids, give };
}

const DECISION = { kind: "decision", title: "Budget", majority: "simple" };
const heldBy = (holderId = "") => db().assemblyProxy.count({ where: { holderId } });
const nameOf = async (refused: Promise<unknown>) =>
  refused.then(
    () => null,
    (error: unknown) => refusalOf(error)?.code ?? String(error),
  );

describe("a proxy", () => {
  test("goes to another voter, who is told; another choice replaces it; the same twice is one", async () => {
    const { give, ids, houses, eventId } = await gathered(3);
    await give(0, 1);
    await give(0, 1);
    await give(0, 2);
    expect([await heldBy(ids[1]), await heldBy(ids[2])]).toEqual([0, 1]);
    const told = (house: House) => mailKindsTo(house.actor.personId);
    expect((await told(houses[1])).filter((kind) => kind.startsWith("proxy"))).toEqual([
      "proxy-given",
      "proxy-withdrawn",
    ]);
    expect(await actsOn(eventId)).toEqual(["convene-assembly", "give-proxy", "give-proxy"]);
  });

  test("is limited per holder: of three that reach somebody at once, two do", async () => {
    const { give, ids } = await gathered(4);
    const results = await Promise.allSettled([give(0, 3), give(1, 3), give(2, 3)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect(results.flatMap((one) => (one.status === "rejected" ? [refusalOf(one.reason)] : []))).toEqual([
      expect.objectContaining({
        code: "assembly_proxy_limit",
        field: "holderId",
        message: expect.stringContaining("statuts"),
      }),
    ]);
    expect(await heldBy(ids[3])).toBe(2);
  });

  test("goes no further: two who hand each other their votes at once are not both heard", async () => {
    const { give, ids } = await gathered(3);
    const results = await Promise.allSettled([give(0, 1), give(1, 0)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await heldBy(ids[0])) + (await heldBy(ids[1]))).toBe(1);
    expect(await nameOf(give(2, (await heldBy(ids[0])) === 1 ? 1 : 0))).toBe("assembly_proxy_no_chain");
  });

  test("is given by nobody else, to nobody outside, never to oneself, never blank", async () => {
    const { give, houses, assemblyId, ids } = await gathered(3);
    await expect(give(0, 1, houses[2].actor)).rejects.toMatchObject({ code: "forbidden" });
    expect(await nameOf(give(0, 0))).toBe("assembly_proxy_to_another");
    const other = await gathered(1);
    const outside = { assemblyId, giverId: ids[0] ?? "", holderId: other.ids[0] ?? "" };
    await expect(giveProxy(houses[0].actor, outside, CONVENED)).rejects.toMatchObject({
      code: "forbidden",
      field: "holderId",
    });
    await expect(
      db().assemblyProxy.create({ data: { giverId: ids[0] ?? "", holderId: other.ids[0] ?? "" } }),
    ).rejects.toThrow(/assembly_proxy_same_assembly/);
    const blank = giveProxyInput.safeParse({ assemblyId, giverId: ids[0] });
    expect(blank.error?.issues[0]?.message).toMatch(/pouvoir en blanc/);
  });

  test("is taken back until the session opens; then neither given nor taken back from afar", async () => {
    const { give, houses, assemblyId, ids, president } = await gathered(3);
    const back = () => withdrawProxy(houses[0].actor, { assemblyId, giverId: ids[0] ?? "" }, CONVENED);
    await give(0, 1);
    await back();
    await back();
    expect(await heldBy(ids[1])).toBe(0);
    await give(0, 1);
    await openSession(president, assemblyId, HELD);
    await expect(back()).rejects.toMatchObject({ code: "proxy_frozen" });
    expect(await nameOf(give(2, 1))).toBe("assembly_proxy_before_opening");
  });

  test("counts in the quorum while its holder is there, and goes back to whoever comes, by whatever door", async () => {
    const { give, houses, assemblyId, ids, president } = await gathered(3);
    await give(0, 1);
    const presenceOf = async (index: number) =>
      (await loadRoll(db(), assemblyId)).voters.find(({ id }) => id === ids[index])?.presence;
    expect(await presenceOf(0)).toBe("absent");
    await checkIn(houses[1].actor, assemblyId, HELD);
    expect([await presenceOf(0), await presenceOf(1)]).toEqual(["represented", "present"]);
    expect((await loadRoll(db(), assemblyId)).quorum).toMatchObject({ present: 1, represented: 1 });
    await openSession(president, assemblyId, HELD);
    await db().attendance.create({
      data: { meetingId: assemblyId, personId: houses[0].actor.personId, state: "present" },
    });
    expect([await presenceOf(0), await heldBy(ids[1])]).toEqual(["present", 0]);
  });
});

describe("a proxy on paper", () => {
  const evening = async (count: number) => {
    const all = await gathered(count);
    const { president, assemblyId, ids, houses } = all;
    await checkIn(houses[0].actor, assemblyId, HELD);
    const on = (giver: number, holder: number) => ({
      assemblyId,
      giverId: ids[giver] ?? "",
      holderId: ids[holder] ?? "",
    });
    const note = (giver: number, holder: number, actor = president) => recordPaperProxy(actor, on(giver, holder), HELD);
    const takeOff = (giver: number) => withdrawPaperProxy(president, { assemblyId, giverId: ids[giver] ?? "" }, HELD);
    return { ...all, note, takeOff };
  };

  test("is noted by whoever runs the assembly, of who is absent to who is there; marked, told, in the log", async () => {
    const { note, takeOff, ids, houses, assemblyId, eventId } = await evening(3);
    await expect(note(1, 0, houses[0].actor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(note(1, 2)).rejects.toMatchObject({ code: "holder_absent", field: "holderId" });
    await expect(note(0, 1)).rejects.toMatchObject({ code: "giver_is_here", field: "giverId" });
    await note(1, 0);
    await note(1, 0);
    const giver = (await loadRoll(db(), assemblyId)).voters.find(({ id }) => id === ids[1]);
    expect(giver).toMatchObject({ presence: "represented", holder: { id: ids[0], isOnPaper: true } });
    expect(await mailKindsTo(houses[1].actor.personId)).toContain("paper-proxy-recorded");
    await checkIn(houses[2].actor, assemblyId, HELD);
    await expect(note(1, 2)).rejects.toMatchObject({ code: "proxy_given", field: "giverId" });
    await takeOff(1);
    await takeOff(1);
    expect(await heldBy(ids[0])).toBe(0);
    expect(await actsOn(eventId)).toEqual(["convene-assembly", "record-paper-proxy", "withdraw-paper-proxy"]);
  });

  test("keeps to the limit of each holder, of three noted at once too, and leaves what was given otherwise", async () => {
    const { note, takeOff, give, ids } = await evening(4);
    await give(1, 0);
    const results = await Promise.allSettled([note(2, 0), note(3, 0)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.flatMap((one) => (one.status === "rejected" ? [refusalOf(one.reason)?.code] : []))).toEqual([
      "assembly_proxy_limit",
    ]);
    await takeOff(1);
    expect(await heldBy(ids[0])).toBe(2);
  });

  test("comes and goes until the first vote, the session being open or not, and then stays", async () => {
    const { note, takeOff, ids, president, assemblyId, houses } = await evening(4);
    await addResolution(president, resolutionInput.parse({ ...DECISION, assemblyId }), CONVENED);
    await db().assembly.update({ where: { meetingId: assemblyId }, data: { quorumPercent: 0 } });
    await openSession(president, assemblyId, HELD);
    await note(1, 0);
    const [resolution] = await listResolutions(assemblyId);
    await openVote(president, resolution?.id ?? "", HELD);
    expect(await nameOf(note(2, 0))).toBe("assembly_proxy_before_first_vote");
    await expect(takeOff(1)).rejects.toMatchObject({ code: "proxy_frozen" });
    expect(await heldBy(ids[0])).toBe(1);
    // Whoever comes after all votes for themselves.
    await checkIn(houses[1].actor, assemblyId, HELD);
    expect(await heldBy(ids[0])).toBe(0);
  });
});
