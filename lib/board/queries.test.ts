import { afterAll, describe, expect, test } from "vitest";
import { listRhythms } from "#lib/meetings/queries";
import { countApplications } from "#lib/membership/applications/review/queries";
import { findActor } from "#lib/people/queries";
import { addDays, columnOfDay, dayOf, fromParis } from "#lib/platform/dates";
import type { Db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import { addStructure, removeOwnStructures } from "../../test/own-structures.ts";

// Read where the client is opened: this file's own.
process.env.COUNT_QUERIES = "1";
const { db } = await import("#lib/platform/db");
const { getDesk } = await import("./queries.ts");

const now = new Date();
const today = dayOf(now);
afterAll(removeOwnStructures);

/** The page's budget, the person and the club's own row included. */
const MOST_QUERIES = 10;

describe("the board's desk", () => {
  test("asks the database at most ten times, whatever waits", async () => {
    const president = await actorOf("president");
    const asked: string[] = [];
    (db() as Db & { $on: (event: "query", hear: (event: { query: string }) => void) => void }).$on(
      "query",
      ({ query }) => asked.push(query),
    );
    await findActor(president.sessionId, now);
    await db().club.findFirstOrThrow();
    await getDesk(president, now);
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.length).toBeLessThanOrEqual(MOST_QUERIES);
  });

  test("says what waits to whoever can see to it: the board all of it, an administrator the mail", async () => {
    await db().mail.create({
      data: { kind: "test", toAddress: "x@refused.example", subject: "x", text: "x", html: "x", state: "dead" },
    });
    const hrefs = async (role: "president" | "admin") =>
      (await getDesk(await actorOf(role), now)).waiting.map(({ href }) => href);
    const forTheBoard = await hrefs("president");
    for (const href of ["/comite/adherents?statut=lapsed", "/comite/mandats", "/comite/courrier?etat=dead"]) {
      expect(forTheBoard).toContain(href);
    }
    const forAdmins = await hrefs("admin");
    expect(forAdmins).toContain("/comite/courrier?etat=dead");
    expect(forAdmins).not.toContain("/comite/mandats");
    await db().mail.deleteMany({ where: { toAddress: "x@refused.example" } });
  });

  test("counts what its own pages show: an application, an expectation, a need, a late due", async () => {
    const president = await actorOf("president");
    const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
    const counts = async () =>
      new Map((await getDesk(president, now)).waiting.map(({ href, howMany }) => [href, howMany]));
    const before = await counts();
    const { id: structureId } = await addStructure({ name: `Attend ${crypto.randomUUID()}` });
    const commission = await db().commission.findFirstOrThrow();
    const voiced = (days: number) =>
      db().expectation.create({
        data: { title: "essai", body: "", commissionId: commission.id, structureId, voicedAt: ago(days) },
      });
    const expectations = [await voiced(91), await voiced(89)];
    const need = { text: "essai", contactName: "x", contactEmail: "x@buyers.example", escalatedAt: ago(1) };
    const needs = [
      await db().need.create({ data: need }),
      await db().need.create({
        data: { ...need, introductions: { create: { structureId, state: "interested", answeredAt: now } } },
      }),
      await db().need.create({ data: { ...need, closedAt: now, outcome: "abandoned" } }),
    ];
    const gained = async (href: string) => ((await counts()).get(href) ?? 0) - (before.get(href) ?? 0);
    try {
      expect(await gained("/comite/attentes")).toBe(1);
      expect(await gained("/espace/besoins/a-placer")).toBe(1);
    } finally {
      await db().need.deleteMany({ where: { id: { in: needs.map(({ id }) => id) } } });
      await db().expectation.deleteMany({ where: { id: { in: expectations.map(({ id }) => id) } } });
    }
    const { to_review } = await countApplications(president, now);
    expect(before.get("/comite/candidatures?etat=to_review") ?? 0).toBe(to_review);
    const late = await db().feeCall.count({ where: { balanceCents: { gt: 0 }, dueOn: { lt: columnOfDay(today) } } });
    expect(before.get("/comite/cotisations?etat=en-retard") ?? 0).toBe(late);
  });

  test("counts a commission as late as its own page does: not before it ever met, nor once a date is set", async () => {
    const commission = await db().commission.create({
      data: { slug: `rythme-${crypto.randomUUID()}`, name: "Rythme", mission: "Essayer.", position: 91 },
    });
    const president = await actorOf("president");
    const late = async () =>
      (await getDesk(president, now)).waiting.find(({ href }) => href.endsWith("#rythme"))?.howMany ?? 0;
    const meetOn = (day: string) =>
      db().event.create({
        data: {
          slug: `rythme-${crypto.randomUUID()}`,
          kind: "commission_meeting",
          title: "Réunion",
          startsAt: fromParis(day, "18:00"),
          endsAt: fromParis(day, "20:00"),
          commissionId: commission.id,
        },
      });
    try {
      const before = await late();
      expect(before).toBe((await listRhythms(now)).filter(({ rhythm }) => rhythm.state === "late").length);
      const cancelled = await meetOn(addDays(today, -10));
      await db().eventCancellation.create({ data: { eventId: cancelled.id, reason: "essai" } });
      await meetOn(addDays(today, -80));
      expect(await late()).toBe(before + 1);
      await meetOn(addDays(today, 12));
      expect(await late()).toBe(before);
      const { rhythms } = (await getDesk(president, now)).rhythm;
      const ours = rhythms.find(({ slug }) => slug === commission.slug);
      expect(ours?.dots.map(({ state }) => state)).toEqual(["first", "coming"]);
      expect(ours?.rhythm.state).toBe("planned_late");
    } finally {
      await db().event.deleteMany({ where: { commissionId: commission.id } });
      await db().commission.delete({ where: { id: commission.id } });
    }
  });

  test("knows how many members there were, told by the changes of their status", async () => {
    const president = await actorOf("president");
    const members = async () => (await getDesk(president, now)).members;
    const before = await members();
    const { id } = await addStructure({ name: `Passée ${crypto.randomUUID()}` });
    await db().structure.update({
      where: { id },
      data: { status: "resigned", joinedOn: columnOfDay(addDays(today, -200)) },
    });
    await db().structureStatusChange.updateMany({
      where: { structureId: id },
      data: { changedAt: fromParis(addDays(today, -100), "12:00") },
    });
    const gained = (await members()).map(({ day, members: count }, index) => ({
      day,
      gained: count - (before[index]?.members ?? 0),
    }));
    const expected = ({ day }: { day: string }) => (day >= addDays(today, -200) && day < addDays(today, -100) ? 1 : 0);
    expect(gained.map(({ gained: one }) => one)).toEqual(gained.map(expected));
    expect(gained.some(({ gained: one }) => one === 1)).toBe(true);
  });

  test("is closed to members and visitors", async () => {
    for (const actor of [visitor, await actorOf("member"), await actorOf("lead")]) {
      await expect(getDesk(actor, now)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
