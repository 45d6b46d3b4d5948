import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { afterAll, describe, expect, test } from "vitest";
import { uidOf } from "#lib/calendar/entry";
import { db } from "#lib/platform/db";
import { signedToken } from "#lib/platform/tokens";
import { visitor } from "#lib/policy/actor";
import { subjectsTo } from "../../../test/own-commissions.ts";
import { addEvent, fillForm, registrationForm, removeOwnEvents } from "../../../test/own-events.ts";
import { addHouse } from "../../../test/own-people.ts";
import { removeOwnStructures } from "../../../test/own-structures.ts";
import { cancelEvent, changeEvent } from "../hosting/commands.ts";
import { confirmRegistration, registerForEvent, withdrawRegistration } from "./commands.ts";
import { findOwnRegistration } from "./queries.ts";
import { LINKS, movingUp, standingOf } from "./rules.ts";
import { registrationInput } from "./schema.ts";

afterAll(async () => {
  await removeOwnEvents();
  await removeOwnStructures();
});

const now = new Date("2034-03-01T10:00:00Z");
const startsAt = new Date("2034-04-04T16:30:00Z");
const stateOf = async (token: string) => (await findOwnRegistration(token))?.state;
const register = (event: string, over: Record<string, unknown> = {}, at = now) =>
  registerForEvent(visitor, registrationForm(event, at, over), { now: at, address: randomUUID() });

/** Registers and confirms. */
async function come(event: string, over: Record<string, unknown> = {}) {
  const made = await fillForm(event, now, over);
  await confirmRegistration(made.token, now);
  return made;
}

async function calendarsTo(address: string) {
  const mails = await db().mail.findMany({
    where: { toAddress: address, calendar: { not: null } },
    orderBy: { id: "asc" },
    select: { calendar: true },
  });
  return mails.map(({ calendar }) => {
    const read = ICAL.Component.fromString(calendar ?? "");
    const [event] = read.getAllSubcomponents("vevent");
    if (!event) throw new Error("no event");
    return {
      method: read.getFirstPropertyValue("method"),
      uid: new ICAL.Event(event).uid,
      sequence: new ICAL.Event(event).sequence,
      partstat: event.getFirstProperty("attendee")?.getParameter("partstat"),
    };
  });
}

describe("a visitor", () => {
  test("holds nothing before they confirm, then a seat and a date for their calendar; twice is once", async () => {
    const { id, slug } = await addEvent({ startsAt });
    const { email, token } = await fillForm(slug, now);
    expect(await stateOf(token)).toBe("unconfirmed");
    expect(await db().registrationOpening.findUnique({ where: { eventId: id } })).toMatchObject({ taken: 0 });
    await Promise.all([confirmRegistration(token, now), confirmRegistration(token, now)]);
    expect(await stateOf(token)).toBe("registered");
    expect(await db().registrationOpening.findUnique({ where: { eventId: id } })).toMatchObject({ taken: 1 });
    expect(await subjectsTo(email)).toEqual([
      "Confirmez votre inscription\u202f: Rendez-vous d’essai",
      "Votre place est retenue\u202f: Rendez-vous d’essai",
    ]);
    expect(await calendarsTo(email)).toEqual([
      { method: "REQUEST", uid: uidOf({ id }), sequence: 0, partstat: "ACCEPTED" },
    ]);
  });

  test("is answered the same when the address is known; only its own mailbox says so", async () => {
    const { slug } = await addEvent({ startsAt });
    const { email, token } = await come(slug);
    expect(await register(slug, { email, firstName: "Quelqu’un" })).toBeNull();
    expect(await findOwnRegistration(token)).toMatchObject({ firstName: "Ada", state: "registered" });
    expect((await subjectsTo(email)).at(-1)).toMatch(/déjà sur la liste/);
    for (let more = 0; more < 8; more += 1) expect(await register(slug, { email })).toBeNull();
    expect((await subjectsTo(email)).length).toBeLessThan(8);
  });

  test("changes what they said by sending it again before they confirm", async () => {
    const { slug } = await addEvent({ startsAt });
    const { email, token } = await fillForm(slug, now);
    await register(slug, { email, firstName: "Adèle" });
    expect(await findOwnRegistration(token)).toMatchObject({ firstName: "Adèle", state: "unconfirmed" });
  });

  test("brings nobody, is no robot, and finds a closed door closed", async () => {
    const { slug } = await addEvent({ startsAt, guestsPerMember: 2 });
    await expect(register(slug, { guests: 1 })).rejects.toMatchObject({ code: "guests_of_members", field: "guests" });
    await expect(register(slug, { opened: "" })).rejects.toMatchObject({ code: "not_by_a_person" });
    const trapped = register(slug, { fax: "0353010000", email: "robot@spam.example" });
    await expect(trapped).rejects.toMatchObject({ code: "not_by_a_person" });
    expect(await subjectsTo("robot@spam.example")).toEqual([]);
    const later = new Date(startsAt.getTime() + 1);
    await expect(register(slug, {}, later)).rejects.toMatchObject({ code: "registration_closed" });
    const shut = await addEvent({ startsAt, deadline: now });
    await expect(register(shut.slug)).rejects.toMatchObject({ code: "registration_closed" });
    const none = await addEvent({ startsAt, deadline: null });
    await expect(register(none.slug)).rejects.toMatchObject({ code: "registration_closed" });
    await expect(register("nulle-part")).rejects.toMatchObject({ code: "registration_closed" });
  });

  test("answers what must be answered, with one of the answers there are", async () => {
    const { id, slug } = await addEvent({ startsAt });
    const asked = {
      eventId: id,
      kind: "choice",
      label: "Midi ?",
      options: ["Ici", "Ailleurs"],
      isRequired: true,
    } as const;
    const { id: question } = await db().registrationQuestion.create({
      data: { ...asked, options: [...asked.options], position: 0 },
      select: { id: true },
    });
    await expect(register(slug)).rejects.toMatchObject({ code: "answer_missing", field: "answers[0].value" });
    await expect(register(slug, { answers: [{ question, value: "Lune" }] })).rejects.toMatchObject({
      code: "answer_unknown",
    });
    const { token } = await fillForm(slug, now, { answers: [{ question, value: "Ici" }] });
    expect((await findOwnRegistration(token))?.answers).toEqual([{ value: "Ici", question: { label: "Midi ?" } }]);
  });

  test("is told what is too long or wrong, field by field", () => {
    const long = "a".repeat(10_000);
    const read = registrationInput.safeParse({
      event: "x",
      firstName: long,
      lastName: "",
      email: "ada@",
      organization: long,
      answers: [{ question: randomUUID(), value: long }],
    });
    const paths = read.error?.issues.map(({ path }) => path.join("."));
    expect(paths).toEqual(["firstName", "lastName", "email", "organization", "answers.0.value", "consent"]);
  });

  test("can do nothing with an altered link", async () => {
    const { slug } = await addEvent({ startsAt });
    const { id, token } = await fillForm(slug, now);
    for (const wrong of [`${token}x`, signedToken(LINKS.presence, id), signedToken(LINKS.own, "nobody")]) {
      await expect(confirmRegistration(wrong, now)).rejects.toMatchObject({ code: "wrong_link" });
      await expect(withdrawRegistration(wrong, now)).rejects.toMatchObject({ code: "wrong_link" });
      expect(await findOwnRegistration(wrong)).toBeNull();
    }
  });
});

describe("a member who is signed in", () => {
  test("has their seat at once, with their guests, and no more of them than allowed", async () => {
    const { id, slug } = await addEvent({ startsAt, guestsPerMember: 2 });
    const { referent, structure } = await addHouse();
    const form = (guests: number) => registrationForm(slug, now, { email: referent.email, guests, organization: "" });
    await expect(registerForEvent(referent, form(3), { now, address: "" })).rejects.toMatchObject({
      code: "too_many_guests",
    });
    const token = await registerForEvent(referent, form(2), { now, address: "" });
    expect(await findOwnRegistration(token ?? "")).toMatchObject({
      state: "registered",
      guests: 2,
      organization: structure.name,
    });
    expect(await registerForEvent(referent, form(0), { now, address: "" })).toBe(token);
    expect(await db().registrationOpening.findUnique({ where: { eventId: id } })).toMatchObject({ taken: 3 });
    const other = registrationForm(slug, now);
    expect(await registerForEvent(referent, other, { now, address: "" })).toBeNull();
    expect(await subjectsTo(other.email)).toEqual(["Confirmez votre inscription\u202f: Rendez-vous d’essai"]);
  });
});

describe("seats", () => {
  test("are never more than there are, of two hundred who confirm at once", async () => {
    const { id, slug } = await addEvent({ startsAt, capacity: 50 });
    const rows = Array.from({ length: 200 }, (_, index) => ({
      id: randomUUID(),
      eventId: id,
      firstName: "Ada",
      lastName: String(index),
      email: `${randomUUID()}@visitors.example`,
      submittedAt: now,
    }));
    await db().registration.createMany({ data: rows });
    await Promise.all(rows.map((row) => confirmRegistration(signedToken(LINKS.own, row.id), now)));
    const counts = await db().registration.groupBy({ by: ["state"], where: { eventId: id }, _count: true });
    expect(Object.fromEntries(counts.map(({ state, _count }) => [state, _count]))).toEqual({
      registered: 50,
      waiting: 150,
    });
    expect(slug).toBeTruthy();
  }, 60_000);

  test("are refused by the database to whatever writes one too many", async () => {
    const { id, slug } = await addEvent({ startsAt, capacity: 1 });
    await come(slug);
    const { id: second } = await come(slug);
    await expect(
      db().registration.update({ where: { id: second }, data: { state: "registered" }, select: { id: true } }),
    ).rejects.toThrow("registration_within_capacity");
    expect(await db().registrationOpening.findUnique({ where: { eventId: id } })).toMatchObject({ taken: 1 });
  });

  test("that are given back go to who waits first, once, with a message to each", async () => {
    const { slug } = await addEvent({ startsAt, capacity: 1 });
    const [first, second, third] = [await come(slug), await come(slug), await come(slug)];
    expect([await stateOf(second.token), (await findOwnRegistration(third.token))?.ahead]).toEqual(["waiting", 0]);
    await Promise.all([withdrawRegistration(first.token, now), withdrawRegistration(first.token, now)]);
    const states = await Promise.all([first, second, third].map(({ token }) => stateOf(token)));
    expect(states.sort()).toEqual(["registered", "waiting", "withdrawn"]);
    const lucky = (await stateOf(second.token)) === "registered" ? second : third;
    expect((await subjectsTo(lucky.email)).filter((subject) => subject.startsWith("Une place"))).toHaveLength(1);
    expect((await calendarsTo(first.email)).map(({ method }) => method)).toEqual(["REQUEST", "CANCEL"]);
    await register(slug, { email: first.email });
    await confirmRegistration(first.token, now);
    expect(await stateOf(first.token)).toBe("waiting");
  });

  test("are not said to go to somebody else by whoever only waited for one", async () => {
    const { slug } = await addEvent({ startsAt, capacity: 1 });
    const [seated, waiting] = [await come(slug), await come(slug)];
    await withdrawRegistration(waiting.token, now);
    await withdrawRegistration(seated.token, now);
    const lastTo = async (toAddress: string) =>
      (await db().mail.findFirstOrThrow({ where: { toAddress }, orderBy: { id: "desc" }, select: { text: true } }))
        .text;
    expect(await lastTo(seated.email)).toContain("la place va à quelqu’un d’autre");
    expect(await lastTo(waiting.email)).not.toContain("quelqu’un d’autre");
  });

  test("go to the first party that fits", () => {
    const parties = [{ guests: 3 }, { guests: 0 }, { guests: 1 }, { guests: 0 }];
    expect(movingUp(parties, 3)).toEqual([parties[1], parties[2]]);
    expect(movingUp(parties, 0)).toEqual([]);
  });

  test("are neither taken nor given back once it has begun", async () => {
    const { slug } = await addEvent({ startsAt });
    const [made, pending] = [await come(slug), await fillForm(slug, now)];
    await expect(withdrawRegistration(made.token, startsAt)).rejects.toMatchObject({ code: "registration_closed" });
    await expect(confirmRegistration(pending.token, startsAt)).rejects.toMatchObject({ code: "registration_closed" });
  });
});

test("an event that moves or is cancelled is told to all who come, and their calendars follow", async () => {
  const { referent } = await addHouse();
  const host = { ...referent, boardFunctions: ["president" as const] };
  const { id, slug } = await addEvent({ startsAt, capacity: 1 });
  const [seated, waiting] = [await come(slug), await come(slug)];
  const change = {
    eventId: id,
    title: "Rendez-vous d’essai",
    description: "",
    day: "2034-04-05",
    from: "18:00",
    to: "20:00",
  };
  await changeEvent(host, { ...change, place: "Arras" }, now);
  await changeEvent(host, { ...change, place: "Arras", description: "Un mot" }, now);
  await cancelEvent(host, { eventId: id, reason: "Neige" }, now);
  await expect(cancelEvent(host, { eventId: id, reason: "Encore" }, now)).rejects.toMatchObject({ code: "event_over" });
  const told = ["Changement\u202f: Rendez-vous d’essai", "Annulation\u202f: Rendez-vous d’essai"];
  expect((await subjectsTo(seated.email)).slice(-2)).toEqual(told);
  expect((await subjectsTo(waiting.email)).slice(-2)).toEqual(told);
  expect((await calendarsTo(seated.email)).map(({ method, sequence }) => `${method} ${sequence}`)).toEqual([
    "REQUEST 0",
    "REQUEST 1",
    "CANCEL 2",
  ]);
  expect(await calendarsTo(waiting.email)).toEqual([]);
  await expect(register(slug)).rejects.toMatchObject({ code: "registration_closed" });
});

test("where an event stands", () => {
  const at = (over: object) =>
    standingOf(
      { startsAt, cancellation: null, registrationOpening: { capacity: 2, taken: 1, deadline: startsAt }, ...over },
      now,
    );
  expect(at({})).toBe("open");
  expect(at({ registrationOpening: { capacity: 2, taken: 2, deadline: startsAt } })).toBe("full");
  expect(at({ registrationOpening: { capacity: 2, taken: 2, deadline: now } })).toBe("closed");
  expect(at({ registrationOpening: null })).toBe("not_open");
  expect(at({ startsAt: now })).toBe("over");
  expect(at({ cancellation: { reason: "Neige" } })).toBe("cancelled");
});
