import { expect, test } from "vitest";
import { visitor } from "#lib/policy/actor";
import { addHouse } from "../../test/own-people.ts";
import { doorOf, recordAttempt } from "./attempts.ts";
import { db } from "./db.ts";

const now = new Date();
const attempt = { path: "/comite/comptes/8c1c2f0e-0000-4000-8000-000000000000", why: "forbidden" };

test("an attempt leaves who, where and why; a visitor's leaves nothing", async () => {
  const { referent } = await addHouse();
  const before = await db().auditEntry.count({ where: { action: "refuse-attempt", personId: null } });
  await recordAttempt(referent, attempt, now);
  await recordAttempt(visitor, attempt, now);
  const noted = await db().auditEntry.findMany({ where: { action: "refuse-attempt", personId: referent.personId } });
  expect(noted).toMatchObject([
    { subjectKind: "Page", subjectId: null, detail: { page: "/comite/comptes", why: "forbidden" } },
  ]);
  expect(await db().auditEntry.count({ where: { action: "refuse-attempt", personId: null } })).toBe(before);
});

test("a thousand attempts at once do not fill the log, nor hide somebody else's", async () => {
  const [{ referent: one }, { referent: other }] = [await addHouse(), await addHouse()];
  const lines = (personId: string) => db().auditEntry.count({ where: { action: "refuse-attempt", personId } });
  await Promise.all(Array.from({ length: 1_000 }, () => recordAttempt(one, attempt, now)));
  await recordAttempt(other, attempt, now);
  expect([await lines(one.personId), await lines(other.personId)]).toEqual([10, 1]);
  await recordAttempt(one, attempt, new Date(now.getTime() + 3_600_001));
  expect(await lines(one.personId)).toBe(11);
});

test("the page noted holds no id, no name and no secret of a link", () => {
  expect(doorOf("/espace/commissions/gestion/reunions/nouvelle")).toBe("/espace/commissions");
  expect(doorOf("/desinscription/Zm9v0LbYq3-x_a8")).toBe("/desinscription");
  expect(doorOf("/comite")).toBe("/comite");
  expect(doorOf("")).toBe("/");
});
