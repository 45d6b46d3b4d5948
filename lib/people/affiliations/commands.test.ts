import { afterAll, describe, expect, test } from "vitest";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import { type PersonActor, visitor } from "#lib/policy/actor";
import { actsOn, addHouse, addPersonOf, signedInAs } from "../../../test/own-people.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { actFor, changeRole, handOver, introduceMyself, leaveStructure, removePerson } from "./commands.ts";
import { listFormerPeople, listFormerStructures, listPeople } from "./queries.ts";

afterAll(removeOwnStructures);

const now = new Date();
const LAST = "structure_keeps_a_referent";

describe("the last référent", () => {
  test("cannot be removed, demoted, nor leave, alone or with colleagues", async () => {
    const { structure, referent } = await addHouse();
    const own = await placeOf(referent, structure.id);
    const tries = [
      () => leaveStructure(referent, { structureId: structure.id }, now),
      () => removePerson(referent, { id: own }, now),
      () => changeRole(referent, { id: own, role: "colleague" }, now),
    ];
    for (const attempt of tries) expect(await refusalFrom(attempt())).toMatchObject({ code: LAST });
    await addPersonOf(structure.id, "colleague");
    for (const attempt of tries) expect(await refusalFrom(attempt())).toMatchObject({ code: LAST });
    expect((await listPeople(referent, structure.id, now)).map(({ role }) => role)).toEqual([
      "primary_contact",
      "colleague",
    ]);
    expect(await actsOn(structure.id)).toEqual([]);
  });

  test("two who remove each other at once: one is refused, again and again", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { structure, referent } = await addHouse();
      const other = await addPersonOf(structure.id, "primary_contact");
      const [first, second] = [await placeOf(referent, structure.id), await placeOf(other, structure.id)];
      const tries = await Promise.allSettled([
        removePerson(referent, { id: second }, now),
        removePerson(other, { id: first }, now),
      ]);
      expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await db().affiliation.count({ where: { structureId: structure.id, endsOn: null } })).toBe(1);
    }
  });

  test("the database holds by itself, whoever writes and however", async () => {
    const { structure, referent } = await addHouse();
    const other = await addPersonOf(structure.id, "primary_contact");
    const end = (actor: PersonActor) =>
      db().affiliation.updateMany({
        where: { structureId: structure.id, personId: actor.personId },
        data: { endsOn: new Date("2026-06-01") },
      });
    const tries = await Promise.allSettled([end(referent), end(other)]);
    expect(tries.filter(({ status }) => status === "rejected")).toHaveLength(1);
    const left = { structureId: structure.id, endsOn: null };
    expect(await refusalFrom(db().affiliation.deleteMany({ where: left }))).toMatchObject({ code: LAST });
    const { id: empty } = await addStructure({ name: `Vide ${structure.id}` });
    expect(await refusalFrom(addPersonOf(empty, "colleague"))).toMatchObject({ code: LAST });
  });

  test("the erasure of a person may leave a structure empty, never colleagues without référent", async () => {
    const { structure, referent } = await addHouse();
    const colleague = await addPersonOf(structure.id, "colleague");
    const erase = (actor: PersonActor) => db().person.delete({ where: { id: actor.personId } });
    expect(await refusalFrom(erase(referent))).toMatchObject({ code: LAST });
    await erase(colleague);
    await erase(referent);
    expect(await db().affiliation.count({ where: { structureId: structure.id } })).toBe(0);
  });

  test("of a structure that left the club goes freely", async () => {
    const { structure, referent } = await addHouse();
    await db().structure.update({ where: { id: structure.id }, data: { status: "resigned" } });
    await leaveStructure(referent, { structureId: structure.id }, now);
    expect((await signedInAs(referent.sessionId)).structures).toEqual([]);
  });
});

describe("a référent", () => {
  test("removes somebody: their rights end at once, their history and account stay, they are told", async () => {
    const { structure, referent } = await addHouse();
    const colleague = await addPersonOf(structure.id, "colleague");
    const place = await placeOf(colleague, structure.id);
    await removePerson(referent, { id: place }, now);
    expect((await signedInAs(colleague.sessionId)).structures).toEqual([]);
    expect(await listFormerPeople(referent, structure.id, now)).toHaveLength(1);
    expect(await listFormerStructures(colleague)).toMatchObject([{ structure: { name: structure.name } }]);
    expect(await db().mail.count({ where: { toAddress: colleague.email, kind: "affiliation-changed" } })).toBe(1);
    expect(await actsOn(structure.id)).toEqual(["remove-person"]);
    await expect(removePerson(referent, { id: place }, now)).rejects.toMatchObject({ code: "not_there" });
  });

  test("names another, who is told, and can then leave", async () => {
    const { structure, referent } = await addHouse();
    const colleague = await addPersonOf(structure.id, "colleague");
    await changeRole(referent, { id: await placeOf(colleague, structure.id), role: "primary_contact" }, now);
    await leaveStructure(referent, { structureId: structure.id }, now);
    expect((await signedInAs(colleague.sessionId)).actingFor?.role).toBe("primary_contact");
    expect(await db().mail.count({ where: { toAddress: colleague.email } })).toBe(1);
    expect(await actsOn(structure.id)).toEqual(["change-role", "leave-structure"]);
  });

  test("hands over: the other is référent, oneself a colleague", async () => {
    const { structure, referent } = await addHouse();
    const colleague = await addPersonOf(structure.id, "colleague");
    await handOver(referent, { id: await placeOf(colleague, structure.id) }, now);
    expect((await signedInAs(referent.sessionId)).actingFor?.role).toBe("colleague");
    expect((await signedInAs(colleague.sessionId)).actingFor?.role).toBe("primary_contact");
    const own = await placeOf(referent, structure.id);
    await expect(handOver(referent, { id: own }, now)).rejects.toMatchObject({ code: "not_referent" });
  });

  test("decides for nobody else's structure, nor does a colleague or a visitor; nothing changes, the attempt is noted", async () => {
    const { structure, referent } = await addHouse();
    const colleague = await addPersonOf(structure.id, "colleague");
    const { referent: stranger } = await addHouse();
    const id = await placeOf(referent, structure.id);
    for (const actor of [colleague, stranger]) {
      await expect(removePerson(actor, { id }, now)).rejects.toMatchObject({ code: "not_there" });
      await expect(changeRole(actor, { id, role: "colleague" }, now)).rejects.toMatchObject({ code: "not_there" });
      await expect(handOver(actor, { id }, now)).rejects.toMatchObject({ code: "not_there" });
    }
    await expect(removePerson(visitor, { id }, now)).rejects.toMatchObject({ code: "not_there" });
    expect(await db().auditEntry.count({ where: { subjectId: id, action: "refuse-person" } })).toBe(7);
    expect(await listPeople(stranger, structure.id, now)).toEqual([]);
    expect(await listPeople(referent, structure.id, now)).toHaveLength(2);
  });
});

describe("a person", () => {
  test("leaves, comes back, and keeps one history", async () => {
    const { structure, referent } = await addHouse();
    const colleague = await addPersonOf(structure.id, "colleague");
    await leaveStructure(colleague, { structureId: structure.id }, now);
    await expect(leaveStructure(colleague, { structureId: structure.id }, now)).rejects.toMatchObject({
      code: "not_there",
    });
    await db().affiliation.create({
      data: { personId: colleague.personId, structureId: structure.id, startsOn: columnOfDay(dayOf(now)) },
    });
    expect(await listFormerStructures(colleague)).toHaveLength(1);
    expect(await listPeople(referent, structure.id, now)).toHaveLength(2);
  });

  test("of several structures acts for the one they chose, until their place there ends", async () => {
    const { structure, referent } = await addHouse();
    const { structure: second, referent: other } = await addHouse();
    await db().affiliation.create({
      data: { personId: referent.personId, structureId: second.id, startsOn: columnOfDay(dayOf(now)) },
    });
    const person = await signedInAs(referent.sessionId);
    expect(person.actingFor?.id).toBe(structure.id);
    await actFor(person, { structureId: second.id });
    expect((await signedInAs(person.sessionId)).actingFor?.id).toBe(second.id);
    await removePerson(other, { id: await placeOf(person, second.id) }, now);
    expect((await signedInAs(person.sessionId)).actingFor?.id).toBe(structure.id);
  });

  test("acts for no structure but their own: refused, nothing changed, noted", async () => {
    const { referent } = await addHouse();
    const { structure: foreign } = await addHouse();
    await expect(actFor(referent, { structureId: foreign.id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await db().session.count({ where: { id: referent.sessionId, actingForId: null } })).toBe(1);
    expect(await actsOn(foreign.id)).toEqual(["refuse-structure"]);
  });

  test("chooses alone whether they are named, for their own place only", async () => {
    const { structure, referent } = await addHouse();
    const { structure: foreign } = await addHouse();
    await introduceMyself(referent, { structureId: structure.id, position: "Gérante", visibility: "public" });
    expect(await listPeople(referent, structure.id, now)).toMatchObject([
      { position: "Gérante", visibility: "public" },
    ]);
    await expect(introduceMyself(referent, { structureId: foreign.id, visibility: "public" })).rejects.toMatchObject({
      code: "not_there",
    });
  });
});

async function placeOf(actor: PersonActor, structureId: string): Promise<string> {
  const row = await db().affiliation.findFirst({
    where: { personId: actor.personId, structureId, endsOn: null },
    select: { id: true },
  });
  return row?.id ?? crypto.randomUUID();
}

/** Why it was refused: by the rule of the database, as the form will say it. */
async function refusalFrom(attempt: Promise<unknown>) {
  try {
    await attempt;
  } catch (error) {
    return refusalOf(error) ?? error;
  }
  return "done";
}
