import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findActor } from "#lib/people/queries";
import { addDays, columnOfDay, dayOf, dayOfColumn, fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal, refusalOf } from "#lib/platform/errors";
import { can } from "#lib/policy/ability";
import { system, visitor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import { actorFor, actsOn, addPerson, mailKindsTo, openSession } from "../../test/own-people.ts";
import { addStructure, removeOwnStructures } from "../../test/own-structures.ts";
import { appointFirstPresident, appointPerson, endMandate, renewMandate, withdrawAppointment } from "./commands.ts";
import { findCandidate, listBoard, listCandidates } from "./queries.ts";
import { BOARD_FUNCTIONS } from "./rules.ts";
import { appointInput } from "./schema.ts";

const now = new Date();
const today = dayOf(now);
const THIS_YEAR = Number(today.slice(0, 4));
const commission = { slug: `essai-${crypto.randomUUID()}`, name: "Essais", mission: "Essayer.", position: 90 };
let structureId = "";
let commissionId = "";

beforeAll(async () => {
  structureId = (await addStructure({ name: "Structure des mandats" })).id;
  commissionId = (await db().commission.create({ data: commission, select: { id: true } })).id;
});
afterAll(async () => {
  await db().mandate.deleteMany({ where: { commissionId } });
  await db().commission.delete({ where: { id: commissionId } });
  await removeOwnStructures();
});

const lead = { function: "lead" as const, commission: commission.slug };
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? error : refusalOf(error))?.code ?? String(error),
  );

/** A lead of the tests' commission, in years that no other test uses. */
let year = THIS_YEAR + 4;
async function appointed({ days = 300 }: { days?: number | null } = {}) {
  year += 3;
  const person = await addPerson({ structures: [structureId] });
  const startsOn = `${year}-01-01`;
  const endsOn = days === null ? undefined : addDays(startsOn, days);
  const id = await appointPerson(
    await actorOf("president"),
    { personId: person.id, office: lead, startsOn, ...(endsOn ? { endsOn } : {}) },
    now,
  );
  return { id, person, startsOn, endsOn };
}
const dates = async (id: string) => {
  const { startsOn, endsOn } = await db().mandate.findUniqueOrThrow({ where: { id } });
  return [startsOn, endsOn].map((column) => (column === null ? null : dayOfColumn(column)));
};

describe("appointing", () => {
  test("gives the right on the first day and takes it away after the last, by itself", async () => {
    const { person, startsOn, endsOn } = await appointed();
    const session = await openSession(person.id);
    const mayScheduleOn = async (day: string) => {
      const at = fromParis(day, "12:00");
      await db().session.update({ where: { id: session }, data: { expiresAt: new Date(at.getTime() + 1000) } });
      const actor = await findActor(session, at);
      return actor !== null && can(actor, "schedule", "Event", at);
    };
    expect(await mayScheduleOn(addDays(startsOn, -1))).toBe(false);
    expect(await mayScheduleOn(startsOn)).toBe(true);
    expect(await mayScheduleOn(endsOn ?? "")).toBe(true);
    expect(await mayScheduleOn(addDays(endsOn ?? "", 1))).toBe(false);
  });

  test("tells the person and the log, once", async () => {
    const { person } = await appointed();
    expect(await mailKindsTo(person.id)).toEqual(["mandate-appointed"]);
    expect(await actsOn(person.id)).toEqual(["appoint-person"]);
  });

  test("is refused to anybody but the board, and changes nothing", async () => {
    const person = await addPerson({ structures: [structureId] });
    const term = { startsOn: `${THIS_YEAR + 3}-01-01`, endsOn: `${THIS_YEAR + 3}-12-31` };
    const input = { personId: person.id, office: lead, ...term };
    for (const role of ["lead", "member", "student", "admin"] as const) {
      expect(await codeOf(appointPerson(await actorOf(role), input, now)), role).toBe("forbidden");
    }
    expect(await codeOf(appointPerson(visitor, input, now))).toBe("forbidden");
    expect(await db().mandate.count({ where: { personId: person.id } })).toBe(0);
    expect(await mailKindsTo(person.id)).toEqual([]);
  });

  test("asks for somebody of an active structure who is not suspended", async () => {
    const gone = await addStructure({ name: "Structure partie", status: "resigned" });
    const outsider = await addPerson({ structures: [gone.id] });
    const suspended = await addPerson({ structures: [structureId] });
    await db().suspension.create({ data: { personId: suspended.id, reason: "essai" } });
    const president = await actorOf("president");
    for (const { id } of [outsider, suspended]) {
      const input = { personId: id, office: lead, startsOn: `${THIS_YEAR + 3}-01-01` };
      expect(await codeOf(appointPerson(president, input, now))).toBe("not_eligible");
      expect(await findCandidate(president, id, now)).toBeNull();
    }
    const named = await addPerson({ structures: [structureId], lastName: "Vandenbussche" });
    expect((await listCandidates(president, "camille vandenbu", now)).map(({ id }) => id)).toEqual([named.id]);
  });

  test("two leads of one commission at once: one is refused, beside the field", async () => {
    const people = await Promise.all([1, 2, 3].map(() => addPerson({ structures: [structureId] })));
    const president = await actorOf("president");
    const term = { office: lead, startsOn: `${THIS_YEAR + 1}-01-01`, endsOn: `${THIS_YEAR + 1}-12-31` };
    const answers = await Promise.allSettled(
      people.map(({ id }) => appointPerson(president, { personId: id, ...term }, now)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [refusalOf(answer.reason)] : []));
    expect(refused.map((refusal) => [refusal?.code, refusal?.field])).toEqual(
      [1, 2].map(() => ["mandate_one_lead", "startsOn"]),
    );
    const mails = await Promise.all(people.map(({ id }) => mailKindsTo(id)));
    expect(mails.flat()).toEqual(["mandate-appointed"]);
  });

  test("what is typed wrong is said in French, field by field", () => {
    const wrong = appointInput.safeParse({ personId: "x", office: "lead", startsOn: "hier", endsOn: "" });
    expect(wrong.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["personId", "Choisissez une personne."],
      ["office", "Choisissez une fonction de la liste."],
      ["startsOn", "Donnez le premier jour du mandat."],
      ["endsOn", "Donnez une date, ou laissez vide."],
    ]);
    for (const office of ["lead", "president:gestion", "king", "constructor"]) {
      expect(appointInput.shape.office.safeParse(office).success, office).toBe(false);
    }
    expect(appointInput.shape.office.parse("lead:gestion")).toEqual({ function: "lead", commission: "gestion" });
  });
});

describe("succeeding", () => {
  test("ends the former mandate the day before, and tells both", async () => {
    const former = await appointed({ days: null });
    const next = await addPerson({ structures: [structureId] });
    const startsOn = addDays(former.startsOn, 100);
    const input = { personId: next.id, office: lead, startsOn, endsOn: addDays(startsOn, 90), succeeds: former.id };
    await appointPerson(await actorOf("treasurer"), input, now);
    expect(await dates(former.id)).toEqual([former.startsOn, addDays(startsOn, -1)]);
    expect((await mailKindsTo(former.person.id)).sort()).toEqual(["mandate-appointed", "mandate-ended"]);
    expect(await mailKindsTo(next.id)).toEqual(["mandate-appointed"]);
    expect(await actsOn(former.person.id)).toEqual(["appoint-person", "end-mandate"]);
  });

  test("happens in the same function only, and not before the former began: nothing changes", async () => {
    const former = await appointed();
    const next = await addPerson({ structures: [structureId] });
    const president = await actorOf("president");
    const input = { personId: next.id, office: lead, startsOn: former.startsOn, succeeds: former.id };
    expect(await codeOf(appointPerson(president, input, now))).toBe("before_predecessor");
    const deputy = { ...input, office: { ...lead, function: "deputy" as const } };
    expect(await codeOf(appointPerson(president, deputy, now))).toBe("unknown_predecessor");
    expect(await dates(former.id)).toEqual([former.startsOn, former.endsOn]);
    expect(await db().mandate.count({ where: { personId: next.id } })).toBe(0);
  });
});

describe("ending", () => {
  test("moves the last day forward, once; a second time is harmless", async () => {
    const { id, person, startsOn } = await appointed();
    const president = await actorOf("president");
    const endsOn = addDays(startsOn, 10);
    await endMandate(president, { id, endsOn, confirmed: false }, now);
    await endMandate(president, { id, endsOn, confirmed: false }, now);
    expect(await dates(id)).toEqual([startsOn, endsOn]);
    expect((await mailKindsTo(person.id)).sort()).toEqual(["mandate-appointed", "mandate-ended"]);
    expect(await actsOn(person.id)).toEqual(["appoint-person", "end-mandate"]);
  });

  test("never makes it longer, nor end before it began, and belongs to the board", async () => {
    const { id, startsOn, endsOn = "" } = await appointed();
    const president = await actorOf("president");
    const end = (day: string) => codeOf(endMandate(president, { id, endsOn: day, confirmed: false }, now));
    expect(await end(addDays(endsOn, 1))).toBe("not_earlier");
    expect(await end(addDays(startsOn, -1))).toBe("mandate_in_order");
    const member = await actorOf("member");
    expect(await codeOf(endMandate(member, { id, endsOn: startsOn, confirmed: false }, now))).toBe("forbidden");
    expect(await dates(id)).toEqual([startsOn, endsOn]);
  });

  test("leaves the club without a president only when that is meant", async () => {
    const president = await actorOf("president");
    const { id } = await db().mandate.findFirstOrThrow({ where: { function: "president", endsOn: null } });
    try {
      const end = { id, endsOn: addDays(today, 5) };
      expect(await codeOf(endMandate(president, { ...end, confirmed: false }, now))).toBe("no_successor");
      expect((await dates(id))[1]).toBeNull();
      await endMandate(president, { ...end, confirmed: true }, now);
      expect((await dates(id))[1]).toBe(end.endsOn);
    } finally {
      await db().mandate.update({ where: { id }, data: { endsOn: null } });
    }
  });

  test("two ends at once never leave a board of nobody", async () => {
    const president = await actorOf("president");
    const seats = await db().mandate.findMany({ where: { function: { in: [...BOARD_FUNCTIONS] }, endsOn: null } });
    const endsOn = addDays(today, 9);
    try {
      const answers = await Promise.all(
        seats.map(({ id }) => codeOf(endMandate(president, { id, endsOn, confirmed: true }, now))),
      );
      expect(answers.filter((answer) => answer === "done")).toHaveLength(seats.length - 1);
      expect(answers.filter((answer) => answer === "last_board_mandate")).toHaveLength(1);
    } finally {
      await db().mandate.updateMany({ where: { id: { in: seats.map(({ id }) => id) } }, data: { endsOn: null } });
    }
  });
});

describe("renewing and taking back", () => {
  test("a renewed mandate is a second one, the day after the first; twice is refused by the rule", async () => {
    const { id, person, startsOn, endsOn = "" } = await appointed();
    const president = await actorOf("president");
    const until = addDays(endsOn, 200);
    const second = await renewMandate(president, { id, endsOn: until }, now);
    expect(await dates(second)).toEqual([addDays(endsOn, 1), until]);
    expect(await dates(id)).toEqual([startsOn, endsOn]);
    expect(await codeOf(renewMandate(president, { id, endsOn: until }, now))).toMatch(/^mandate_(one_lead|not_twice)$/);
    expect(await mailKindsTo(person.id)).toEqual(["mandate-appointed", "mandate-appointed"]);
    expect(await codeOf(renewMandate(await actorOf("lead"), { id, endsOn: until }, now))).toBe("forbidden");
  });

  test("an appointment is taken back until it begins", async () => {
    const { id, person, startsOn } = await appointed();
    const president = await actorOf("president");
    const begun = fromParis(startsOn, "09:00");
    expect(await codeOf(withdrawAppointment(president, { id }, begun))).toBe("already_begun");
    await withdrawAppointment(president, { id }, now);
    expect(await codeOf(withdrawAppointment(president, { id }, now))).toBe("unknown_mandate");
    expect((await mailKindsTo(person.id)).sort()).toEqual(["mandate-appointed", "mandate-withdrawn"]);
    expect(await actsOn(person.id)).toEqual(["appoint-person", "withdraw-appointment"]);
  });
});

test("the operator seats a president only where there is none", async () => {
  const president = await actorOf("president");
  expect(await codeOf(appointFirstPresident(system, president.email, now))).toBe("already_presided");
  expect(await codeOf(appointFirstPresident(await actorOf("admin"), president.email, now))).toBe("forbidden");
  const seat = await db().mandate.findFirstOrThrow({ where: { function: "president", endsOn: null } });
  const person = await addPerson({ structures: [structureId] });
  await db().mandate.update({ where: { id: seat.id }, data: { endsOn: columnOfDay(addDays(today, -1)) } });
  try {
    expect(await codeOf(appointFirstPresident(system, "nobody@people.example", now))).toBe("unknown_person");
    await appointFirstPresident(system, ` ${person.email.toUpperCase()} `, now);
    expect((await actorFor(person.id, now)).boardFunctions).toEqual(["president"]);
  } finally {
    await db().mandate.deleteMany({ where: { personId: person.id } });
    await db().mandate.update({ where: { id: seat.id }, data: { endsOn: null } });
  }
});

test("the club's page lists the board of the day, function by function", async () => {
  const board = await listBoard(now);
  // Other tests leave people without an office on it, however many.
  const functions = ["president", "treasurer", "secretary", "board_member"];
  expect(board.slice(0, 4).map((line) => line.function)).toEqual(functions);
  expect([...new Set(board.map((line) => line.function))]).toEqual(functions);
  const chair = { function: "president", name: "Hélène Delattre", isFictional: true };
  expect(board[0]).toEqual(chair);
  expect(await listBoard(fromParis(addDays(today, -290), "12:00"))).not.toContainEqual(chair);
});
