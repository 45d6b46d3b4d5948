import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { actorFor, actsOn, addPerson, mailKindsTo, openSession } from "../../../test/own-people.ts";
import { findActor } from "../queries.ts";
import { grantAdministration, liftSuspension, suspendPerson, withdrawAdministration } from "./commands.ts";
import { findAccount, listAccounts } from "./queries.ts";
import { suspendInput } from "./schema.ts";

const now = new Date();
const reason = "Adresse détournée";

describe("suspending somebody", () => {
  test("closes the door at their next request, and lifting opens it for the same session", async () => {
    const person = await addPerson();
    const session = await openSession(person.id);
    const president = await actorOf("president");
    await suspendPerson(president, { personId: person.id, reason }, now);
    await suspendPerson(president, { personId: person.id, reason: "une autre" }, now);
    expect(await findActor(session, now)).toBeNull();
    expect(await db().suspension.findUnique({ where: { personId: person.id } })).toMatchObject({ reason });
    // The log is for ever: nobody's own words are in it.
    const noted = await db().auditEntry.findMany({ where: { subjectId: person.id, action: "suspend-person" } });
    expect(noted.map(({ detail }) => detail)).toEqual([{}]);
    await liftSuspension(president, { personId: person.id }, now);
    await liftSuspension(president, { personId: person.id }, now);
    expect(await findActor(session, now)).not.toBeNull();
    expect((await mailKindsTo(person.id)).sort()).toEqual(["access-restored", "access-suspended"]);
    expect(await actsOn(person.id)).toEqual(["suspend-person", "lift-suspension"]);
  });

  test("belongs to the board and the administrators, and is never done to oneself", async () => {
    const person = await addPerson();
    const act = { personId: person.id, reason };
    for (const actor of [visitor, await actorOf("member"), await actorOf("lead"), await actorOf("student")]) {
      await expect(suspendPerson(actor, act, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(liftSuspension(actor, act, now)).rejects.toMatchObject({ code: "forbidden" });
    }
    const admin = await actorOf("admin");
    const self = { personId: admin.personId, reason };
    await expect(suspendPerson(admin, self, now)).rejects.toMatchObject({ code: "own_suspension" });
    const nobody = { personId: crypto.randomUUID(), reason };
    await expect(suspendPerson(admin, nobody, now)).rejects.toMatchObject({ code: "unknown_person" });
    expect(await db().suspension.count({ where: { personId: { in: [person.id, admin.personId] } } })).toBe(0);
  });

  test("says why a reason is asked for", () => {
    const empty = suspendInput.safeParse({ personId: crypto.randomUUID() });
    expect(empty.error?.issues[0]?.message).toBe("Dites pourquoi\u202f: la personne le lira.");
  });
});

describe("the administration of the portal", () => {
  test("is given and taken back, each told once", async () => {
    const admin = await actorOf("admin");
    const { id: personId } = await addPerson();
    await Promise.all([1, 2, 3].map(() => grantAdministration(admin, { personId }, now)));
    expect((await actorFor(personId)).isAdministrator).toBe(true);
    await Promise.all([1, 2, 3].map(() => withdrawAdministration(admin, { personId }, now)));
    expect((await actorFor(personId)).isAdministrator).toBe(false);
    expect((await mailKindsTo(personId)).sort()).toEqual(["administration-granted", "administration-withdrawn"]);
    expect(await actsOn(personId)).toEqual(["grant-administration", "withdraw-administration"]);
  });

  test("belongs to administrators: not even the president gives it", async () => {
    const { id: personId } = await addPerson();
    for (const actor of [visitor, await actorOf("president"), await actorOf("member")]) {
      await expect(grantAdministration(actor, { personId }, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(withdrawAdministration(actor, { personId }, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(listAccounts(actor, { page: 1 }, now)).rejects.toMatchObject({ code: "forbidden" });
    }
    await suspendPerson(await actorOf("admin"), { personId, reason }, now);
    const granted = grantAdministration(await actorOf("admin"), { personId }, now);
    await expect(granted).rejects.toMatchObject({ code: "person_suspended" });
  });

  test("never loses its last administrator, neither by withdrawing nor by suspending, however many try at once", async () => {
    const admin = await actorOf("admin");
    const others = await Promise.all([1, 2, 3].map(() => addPerson()));
    await db().administrator.createMany({ data: others.map(({ id }) => ({ personId: id })) });
    const everyone = await db().administrator.findMany({ where: { person: { suspension: { is: null } } } });
    const president = await actorOf("president");
    try {
      const answers = await Promise.allSettled(
        everyone.map(({ personId }, index) =>
          index % 2 === 0
            ? withdrawAdministration(admin, { personId }, now)
            : suspendPerson(president, { personId, reason }, now),
        ),
      );
      const refused = answers.filter(({ status }) => status === "rejected");
      expect(refused).toEqual([
        expect.objectContaining({ reason: expect.objectContaining({ code: "last_administrator" }) }),
      ]);
      expect(await db().administrator.count({ where: { person: { suspension: { is: null } } } })).toBe(1);
    } finally {
      await db().suspension.deleteMany({ where: { personId: { in: everyone.map(({ personId }) => personId) } } });
      await db().administrator.deleteMany({ where: { personId: { in: others.map(({ id }) => id) } } });
      const kept = everyone.filter(({ personId }) => !others.some(({ id }) => id === personId));
      await db().administrator.createMany({ data: kept, skipDuplicates: true });
    }
  });

  test("finds an account by name, by address and by what it holds", async () => {
    const admin = await actorOf("admin");
    const found = await listAccounts(admin, { q: "delattre presidence@", page: 1 }, now);
    expect(found.items.map(({ name }) => name)).toEqual(["Hélène Delattre"]);
    const held = await listAccounts(admin, { filter: "administration", page: 1 }, now);
    expect(held.items.map(({ email }) => email)).toContain("admin@demo.example");
    expect(await findAccount(admin, "not-an-id", now)).toBeNull();
  });
});
