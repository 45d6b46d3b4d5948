import { afterAll, describe, expect, test } from "vitest";
import type { Query } from "#lib/platform/address";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { listMembers } from "#lib/structures/directory/queries";
import { actorOf } from "../../../test/cast.ts";
import { actorFor, actsOn, addPerson, mailKindsTo } from "../../../test/own-people.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { settleMembership } from "./commands.ts";
import { findRegistered, listReached, listRegister } from "./queries.ts";
import { readRegisterFilter, registerHref, settleInput } from "./schema.ts";

const now = new Date();
const firstPage = { sort: "nom", page: 1, perPage: 20 } as const;
afterAll(removeOwnStructures);

async function registered(status: "active" | "applicant" = "active") {
  // Letters alone: the search reads some runs of digits and letters as numbers.
  const name = `Registre ${crypto.randomUUID().replace(/[^a-f]/g, "")}registre`;
  const structure = await addStructure({ name, status, city: "Lens", commissions: ["gestion"] });
  return { ...structure, person: await addPerson({ structures: [structure.id] }) };
}

describe("what a structure becomes", () => {
  test("takes it out of the directory and its people's rights away, and back, with a reason that is kept", async () => {
    const { id, slug, name, person } = await registered();
    const president = await actorOf("president");
    const isListed = async () =>
      (await listMembers({ q: name }, { page: 1, perPage: 5 }, now))?.items[0]?.slug === slug;
    const act = { id, reason: "Cesse son activité" };
    expect(await isListed()).toBe(true);
    expect(await settleMembership(president, { ...act, status: "resigned" }, now)).toBe(slug);
    expect(await isListed()).toBe(false);
    expect((await actorFor(person.id)).actingFor?.isActive).toBe(false);
    await settleMembership(president, { ...act, status: "active" }, now);
    expect(await isListed()).toBe(true);
    const sheet = await findRegistered(president, slug, now);
    expect(sheet?.statusChanges.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      "resigned → active",
      "active → resigned",
    ]);
    expect(await actsOn(id)).toEqual(["settle-membership", "settle-membership"]);
    expect(await mailKindsTo(person.id)).toEqual(["membership-settled", "membership-settled"]);
    const entry = await db().auditEntry.findFirstOrThrow({ where: { subjectId: id }, orderBy: { id: "desc" } });
    expect(entry.detail).toEqual({ from: "resigned", to: "active", reason: act.reason });
  });

  test("is settled once when two decide at once, and told once", async () => {
    const { id, person } = await registered();
    const [president, treasurer] = [await actorOf("president"), await actorOf("treasurer")];
    const answers = await Promise.allSettled(
      [president, treasurer, president, treasurer].map((actor) =>
        settleMembership(actor, { id, status: "removed", reason: "Décision du comité" }, now),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []))).toEqual(
      [1, 2, 3].map(() => "status_unchanged"),
    );
    expect(await mailKindsTo(person.id)).toEqual(["membership-settled"]);
    expect(await db().structureStatusChange.count({ where: { structureId: id } })).toBe(1);
  });

  test("is the board's, never decided in the place of an application, and asks why", async () => {
    const { id } = await registered("applicant");
    const act = { id, status: "active" as const, reason: "Essai" };
    for (const actor of [visitor, await actorOf("member"), await actorOf("lead"), await actorOf("admin")]) {
      await expect(settleMembership(actor, act, now)).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(
      settleMembership(await actorOf("president"), { ...act, status: "removed" }, now),
    ).rejects.toMatchObject({
      code: "still_applicant",
      field: "status",
    });
    const wrong = settleInput.safeParse({ id, status: "lapsed" });
    expect(wrong.error?.issues.map(({ message }) => message)).toEqual([
      "Choisissez ce que devient la structure.",
      "Dites pourquoi\u202f: la structure et le journal le garderont.",
    ]);
  });
});

describe("the register", () => {
  test("finds by word, status, kind, commission and town; its address says the same", async () => {
    const { slug, name } = await registered();
    const president = await actorOf("president");
    const found = async (query: Query) =>
      (await listRegister(president, readRegisterFilter({ q: name, ...query }), firstPage, now)).items.map(
        (row) => row.slug,
      );
    expect(await found({})).toEqual([slug]);
    expect(await found({ statut: "active", type: "service", commission: "gestion", ville: "lens" })).toEqual([slug]);
    for (const other of [{ statut: "lapsed" }, { type: "school" }, { commission: "education" }, { ville: "arras" }]) {
      expect(await found(other)).toEqual([]);
    }
    // What means nothing is no filter; NUL and quotes are words like others.
    expect(await found({ statut: "x", type: "constructor" })).toEqual([slug]);
    expect(await found({ q: "\0'%;--" })).toEqual([]);
    const filter = readRegisterFilter({ q: "a b", statut: "active", ville: "lens" });
    expect(registerHref(filter, { sort: "ville", page: 2 })).toBe(
      "/comite/adherents?q=a+b&statut=active&ville=lens&tri=ville&page=2",
    );
  });

  test("reaches each person once, however many structures they belong to, and nobody suspended or gone", async () => {
    const [first, second] = [await registered(), await registered()];
    const president = await actorOf("president");
    const both = await addPerson({ structures: [first.id, second.id] });
    await db().suspension.create({ data: { personId: second.person.id, reason: "essai" } });
    await db().affiliation.updateMany({
      where: { personId: first.person.id },
      data: { endsOn: new Date("2026-02-01") },
    });
    const reached = await listReached(president, { q: "Registre" }, { consenting: false }, now);
    const ours = reached.filter(({ id }) => [both.id, first.person.id, second.person.id].includes(id));
    expect(ours.map(({ id }) => id)).toEqual([both.id]);
    expect(
      (await listReached(president, { q: "Registre" }, { consenting: true }, now)).map(({ id }) => id),
    ).not.toContain(both.id);
    await expect(listReached(await actorOf("admin"), {}, { consenting: false }, now)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
