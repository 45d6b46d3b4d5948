import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { addPerson, signedInAs } from "../../../test/own-people.ts";
import { renewSignInLink, requestSignInLink, signInByCode, signInByLink } from "./commands.ts";
import { findSignInLink } from "./queries.ts";

const now = new Date();
const here = { now, userAgent: null, from: randomUUID() };
const newcomer = { firstName: "Zoé", lastName: "Delmotte" };
const someone = () => `${randomUUID()}@arrivee.example`;

/** Asks for a link, and gives what the message holds. */
async function ask(email: string, name: typeof newcomer | null = newcomer) {
  const request = await requestSignInLink(visitor, { email, next: "/espace/candidatures", newcomer: name }, here);
  const mail = await db().mail.findFirstOrThrow({ where: { toAddress: email }, orderBy: { id: "desc" } });
  const secret = /jeton=([\w-]+)/.exec(mail.text)?.[1] ?? "";
  const code = /^ {4}(\d{6})$/m.exec(mail.text)?.[1] ?? "";
  return { request, secret, code, subject: mail.subject };
}

const personAt = (email: string) => db().person.findUnique({ where: { email } });

describe("somebody without an account", () => {
  test("has one once their link is used, by themselves, once; asking alone makes none", async () => {
    const email = someone();
    const { secret } = await ask(email);
    expect(await personAt(email)).toBeNull();
    expect(await findSignInLink(secret, now)).toMatchObject({ state: "usable" });
    const enter = () => signInByLink(visitor, { secret }, here);
    const tries = await Promise.allSettled([enter(), enter()]);
    const entered = tries.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
    expect(entered).toHaveLength(1);
    expect(entered[0]?.next).toBe("/espace/candidatures");
    expect(await signedInAs(entered[0]?.sessionId ?? "")).toMatchObject({
      name: "Zoé Delmotte",
      email,
      isStudent: false,
    });
    // Whoever was sent the same link on has nothing.
    await expect(enter()).rejects.toMatchObject({ code: "used_link" });
    expect(await db().newcomer.count({ where: { email } })).toBe(0);
  });

  test("may type the six digits instead, in the browser that asked", async () => {
    const email = someone();
    const { request, code } = await ask(email);
    const { sessionId } = await signInByCode(visitor, { code, request }, here);
    expect((await signedInAs(sessionId)).email).toBe(email);
  });

  test("gets another link when theirs is over, and keeps the name they gave", async () => {
    const email = someone();
    const { secret } = await ask(email);
    const later = { ...here, now: new Date(now.getTime() + 3_600_000) };
    await expect(signInByLink(visitor, { secret }, later)).rejects.toMatchObject({ code: "expired_link" });
    await renewSignInLink(visitor, { secret }, later);
    expect(await db().newcomer.count({ where: { email, lastName: "Delmotte" } })).toBe(2);
  });

  test("is no stranger who gives a known address: its owner keeps their account and their name", async () => {
    const { id, email } = await addPerson();
    const { secret } = await ask(email);
    const { sessionId } = await signInByLink(visitor, { secret }, here);
    expect(await signedInAs(sessionId)).toMatchObject({ personId: id, name: "Camille Lefebvre" });
    const unknown = await ask(someone(), null);
    expect(unknown.subject).toBe("Aucun compte à cette adresse");
  });
});
