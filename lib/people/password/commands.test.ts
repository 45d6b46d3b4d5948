import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findActor } from "#lib/people/queries";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorFor, addPerson } from "../../../test/own-people.ts";
import { addSignInLink } from "../links/commands.ts";
import { signIn } from "../sessions/commands.ts";
import { choosePassword } from "./commands.ts";

const OLD = "trois corons sous la lune";
const NEW = "un beffroi contre le vent";
const now = new Date();

test("a new password ends every other session and every link under way, and says so by e-mail", async () => {
  const { id, email } = await addPerson({ password: OLD });
  const [actor, elsewhere] = [await actorFor(id), await actorFor(id)];
  await db().$transaction((tx) => addSignInLink(tx, id, { next: "/espace", now }));
  await choosePassword(actor, { password: NEW }, now);
  expect(await findActor(actor.sessionId, now)).not.toBeNull();
  expect(await findActor(elsewhere.sessionId, now)).toBeNull();
  expect(await db().signInLink.count({ where: { personId: id } })).toBe(0);
  const circumstances = { now, userAgent: null, from: randomUUID() };
  await expect(signIn(visitor, { email, password: OLD }, circumstances)).rejects.toMatchObject({
    code: "wrong_credentials",
  });
  expect(await signIn(visitor, { email, password: NEW }, circumstances)).toBeTruthy();
  const mail = await db().mail.findFirst({ where: { toAddress: email } });
  expect(mail?.subject).toBe("Votre mot de passe a changé");
  const audited = await db().auditEntry.findFirst({ where: { subjectId: id, action: "change-password" } });
  expect(audited).toMatchObject({ personId: id, detail: { endedSessions: 1 } });
});

test("a first password is chosen without a former one, shortly after having come in", async () => {
  const { id } = await addPerson();
  const actor = await actorFor(id, now);
  const muchLater = new Date(now.getTime() + 20 * 60_000);
  await expect(choosePassword(actor, { password: NEW }, muchLater)).rejects.toMatchObject({ code: "stale_proof" });
  await choosePassword(actor, { password: NEW }, now);
  expect((await db().person.findUniqueOrThrow({ where: { id } })).passwordHash).toMatch(/^\$argon2id\$/);
});

test("a weak one changes nothing", async () => {
  const { id } = await addPerson({ password: OLD });
  const [actor, elsewhere] = [await actorFor(id), await actorFor(id)];
  await expect(choosePassword(actor, { password: "motdepasse2026" }, now)).rejects.toMatchObject({
    code: "weak_password",
    field: "password",
  });
  expect(await findActor(elsewhere.sessionId, now)).not.toBeNull();
});
