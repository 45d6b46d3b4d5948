import { afterAll, afterEach, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addTender, again, removeOwnTenders } from "../../../test/own-tenders.ts";
import { findTeams } from "../cover/queries.ts";
import { findTender, listTenders } from "../queries.ts";
import { lowerHand, raiseHand } from "./commands.ts";
import { findOwnHand, listHands } from "./queries.ts";
import { raiseHandInput } from "./schema.ts";

const now = new Date();
afterEach(removeOwnTenders);
afterAll(removeOwnTenders);

const ROLES = [
  "president",
  "treasurer",
  "lead",
  "formerLead",
  "member",
  "colleague",
  "rival",
  "student",
  "school",
  "admin",
] as const;

async function raise(actor: PersonActor, tenderId: string, more: Record<string, unknown> = {}) {
  const lots = (await findTender(actor, tenderId, now))?.lots.map(({ id }) => ({ lotId: id, role: "partner" })) ?? [];
  await raiseHand(
    actor,
    raiseHandInput.parse({ tenderId, lots, references: "Un lycée", capacity: "Trois personnes", ...more }),
    now,
  );
}

describe("a hand raised", () => {
  test("is seen by those who raised theirs on this tender, and by nobody else, board and administrators included", async () => {
    const [tenderId, other] = [await addTender(), await addTender()];
    await raise(await actorOf("member"), tenderId);
    await raise(await actorOf("lead"), tenderId);
    await raise(await actorOf("rival"), other);
    const seen = await Promise.all(
      ROLES.map(async (role) => [role, (await listHands(await actorOf(role), tenderId, now)).length] as const),
    );
    expect(Object.fromEntries(seen)).toEqual({
      president: 0,
      treasurer: 0,
      // Of a structure that raised its hand: as its people, whatever else they are.
      lead: 2,
      member: 2,
      colleague: 2,
      formerLead: 0,
      rival: 0,
      student: 0,
      school: 0,
      admin: 0,
    });
    for (const role of ["president", "rival", "admin"] as const) {
      const actor = await actorOf(role);
      expect(await findOwnHand(actor, tenderId, now)).toBeNull();
      expect((await findTeams(actor, tenderId, now))?.hands ?? null).toBeNull();
      expect(JSON.stringify((await listTenders(actor, {}, 1, now)).items, bigints)).not.toContain("Trois personnes");
    }
  });

  test("leaves no trace where the board looks: neither in the audit log nor among the mails", async () => {
    const tenderId = await addTender();
    const [entries, mails] = [await db().auditEntry.count(), await db().mail.count()];
    await raise(await actorOf("member"), tenderId);
    await raise(await actorOf("rival"), tenderId);
    await lowerHand(await actorOf("member"), { tenderId }, now);
    expect([await db().auditEntry.count(), await db().mail.count()]).toEqual([entries, mails]);
  });

  test("is told to those who raised theirs before, not to one's own colleagues nor to others", async () => {
    const tenderId = await addTender();
    await raise(await actorOf("member"), tenderId);
    await raise(await actorOf("rival"), tenderId);
    await raise(await actorOf("rival"), tenderId, { capacity: "Quatre personnes" });
    const told = await db().notice.findMany({
      where: { kind: "tender-hand", path: { contains: tenderId } },
      select: { personId: true, title: true },
    });
    const [member, colleague] = [await actorOf("member"), await actorOf("colleague")];
    const people = new Set(told.map(({ personId }) => personId));
    expect(people).toContain(member.personId);
    expect(people).toContain(colleague.personId);
    expect(people).not.toContain((await actorOf("rival")).personId);
    expect(people).not.toContain((await actorOf("president")).personId);
    expect(told.filter(({ personId }) => personId === member.personId)).toHaveLength(1);
  });

  test("lowered shows the others no more, at the next request", async () => {
    const tenderId = await addTender();
    const rival = await actorOf("rival");
    await raise(await actorOf("member"), tenderId);
    await raise(rival, tenderId);
    expect(await listHands(await again(rival), tenderId, now)).toHaveLength(2);
    await lowerHand(rival, { tenderId }, now);
    await lowerHand(rival, { tenderId }, now);
    expect(await listHands(await again(rival), tenderId, now)).toEqual([]);
    expect(await listHands(await again(await actorOf("member")), tenderId, now)).toHaveLength(1);
  });

  test("of two colleagues at once is one hand, with all the lots of one of them", async () => {
    const tenderId = await addTender();
    const [member, colleague] = [await actorOf("member"), await actorOf("colleague")];
    const lots = (await findTender(member, tenderId, now))?.lots ?? [];
    const one = (lot: number) => [{ lotId: lots[lot]?.id, role: "lead" }];
    await Promise.all([raise(member, tenderId, { lots: one(0) }), raise(colleague, tenderId, { lots: one(1) })]);
    const [hand, ...more] = await listHands(await again(member), tenderId, now);
    expect(more).toEqual([]);
    expect(hand?.lots).toHaveLength(1);
  });

  test("is refused to whoever speaks for nobody, for no lot, for another tender's lot, and once it is too late", async () => {
    const [tenderId, other] = [await addTender(), await addTender()];
    const rival = await actorOf("rival");
    await expect(
      raise(await actorOf("student"), tenderId, { lots: [{ lotId: crypto.randomUUID(), role: "lead" }] }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(
      raiseHandInput.safeParse({ tenderId, lots: [{ lotId: crypto.randomUUID(), role: "none" }] }).error?.issues[0]
        ?.path,
    ).toEqual(["lots"]);
    expect(raiseHandInput.safeParse({ tenderId, lots: [], capacity: "x".repeat(10_000) }).success).toBe(false);
    const foreign = (await findTender(rival, other, now))?.lots[0]?.id;
    await expect(raise(rival, tenderId, { lots: [{ lotId: foreign, role: "lead" }] })).rejects.toMatchObject({
      code: "unknown_lot",
      field: "lots",
    });
    await db().tender.update({ where: { id: tenderId }, data: { withdrawnAt: now } });
    await expect(raise(rival, tenderId)).rejects.toMatchObject({ code: "tender_closed" });
  });
});

const bigints = (_key: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
