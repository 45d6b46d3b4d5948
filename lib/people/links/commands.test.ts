import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findActor } from "#lib/people/queries";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { addPerson } from "../../../test/own-people.ts";
import type { Circumstances } from "../sessions/commands.ts";
import { addSignInLink, renewSignInLink, requestSignInLink, signInByCode, signInByLink } from "./commands.ts";
import { findSignInLink } from "./queries.ts";

const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe("a link for another command's message", () => {
  test("signs its person in and leads where the command said", async () => {
    const person = await addPerson();
    const secret = await linkFor(person.id, "/espace/structure");
    expect(await findSignInLink(secret, now)).toEqual({ state: "usable", address: "p…@people.example" });
    const { sessionId, next } = await signInByLink(visitor, { secret }, here());
    expect(next).toBe("/espace/structure");
    expect(await findActor(sessionId, now)).toMatchObject({ personId: person.id });
  });

  test("works once, whatever the number of clicks at once", async () => {
    const person = await addPerson();
    const secret = await linkFor(person.id);
    const clicks = await Promise.allSettled(
      Array.from({ length: 20 }, () => signInByLink(visitor, { secret }, here())),
    );
    expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().session.count({ where: { personId: person.id } })).toBe(1);
    expect(await findSignInLink(secret, now)).toMatchObject({ state: "used" });
    await expect(signInByLink(visitor, { secret }, here())).rejects.toMatchObject({ code: "used_link" });
  });

  test("looking at it, as mail scanners do, leaves it as it is", async () => {
    const person = await addPerson();
    const secret = await linkFor(person.id);
    for (let look = 0; look < 5; look += 1) await findSignInLink(secret, now);
    expect(await signInByLink(visitor, { secret }, here())).toHaveProperty("sessionId");
  });

  test("is over in a quarter of an hour unless said otherwise, and says so in the audit log", async () => {
    const person = await addPerson();
    const secret = await linkFor(person.id);
    expect(await findSignInLink(secret, later(14))).toMatchObject({ state: "usable" });
    await expect(signInByLink(visitor, { secret }, here(later(16)))).rejects.toMatchObject({ code: "expired_link" });
    expect(await db().session.count({ where: { personId: person.id } })).toBe(0);
    const audited = await db().auditEntry.findFirst({ where: { subjectId: person.id, action: "refuse-link" } });
    expect(audited?.detail).toEqual({ why: "expired_link" });
    const lasting = await linkFor(person.id, "/espace", 7 * 24 * 60);
    expect(await findSignInLink(lasting, later(6 * 24 * 60))).toMatchObject({ state: "usable" });
    await expect(linkFor(person.id, "/espace", 15 * 24 * 60)).rejects.toThrow("sign_in_link_lasts_two_weeks_at_most");
  });

  test("leads nowhere but here", async () => {
    const person = await addPerson();
    await expect(linkFor(person.id, "//evil.example/")).rejects.toThrow("sign_in_link_stays_here");
  });

  test("is worth nothing altered, nor once its person is suspended", async () => {
    const person = await addPerson();
    const secret = await linkFor(person.id);
    const altered = `${secret.slice(0, -1)}${secret.endsWith("A") ? "B" : "A"}`;
    expect(await findSignInLink(altered, now)).toBeNull();
    await expect(signInByLink(visitor, { secret: altered }, here())).rejects.toMatchObject({ code: "unknown_link" });
    await db().suspension.create({ data: { personId: person.id, reason: "test" } });
    await expect(signInByLink(visitor, { secret }, here())).rejects.toMatchObject({ code: "unknown_link" });
    expect(await db().session.count({ where: { personId: person.id } })).toBe(0);
  });

  test("is kept as a fingerprint only", async () => {
    const person = await addPerson();
    const secret = await linkFor(person.id);
    const row = await db().signInLink.findFirstOrThrow({ where: { personId: person.id } });
    expect(JSON.stringify(row)).not.toContain(secret);
  });
});

describe("a link that somebody asks for", () => {
  test("goes to the mailbox with six digits, which sign in the browser that asked", async () => {
    const { id, email } = await addPerson();
    const { request, code } = await ask(email);
    const { sessionId, next } = await signInByCode(visitor, { code, request }, here());
    expect(next).toBe("/espace");
    expect(await findActor(sessionId, now)).toMatchObject({ personId: id });
    await expect(signInByCode(visitor, { code, request }, here())).rejects.toMatchObject({ code: "dead_code" });
  });

  test("its digits are worth nothing in another browser, and little in the right one", async () => {
    const { email } = await addPerson();
    const { request, code } = await ask(email);
    await expect(signInByCode(visitor, { code, request: randomUUID() }, here())).rejects.toMatchObject({
      code: "dead_code",
    });
    const wrong = code === "000000" ? "000001" : "000000";
    const tries = Array.from({ length: 20 }, () => signInByCode(visitor, { code: wrong, request }, here()));
    const codes = (await Promise.allSettled(tries)).map((one) => one.status === "rejected" && one.reason.code);
    expect(codes.filter((refused) => refused === "wrong_code")).toHaveLength(3);
    await expect(signInByCode(visitor, { code, request }, here())).rejects.toMatchObject({ code: "dead_code" });
  });

  test("the link of the message works while its digits are mistyped, and not after they were used", async () => {
    const { email } = await addPerson();
    const first = await ask(email);
    const wrong = { code: first.code === "000000" ? "000001" : "000000", request: first.request };
    for (let tries = 0; tries < 4; tries += 1) await expect(signInByCode(visitor, wrong, here())).rejects.toThrow();
    await signInByLink(visitor, { secret: first.secret }, here());
    const second = await ask(email);
    await signInByCode(visitor, second, here());
    await expect(signInByLink(visitor, { secret: second.secret }, here())).rejects.toMatchObject({ code: "used_link" });
  });

  test("an old one sends another to the same mailbox, without anything typed", async () => {
    const { id, email } = await addPerson();
    const secret = await linkFor(id, "/espace/structure");
    const asked = await renewSignInLink(visitor, { secret }, here(later(60)));
    expect(asked).toMatchObject({ email, next: "/espace/structure" });
    const fresh = secretIn((await lastMailTo(email)).text);
    expect((await signInByLink(visitor, { secret: fresh }, here(later(61)))).next).toBe("/espace/structure");
  });

  test("an unknown address and a suspended one get the same answer after the same statements", async () => {
    const known = await addPerson();
    const suspended = await addPerson();
    await db().suspension.create({ data: { personId: suspended.id, reason: "test" } });
    const unknown = `${randomUUID()}@nobody.example`;
    const counts: number[] = [];
    for (const email of [known.email, unknown, suspended.email]) {
      const before = await rowsWritten();
      const request = await requestSignInLink(visitor, { email }, here());
      expect(request).toMatch(/^[\w-]{43}$/);
      counts.push((await rowsWritten()) - before);
      await expect(signInByCode(visitor, { code: "123456", request }, here())).rejects.toMatchObject({
        code: "wrong_code",
      });
    }
    expect(counts).toEqual([2, 2, 2]);
    expect((await lastMailTo(unknown)).subject).toBe("Aucun compte à cette adresse");
    expect((await lastMailTo(suspended.email)).subject).toBe("Votre accès est suspendu");
    for (const address of [unknown, suspended.email]) {
      expect((await lastMailTo(address)).text).not.toContain("/connexion/lien");
    }
  });

  test("three messages a quarter of an hour leave for one address, known or not; the next quarter begins anew", async () => {
    const known = await addPerson();
    for (const email of [known.email, `${randomUUID()}@nobody.example`]) {
      for (let message = 0; message < 3; message += 1) await requestSignInLink(visitor, { email }, here());
      await expect(requestSignInLink(visitor, { email }, here())).rejects.toMatchObject({ code: "too_many_links" });
      expect(await db().mail.count({ where: { toAddress: email } })).toBe(3);
      await requestSignInLink(visitor, { email }, here(later(16)));
    }
  });
});

function here(at = now): Circumstances {
  return { now: at, userAgent: "Mozilla/5.0 Firefox/140.0", from: randomUUID() };
}

async function linkFor(personId: string, next = "/espace", minutes?: number): Promise<string> {
  const path = await db().$transaction((tx) =>
    addSignInLink(tx, personId, { next, now, ...(minutes ? { minutes } : {}) }),
  );
  return path.replace(/^.*jeton=/, "");
}

async function ask(email: string) {
  const request = await requestSignInLink(visitor, { email, next: "/espace" }, here());
  const { text } = await lastMailTo(email);
  return { request, code: /^\s+(\d{6})$/m.exec(text)?.[1] ?? "", secret: secretIn(text) };
}

function secretIn(text: string): string {
  return /jeton=([\w-]+)/.exec(text)?.[1] ?? "";
}

function lastMailTo(address: string) {
  return db().mail.findFirstOrThrow({ where: { toAddress: address }, orderBy: { id: "desc" } });
}

async function rowsWritten(): Promise<number> {
  return (await db().signInLink.count()) + (await db().mail.count());
}
