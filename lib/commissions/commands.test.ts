import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import { actorFor, actsOn, addPerson } from "../../test/own-people.ts";
import { addStructure, removeOwnStructures } from "../../test/own-structures.ts";
import { joinCommission, leaveCommission } from "./commands.ts";
import { listOwnCommissions } from "./queries.ts";

const now = new Date();
const gestion = { slug: "gestion" };
afterAll(removeOwnStructures);

async function member(status: "active" | "lapsed" = "active") {
  const structure = await addStructure({ name: `Choix ${crypto.randomUUID()}`, status });
  return { structure, actor: await actorFor((await addPerson({ structures: [structure.id] })).id) };
}

describe("joining and leaving a commission", () => {
  test("is done for the structure one acts for, and noted once however often it is asked", async () => {
    const { structure, actor } = await member();
    await Promise.all(Array.from({ length: 8 }, () => joinCommission(actor, gestion, now)));
    expect([...((await listOwnCommissions(actor, now)) ?? [])]).toEqual(["gestion"]);
    expect(await actsOn(structure.id)).toEqual(["join-commission"]);
    await Promise.all(Array.from({ length: 8 }, () => leaveCommission(actor, gestion, now)));
    expect((await listOwnCommissions(actor, now))?.size).toBe(0);
    expect(await actsOn(structure.id)).toEqual(["join-commission", "leave-commission"]);
  });

  test("acts for the structure chosen, never for another of the same person", async () => {
    const [first, second] = await Promise.all(["Première", "Seconde"].map((name) => addStructure({ name })));
    if (!first || !second) throw new Error("unreachable");
    const person = await addPerson({ structures: [first.id, second.id] });
    const actor = await actorFor(person.id);
    const chosen = { ...actor, actingFor: actor.structures.find(({ id }) => id === second.id) ?? null };
    await joinCommission(chosen, gestion, now);
    expect(await db().commissionMember.count({ where: { structureId: first.id } })).toBe(0);
    expect(await db().commissionMember.count({ where: { structureId: second.id } })).toBe(1);
  });

  test("is refused without an active structure", async () => {
    for (const actor of [visitor, await actorOf("student"), await actorOf("admin"), (await member("lapsed")).actor]) {
      await expect(joinCommission(actor, gestion, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(leaveCommission(actor, gestion, now)).rejects.toMatchObject({ code: "forbidden" });
      expect(await listOwnCommissions(actor, now)).toBeNull();
    }
  });

  test("is refused for a commission that is none", async () => {
    const { actor } = await member();
    await expect(joinCommission(actor, { slug: "cuisine" }, now)).rejects.toMatchObject({ code: "unknown_commission" });
  });
});
