import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, columnOfDay, dayOf, fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { system } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addPerson, mailKindsTo } from "../../../test/own-people.ts";
import { remindOfEnds } from "./commands.ts";

// Far from the seeded mandates and from those of other tests.
const now = fromParis("2061-03-01", "08:20");
const today = dayOf(now);
const commission = { slug: `rappels-${crypto.randomUUID()}`, name: "Rappels", mission: "Essayer.", position: 92 };
let commissionId = "";

beforeAll(async () => {
  commissionId = (await db().commission.create({ data: commission, select: { id: true } })).id;
});
afterAll(async () => {
  await db().mandate.deleteMany({ where: { commissionId } });
  await db().commission.delete({ where: { id: commissionId } });
});

async function hold(endsOn: string, startsOn = addDays(today, -300)) {
  const person = await addPerson();
  const { id } = await db().mandate.create({
    data: {
      personId: person.id,
      function: "deputy",
      commissionId,
      startsOn: columnOfDay(startsOn),
      endsOn: columnOfDay(endsOn),
    },
    select: { id: true },
  });
  return { id, person };
}
const aboutTo = (subjectId: string, personId: string) =>
  db().mail.count({ where: { kind: "mandate-ending", subjectId, personId } });

test("two months before its end its holder and the board are told, once, by however many at once", async () => {
  const { person } = await hold(addDays(today, 61));
  await Promise.all(Array.from({ length: 5 }, () => remindOfEnds(system, now)));
  await remindOfEnds(system, now);
  expect(await mailKindsTo(person.id)).toEqual(["mandate-ending"]);
  const { personId: president } = await actorOf("president");
  expect(await aboutTo(person.id, president)).toBe(1);
});

test("not before, not after, not when somebody follows; again when the end was moved", async () => {
  await db().mandate.deleteMany({ where: { commissionId } });
  const early = await hold(addDays(today, 62));
  const over = await hold(addDays(today, -1));
  await remindOfEnds(system, now);
  expect([await mailKindsTo(early.person.id), await mailKindsTo(over.person.id)]).toEqual([[], []]);
  await remindOfEnds(system, fromParis(addDays(today, 1), "08:20"));
  await db().mandate.update({ where: { id: early.id }, data: { endsOn: columnOfDay(addDays(today, 20)) } });
  await remindOfEnds(system, now);
  expect(await mailKindsTo(early.person.id)).toEqual(["mandate-ending", "mandate-ending"]);
  const followed = await hold(addDays(today, 30));
  await hold(addDays(today, 500), addDays(today, 31));
  await remindOfEnds(system, now);
  expect(await mailKindsTo(followed.person.id)).toEqual([]);
});

test("is the portal's own work", async () => {
  await expect(remindOfEnds(await actorOf("president"), now)).rejects.toMatchObject({ code: "forbidden" });
});
