import { randomUUID } from "node:crypto";
import { generate } from "otplib";
import { describe, expect, test } from "vitest";
import { findActor } from "#lib/people/queries";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { can } from "#lib/policy/ability";
import { type PersonActor, system, visitor } from "#lib/policy/actor";
import { actorFor, addPerson } from "../../../test/own-people.ts";
import { signIn } from "../sessions/commands.ts";
import { listSessions } from "../sessions/queries.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  passSecondFactor,
  removeSecondFactor,
  replaceCodes,
  resetSecondFactor,
} from "./commands.ts";
import { findUnfinishedEntry, getSecondFactor } from "./queries.ts";
import { readCode } from "./rules.ts";

const PASSWORD = "trois corons sous la lune";
// A time that begins a period of thirty seconds, so that each `seconds` below falls where it says.
const now = new Date(Math.floor(Date.now() / 30_000) * 30_000);
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe("a second factor", () => {
  test("is asked of nobody before a first code has put it into service", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const actor = await actorFor(id, now);
    await beginSecondFactor(actor, now);
    expect(await enter(email)).toMatchObject({ isComplete: true });
    const wrong = { kind: "digits" as const, code: "000000" };
    await expect(confirmSecondFactor(actor, { code: wrong }, now)).rejects.toMatchObject({ code: "wrong_code" });
    expect(await getSecondFactor(actor)).toMatchObject({ state: "pending" });
  });

  test("is owed by every session but the one that set it up, and opens them", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const elsewhere = await actorFor(id, now);
    const { actor, digits } = await withFactor(id);
    expect(await findActor(actor.sessionId, now)).not.toBeNull();
    expect(await findActor(elsewhere.sessionId, now)).toBeNull();
    const { sessionId, isComplete } = await enter(email);
    expect(isComplete).toBe(false);
    expect(await findUnfinishedEntry(sessionId, now)).toEqual({ firstName: "Camille" });
    expect(await listSessions(actor, now)).toContainEqual(
      expect.objectContaining({ id: sessionId, isUnfinished: true }),
    );
    await passSecondFactor(visitor, { sessionId, code: await digits(30) }, at(30));
    expect(await findActor(sessionId, at(30))).toMatchObject({ personId: id });
    expect(await findUnfinishedEntry(sessionId, now)).toBeNull();
  });

  test("accepts the digits of one period once, were they sent twenty times at once", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const { digits } = await withFactor(id);
    const entries = [await enter(email), await enter(email), await enter(email)];
    const code = await digits(60);
    const tries = entries.map(({ sessionId }) => passSecondFactor(visitor, { sessionId, code }, at(60)));
    const passed = (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled");
    expect(passed).toHaveLength(1);
    const [spare] = await Promise.all([enter(email)]);
    await expect(passSecondFactor(visitor, { sessionId: spare.sessionId, code }, at(65))).rejects.toMatchObject({
      code: "wrong_code",
    });
    expect(await db().auditEntry.count({ where: { subjectId: id, action: "fail-second-factor" } })).toBe(3);
  });

  test("accepts a clock that is half a minute off, no more", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const { digits } = await withFactor(id);
    const { sessionId } = await enter(email);
    const code = await digits(120);
    await expect(passSecondFactor(visitor, { sessionId, code }, at(185))).rejects.toThrow();
    await expect(passSecondFactor(visitor, { sessionId, code }, at(55))).rejects.toThrow();
    await passSecondFactor(visitor, { sessionId, code }, at(155));
  });

  test("is guarded against guessing, person by person", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const { codes: recoveryCodes, digits } = await withFactor(id);
    const [{ sessionId }, spare] = [await enter(email), await enter(email)];
    const wrong = { kind: "digits" as const, code: "123456" };
    const tries = Array.from({ length: 30 }, () => passSecondFactor(visitor, { sessionId, code: wrong }, at(200)));
    const codes = (await Promise.allSettled(tries)).map((one) => one.status === "rejected" && one.reason.code);
    expect(codes.filter((code) => code === "wrong_code")).toHaveLength(5);
    const right = { sessionId, code: await digits(210) };
    await expect(passSecondFactor(visitor, right, at(210))).rejects.toMatchObject({ code: "too_many_codes" });
    const recovery = readCode(recoveryCodes[0] ?? "");
    if (recovery) await passSecondFactor(visitor, { sessionId: spare.sessionId, code: recovery }, at(210));
    expect(await findActor(spare.sessionId, at(210))).not.toBeNull();
    await passSecondFactor(visitor, { sessionId, code: await digits(270) }, at(270));
  });

  test("gives nothing to a session that waits for none, nor to one that waited too long", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const { actor, digits } = await withFactor(id);
    const code = await digits(60);
    await expect(passSecondFactor(visitor, { sessionId: actor.sessionId, code }, at(60))).rejects.toMatchObject({
      code: "no_entry",
    });
    const { sessionId } = await enter(email);
    await expect(
      passSecondFactor(visitor, { sessionId, code: await digits(16 * 60) }, at(16 * 60)),
    ).rejects.toMatchObject({ code: "no_entry" });
  });
});

describe("recovery codes", () => {
  test("are ten, each good once, kept as fingerprints, and their use is told", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const { codes } = await withFactor(id);
    expect(new Set(codes).size).toBe(10);
    const rows = await db().recoveryCode.findMany({ where: { personId: id } });
    expect(JSON.stringify(rows)).not.toContain(codes[0]?.replaceAll("-", ""));
    const typed = readCode(` ${codes[0]?.toLowerCase().replaceAll("-", " ")} `);
    if (!typed) throw new Error("not read as a code");
    const first = await enter(email);
    await passSecondFactor(visitor, { sessionId: first.sessionId, code: typed }, now);
    expect(await findActor(first.sessionId, now)).not.toBeNull();
    const second = await enter(email);
    await expect(passSecondFactor(visitor, { sessionId: second.sessionId, code: typed }, now)).rejects.toMatchObject({
      code: "wrong_code",
    });
    const mail = await db().mail.findFirst({ where: { toAddress: email } });
    expect(mail?.subject).toBe("Un code de secours a servi");
  });

  test("are replaced against a code, and the old ones are worth nothing", async () => {
    const { id } = await addPerson();
    const { actor, codes, digits } = await withFactor(id);
    const fresh = await replaceCodes(actor, { code: await digits(60) }, at(60));
    expect(fresh).toHaveLength(10);
    expect(fresh).not.toContain(codes[0]);
    const old = readCode(codes[0] ?? "");
    await expect(old && replaceCodes(actor, { code: old }, at(70))).rejects.toMatchObject({ code: "wrong_code" });
    expect(await getSecondFactor(actor)).toMatchObject({ state: "on", codesLeft: 10 });
  });
});

describe("taking the second factor away", () => {
  test("wants a code of it and a fresh proof", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const { actor, digits } = await withFactor(id);
    const wrong = { kind: "digits" as const, code: "123456" };
    await expect(removeSecondFactor(actor, { code: wrong }, now)).rejects.toMatchObject({ code: "wrong_code" });
    const stale = at(16 * 60);
    await expect(removeSecondFactor(actor, { code: await digits(16 * 60) }, stale)).rejects.toMatchObject({
      code: "stale_proof",
    });
    await removeSecondFactor(actor, { code: await digits(60) }, at(60));
    expect(await enter(email)).toMatchObject({ isComplete: true });
  });

  test("for somebody who lost everything is the operator's, and no member's", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const { actor } = await withFactor(id);
    await expect(resetSecondFactor(actor, email, now)).rejects.toMatchObject({ code: "forbidden" });
    expect(await resetSecondFactor(system, email, now)).toBe(true);
    expect(await resetSecondFactor(system, email, now)).toBe(false);
    expect(await enter(email)).toMatchObject({ isComplete: true });
  });
});

describe("the rights of the board and the administration", () => {
  test("wait for their holder's second factor", async () => {
    const board = await addPerson({ isFictional: false });
    await db().mandate.create({
      data: { personId: board.id, function: "board_member", startsOn: columnOfDay("2026-01-01") },
    });
    const admin = await addPerson({ isAdministrator: true, isFictional: false });
    for (const { id } of [board, admin]) {
      const before = await actorFor(id, now);
      expect(before.owesSecondFactor).toBe(true);
      expect(can(before, "oversee", "Club", now)).toBe(false);
      expect(can(before, "administer", "Person", now)).toBe(false);
      const { actor } = await withFactor(id);
      const secured = await findActor(actor.sessionId, now);
      expect(secured?.owesSecondFactor).toBe(false);
      expect(secured && can(secured, "oversee", "Club", now)).toBe(true);
    }
  });

  test("are open to people of the demonstration without one", async () => {
    const { id } = await addPerson({ isFictional: true, isAdministrator: true });
    const actor = await actorFor(id, now);
    expect(actor.owesSecondFactor).toBe(false);
    expect(can(actor, "administer", "Person", now)).toBe(true);
  });
});

/** Signs in by password. */
async function enter(email: string) {
  const circumstances = { now, userAgent: null, from: randomUUID() };
  const sessionId = await signIn(visitor, { email, password: PASSWORD }, circumstances);
  return { sessionId, isComplete: (await findActor(sessionId, now)) !== null };
}

/** Puts a second factor into service at `now`; `digits` are those of `seconds` later. */
async function withFactor(personId: string) {
  const actor: PersonActor = await actorFor(personId, now);
  await beginSecondFactor(actor, now);
  const view = await getSecondFactor(actor);
  const secret = view.state === "pending" ? (view.key ?? "") : "";
  const digits = async (seconds: number) => ({
    kind: "digits" as const,
    code: await generate({ secret, epoch: at(seconds).getTime() / 1000 }),
  });
  const codes = await confirmSecondFactor(actor, { code: await digits(0) }, now);
  return { actor, codes, digits };
}
