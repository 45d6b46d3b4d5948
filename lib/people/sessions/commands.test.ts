import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { findActor } from "#lib/people/queries";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { can } from "#lib/policy/ability";
import { visitor } from "#lib/policy/actor";
import { actorFor, addPerson } from "../../../test/own-people.ts";
import {
  type Circumstances,
  forgetSignIns,
  mustHaveFreshProof,
  proveAgain,
  revokeOtherSessions,
  revokeSession,
  signIn,
  signInByProvider,
  signOut,
} from "./commands.ts";
import { listSessions } from "./queries.ts";

const PASSWORD = "trois corons sous la lune";
const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let shared: { id: string; email: string };
beforeAll(async () => {
  shared = await addPerson({ password: PASSWORD });
});

describe("a password", () => {
  test("opens a session for its person, noted in the audit log", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const sessionId = await signIn(visitor, { email, password: PASSWORD }, here());
    expect(await findActor(sessionId, now)).toMatchObject({ personId: id });
    const audited = await db().auditEntry.findFirst({ where: { subjectId: id, action: "sign-in" } });
    expect(audited).toMatchObject({ personId: id, detail: { means: "password", owesFactor: false } });
  });

  test("refuses an unknown address, a wrong password and a suspended person with the same words", async () => {
    const suspended = await addPerson({ password: PASSWORD });
    await db().suspension.create({ data: { personId: suspended.id, reason: "test" } });
    const answers = await Promise.allSettled([
      signIn(visitor, { email: `${randomUUID()}@nobody.example`, password: PASSWORD }, here()),
      signIn(visitor, { email: shared.email, password: "autre chose" }, here()),
      signIn(visitor, { email: suspended.email, password: PASSWORD }, here()),
    ]);
    const words = answers.map((answer) => answer.status === "rejected" && answer.reason.message);
    expect(new Set(words)).toEqual(new Set(["L’adresse e-mail ou le mot de passe ne convient pas."]));
  });

  test("is checked as long for an unknown address as for a known one", async () => {
    const time = async (email: string) => {
      const begun = performance.now();
      await signIn(visitor, { email, password: "autre chose" }, here()).catch(() => undefined);
      return performance.now() - begun;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    await time(`${randomUUID()}@nobody.example`);
    for (let round = 0; round < 9; round += 1) {
      known.push(await time((await addPerson({ password: PASSWORD })).email));
      unknown.push(await time(`${randomUUID()}@nobody.example`));
    }
    // Without the decoy an unknown address would answer ten times faster.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.4);
    expect(median(unknown) / median(known)).toBeLessThan(2.5);
  });
});

describe("a thousand tries in a minute", () => {
  test("on one address are five, and touch nobody else of the same network", async () => {
    const victim = await addPerson({ password: PASSWORD });
    const neighbour = await addPerson({ password: PASSWORD });
    const from = randomUUID();
    const tries = Array.from({ length: 1_000 }, (_, index) =>
      signIn(visitor, { email: victim.email, password: `essai ${index}` }, here(now, from)),
    );
    const codes = (await Promise.allSettled(tries)).map((one) => one.status === "rejected" && one.reason.code);
    expect(codes.filter((code) => code === "wrong_credentials")).toHaveLength(5);
    expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(995);
    await expect(signIn(visitor, { email: victim.email, password: PASSWORD }, here())).rejects.toMatchObject({
      code: "too_many_attempts",
    });
    expect(await signIn(visitor, { email: neighbour.email, password: PASSWORD }, here(now, from))).toBeTruthy();
  }, 60_000);

  test("end with the pause, which grows and is never for good", async () => {
    const { email } = await addPerson({ password: PASSWORD });
    const wrong = (at: Date) => signIn(visitor, { email, password: "autre chose" }, here(at)).catch(({ code }) => code);
    const burst = async (at: Date) => (await Promise.all(Array.from({ length: 8 }, () => wrong(at)))).sort();
    expect((await burst(now)).filter((code) => code === "wrong_credentials")).toHaveLength(5);
    expect((await burst(later(2))).filter((code) => code === "wrong_credentials")).toHaveLength(5);
    expect(await wrong(later(4))).toBe("too_many_attempts");
    expect(await signIn(visitor, { email, password: PASSWORD }, here(later(16)))).toBeTruthy();
    // The right password begins the count anew.
    expect(await wrong(later(17))).toBe("wrong_credentials");
  });

  test("from one network over many addresses are a hundred a quarter of an hour; right ones are not counted", async () => {
    const from = randomUUID();
    for (let turn = 0; turn < 3; turn += 1) {
      await signIn(visitor, { email: shared.email, password: PASSWORD }, here(now, from));
    }
    const key = `sign-in from ${from}`;
    expect(await db().throttle.findUnique({ where: { key } })).toBeNull();
    await db().throttle.create({ data: { key, count: 100, resetsAt: later(15) } });
    const stranger = { email: `${randomUUID()}@nobody.example`, password: "autre chose" };
    await expect(signIn(visitor, stranger, here(now, from))).rejects.toMatchObject({ code: "too_many_attempts" });
    await expect(signIn(visitor, stranger, here())).rejects.toMatchObject({ code: "wrong_credentials" });
  });
});

describe("an identity provider", () => {
  test("opens the account of the address it has verified, however it writes it", async () => {
    const { id, email } = await addPerson();
    const claims = { email: email.toUpperCase(), email_verified: true };
    const sessionId = await signInByProvider(visitor, claims, here());
    expect(await findActor(sessionId, now)).toMatchObject({ personId: id });
  });

  test("opens nothing with an address it has not verified, nor one the portal does not know", async () => {
    const { id, email } = await addPerson();
    for (const email_verified of [false, undefined, "true"]) {
      await expect(signInByProvider(visitor, { email, email_verified }, here())).rejects.toMatchObject({
        code: "adresse-non-verifiee",
      });
    }
    await expect(signInByProvider(visitor, { email_verified: true }, here())).rejects.toThrow();
    await expect(
      signInByProvider(visitor, { email: `${randomUUID()}@nobody.example`, email_verified: true }, here()),
    ).rejects.toMatchObject({ code: "adresse-inconnue" });
    await db().suspension.create({ data: { personId: id, reason: "test" } });
    await expect(signInByProvider(visitor, { email, email_verified: true }, here())).rejects.toMatchObject({
      code: "adresse-inconnue",
    });
    expect(await db().session.count({ where: { personId: id } })).toBe(0);
  });
});

describe("a session", () => {
  test("is worth nothing at the request after a suspension, and loses the rights of an ended mandate", async () => {
    const { id } = await addPerson({ isFictional: true });
    const mandate = await db().mandate.create({
      data: { personId: id, function: "board_member", startsOn: columnOfDay("2026-01-01") },
      select: { id: true },
    });
    const actor = await actorFor(id);
    expect(can(actor, "oversee", "Club", now)).toBe(true);
    await db().mandate.update({ where: { id: mandate.id }, data: { endsOn: columnOfDay("2026-02-01") } });
    const after = await findActor(actor.sessionId, now);
    expect(after && can(after, "oversee", "Club", now)).toBe(false);
    await db().suspension.create({ data: { personId: id, reason: "test" } });
    expect(await findActor(actor.sessionId, now)).toBeNull();
  });

  test("is listed with its device in words, and its last day of use", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const sessionId = await signIn(visitor, { email, password: PASSWORD }, here());
    const tomorrow = later(24 * 60);
    const actor = await findActor(sessionId, tomorrow);
    if (!actor) throw new Error("not signed in");
    await db().session.create({ data: { personId: id, createdAt: later(-9), expiresAt: later(-1) } });
    expect(await listSessions(actor, tomorrow)).toMatchObject([
      { device: "Firefox sur Windows", isCurrent: true, isUnfinished: false },
    ]);
    const row = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(row.lastUsedOn > columnOfDay(now.toISOString().slice(0, 10))).toBe(true);
  });

  test("is ended one by one or all together by its own person only, and that is noted", async () => {
    const { id } = await addPerson();
    const [mine, second, third] = [await actorFor(id), await actorFor(id), await actorFor(id)];
    const stranger = await actorFor((await addPerson()).id);
    await revokeSession(stranger, { id: second.sessionId }, now);
    expect(await findActor(second.sessionId, now)).not.toBeNull();
    await revokeSession(mine, { id: second.sessionId }, now);
    await revokeSession(mine, { id: second.sessionId }, now);
    expect(await findActor(second.sessionId, now)).toBeNull();
    await revokeOtherSessions(mine, now);
    expect(await findActor(third.sessionId, now)).toBeNull();
    expect(await findActor(mine.sessionId, now)).not.toBeNull();
    expect(await findActor(stranger.sessionId, now)).not.toBeNull();
    expect(await db().auditEntry.count({ where: { personId: id, action: "revoke-sessions" } })).toBe(2);
    await signOut(mine, now);
    expect(await findActor(mine.sessionId, now)).toBeNull();
  });

  test("gives way to the next one opened in the same browser", async () => {
    const { id, email } = await addPerson({ password: PASSWORD });
    const before = await actorFor(id);
    await signIn(before, { email, password: PASSWORD }, here());
    expect(await findActor(before.sessionId, now)).toBeNull();
  });

  test("must be proved again after a quarter of an hour for what opens everything else", async () => {
    const { id } = await addPerson({ password: PASSWORD });
    const actor = await actorFor(id, now);
    await mustHaveFreshProof(actor, later(14));
    await expect(mustHaveFreshProof(actor, later(16))).rejects.toMatchObject({ code: "stale_proof" });
    const attempt = { now: later(16), from: randomUUID() };
    await expect(proveAgain(actor, { password: "autre chose" }, attempt)).rejects.toMatchObject({
      code: "wrong_password",
      field: "password",
    });
    await proveAgain(actor, { password: PASSWORD }, attempt);
    await mustHaveFreshProof(actor, later(20));
  });

  test("is forgotten once it is over, links a month after", async () => {
    const { id } = await addPerson();
    const open = await actorFor(id);
    await db().session.create({ data: { personId: id, createdAt: later(-9), expiresAt: later(-1) } });
    const link = { personId: id, next: "/espace", createdAt: later(-60 * 24 * 40) };
    await db().signInLink.createMany({
      data: [
        { ...link, fingerprint: randomUUID(), expiresAt: later(-60 * 24 * 31) },
        { ...link, fingerprint: randomUUID(), expiresAt: later(-60 * 24 * 29) },
      ],
    });
    await forgetSignIns({ kind: "system" }, now);
    expect(await db().session.count({ where: { personId: id } })).toBe(1);
    expect(await db().signInLink.count({ where: { personId: id } })).toBe(1);
    await expect(forgetSignIns(open, now)).rejects.toMatchObject({ code: "forbidden" });
  });
});

function here(at = now, from: string = randomUUID()): Circumstances {
  return { now: at, userAgent: "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0", from };
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
