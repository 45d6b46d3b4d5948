import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "#lib/people/passwords";
import { signIn } from "#lib/people/sessions/commands";
import { addMonths, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { system, visitor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import { addMember, retireMembers } from "../../test/own-members.ts";
import { applyRetention } from "./commands.ts";

const now = new Date();

// These tests walk years ahead: whoever else is in the database, but the board, is seen even then.
beforeAll(
  () => db().$executeRaw`
    INSERT INTO last_sign_in ("personId", day)
    SELECT p.id, DATE '2100-01-01' FROM person p WHERE NOT EXISTS (SELECT 1 FROM mandate m WHERE m."personId" = p.id)
    ON CONFLICT ("personId") DO UPDATE SET day = EXCLUDED.day`,
);
afterAll(async () => {
  await db().$executeRaw`DELETE FROM last_sign_in WHERE day = DATE '2100-01-01'`;
  await retireMembers();
});

describe("the daily retention", () => {
  const later = (months: number) => new Date(`${addMonths(dayOf(now), months)}T06:00:00Z`);

  test("announces the end of an unused account a month before, then erases it; once each", async () => {
    const idle = await db().person.create({
      data: { email: `${crypto.randomUUID()}@people.example`, firstName: "Jean", lastName: "Oubli", createdAt: now },
    });
    const mails = () => db().mail.count({ where: { toAddress: idle.email } });
    await applyRetention(system, later(22));
    expect(await mails()).toBe(0);
    await Promise.all([applyRetention(system, later(23)), applyRetention(system, later(23))]);
    await applyRetention(system, later(23));
    expect(await mails()).toBe(1);
    await applyRetention(system, new Date(later(24).getTime() - 48 * 3_600_000));
    expect(await db().person.findUnique({ where: { id: idle.id } })).toMatchObject({ erasedAt: null });
    await applyRetention(system, new Date(later(24).getTime() + 48 * 3_600_000));
    expect((await db().person.findUniqueOrThrow({ where: { id: idle.id } })).erasedAt).not.toBeNull();
  });

  test("leaves alone whoever signs in again, members of active structures, and the board", async () => {
    const key = `${crypto.randomUUID()}@people.example`;
    const passwordHash = await hashPassword("un mot de passe de test");
    const back = await db().person.create({
      data: { email: key, firstName: "Jeanne", lastName: "Revenue", createdAt: now, passwordHash },
    });
    const member = await addMember();
    await applyRetention(system, later(23));
    const context = { now: later(23), userAgent: null, from: "192.0.2.1" };
    await signIn(visitor, { email: key, password: "un mot de passe de test" }, context);
    expect(await db().lastSignIn.findUnique({ where: { personId: back.id } })).toMatchObject({ warnedOn: null });
    await applyRetention(system, later(26));
    expect(await db().person.findUnique({ where: { email: key } })).not.toBeNull();
    expect(await db().person.findUnique({ where: { email: member.email } })).not.toBeNull();
    expect(await db().person.findUnique({ where: { email: "presidence@demo.example" } })).not.toBeNull();
  });

  test("ends old messages and contacts, keeps recent ones, and logs counts without a name", async () => {
    const address = `${crypto.randomUUID()}@people.example`;
    const mail = (createdAt: Date, kind = "x") =>
      db().mail.create({
        data: {
          kind,
          toAddress: address,
          subject: "s",
          text: "t",
          html: "h",
          createdAt,
          sentAt: createdAt,
          state: "sent",
          attachments: { create: { filename: "f", type: "t", content: new Uint8Array([1]) } },
        },
      });
    const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
    await mail(days(1));
    await mail(days(40));
    await mail(days(400));
    await mail(days(3), "account-erased");
    const need = await db().need.create({
      data: { text: "x", contactName: "Anne", contactEmail: address, outcome: "abandoned", closedAt: days(400) },
    });
    const before = await db().auditEntry.findFirst({ orderBy: { id: "desc" } });
    const done = await applyRetention(system, now);
    expect(done).toMatchObject({ "mail-bodies": 2, "mail-log": 2, needs: 1 });
    const left = await db().mail.findMany({
      where: { toAddress: address },
      orderBy: { createdAt: "desc" },
      include: { attachments: true },
    });
    expect(left.map(({ text, attachments }) => [text, attachments.length])).toEqual([
      ["t", 1],
      ["", 0],
    ]);
    expect((await db().need.findUniqueOrThrow({ where: { id: need.id } })).contactName).toBe("Contact effacé");
    const acts = await db().auditEntry.findMany({ where: { id: { gt: before?.id ?? 0n } } });
    expect(acts.every(({ action, personId }) => action === "apply-retention" && personId === null)).toBe(true);
    expect(JSON.stringify(acts.map(({ detail }) => detail))).not.toContain(address);
    expect(await applyRetention(system, now)).toMatchObject({ "mail-bodies": 0, "mail-log": 0, needs: 0 });
  });

  test("is ordered by the portal itself, or an administrator; by nobody else", async () => {
    for (const actor of [visitor, await actorOf("president"), await actorOf("member")]) {
      await expect(applyRetention(actor, now)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
