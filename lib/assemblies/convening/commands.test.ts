import ICAL from "ical.js";
import { afterAll, describe, expect, test } from "vitest";
import { cancelMeeting, moveMeeting } from "#lib/meetings/schedule/commands";
import { fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { actorOf } from "../../../test/cast.ts";
import {
  addHouses,
  adoptForCleaning,
  afterConvening,
  CONVENED,
  convene,
  DAY,
  HELD,
  removeOwnAssemblies,
  typed,
} from "../../../test/own-assemblies.ts";
import { subjectsTo } from "../../../test/own-commissions.ts";
import { findAssembly, listAssemblies } from "../queries.ts";
import { adjournSession, openSession } from "../session/commands.ts";
import { changeAssemblyRules } from "../settings/commands.ts";
import { conveneAssembly, moveAssembly } from "./commands.ts";
import { conveneInput } from "./schema.ts";

afterAll(removeOwnAssemblies);

const calendarsTo = async (address: string) =>
  (
    await db().mail.findMany({
      where: { toAddress: address, calendar: { not: null } },
      orderBy: { id: "asc" },
      select: { calendar: true, subject: true, text: true },
    })
  ).map(({ calendar, ...mail }) => ({
    ...mail,
    method: ICAL.Component.fromString(calendar ?? "").getFirstPropertyValue("method"),
  }));

describe("a general assembly", () => {
  test("calls the référent of each member in order, with what is put to the vote; one whose dues are late is not called", async () => {
    const [house, late] = await addHouses(2);
    if (!house || !late) throw new Error("no houses");
    await db().feeCall.create({
      data: {
        reference: `COT-2026-${String(Math.trunc(Math.random() * 9_000) + 1_000)}`,
        structureId: late.structureId,
        year: 2026,
        amountCents: 100,
        basis: "essai",
        calledOn: new Date("2026-11-01"),
        dueOn: new Date("2026-12-01"),
      },
    });
    const { slug, assemblyId } = await convene("ordinary", { resolutions: "Rapport moral\n\n  Comptes   de l’année " });
    const [mail] = await calendarsTo(house.actor.email);
    expect(mail).toMatchObject({ method: "REQUEST", subject: expect.stringMatching(/^Convocation/) });
    expect(mail?.text).toContain("Comptes de l’année");
    expect(mail?.text).toContain(`/espace/assemblees/${slug}`);
    expect(await subjectsTo(late.actor.email)).toEqual([]);
    expect(await db().assemblyVoter.count({ where: { assemblyId, structureId: house.structureId } })).toBe(1);
    expect(await db().assemblyVoter.count({ where: { assemblyId, structureId: late.structureId } })).toBe(0);
    const seen = await findAssembly(house.actor, slug, CONVENED);
    expect(seen).toMatchObject({ state: "convened", kind: "ordinary", mayPreside: false, quorum: { present: 0 } });
    expect(seen?.own).toHaveLength(1);
    expect(seen?.voters).toHaveLength(await db().assemblyVoter.count({ where: { assemblyId } }));
    expect(seen?.resolutions.map(({ title }) => title)).toEqual(["Rapport moral", "Comptes de l’année"]);
    // It pays, then the date moves: it votes.
    await db().feeCall.deleteMany({ where: { structureId: late.structureId } });
    const president = await actorOf("president");
    const { id } = await db().event.findUniqueOrThrow({ where: { slug }, select: { id: true } });
    await moveAssembly(president, { ...moved, eventId: id, day: afterConvening(29) }, CONVENED);
    expect(await db().assemblyVoter.count({ where: { assemblyId, structureId: late.structureId } })).toBe(1);
    expect(await subjectsTo(late.actor.email)).toEqual([expect.stringMatching(/^Changement/)]);
  });

  test("keeps its notice when it moves, and is moved by no other door", async () => {
    const { president, eventId } = await convene("extraordinary");
    const sooner = { ...moved, eventId, day: afterConvening(9) };
    await expect(moveAssembly(president, sooner, CONVENED)).rejects.toMatchObject({
      code: "notice_too_short",
      field: "day",
    });
    await expect(moveMeeting(president, sooner, CONVENED)).rejects.toMatchObject({ code: "not_found" });
    // Another room on the same date is no new convocation.
    await moveAssembly(president, { ...moved, eventId, place: "Ailleurs" }, fromParis(afterConvening(19), "10:00"));
  });

  test("is taken back like any meeting", async () => {
    const [house] = await addHouses(1);
    const { president, eventId, slug } = await convene("ordinary");
    expect(await cancelMeeting(president, { eventId, reason: "Neige" }, CONVENED)).toEqual({ commission: null, slug });
    expect((await calendarsTo(house?.actor.email ?? "")).map(({ method }) => method)).toEqual(["REQUEST", "CANCEL"]);
    await expect(openSession(president, (await assemblyAt(slug)).meetingId, HELD)).rejects.toMatchObject({
      code: "session_over",
    });
  });

  test("is convened by the president or the secretary alone, and seen by members alone", async () => {
    const input = conveneInput.parse(typed());
    for (const role of ["treasurer", "lead", "member", "admin", "student"] as const) {
      await expect(conveneAssembly(await actorOf(role), input, CONVENED)).rejects.toMatchObject({ code: "forbidden" });
    }
    const { slug } = await convene("ordinary");
    expect(await findAssembly(await actorOf("student"), slug, CONVENED)).toBeNull();
    expect(await findAssembly({ kind: "visitor" }, slug, CONVENED)).toBeNull();
    expect((await listAssemblies(await actorOf("member"), CONVENED)).map((line) => line.slug)).toContain(slug);
  });
});

describe("a meeting of the board", () => {
  test("calls those who sit on it, each with one vote, and is hidden from members", async () => {
    const { slug, assemblyId } = await convene("board", { acceptsShortNotice: true });
    const treasurer = await actorOf("treasurer");
    const seen = await findAssembly(treasurer, slug, CONVENED);
    expect(seen?.own.map(({ name }) => name)).toEqual([treasurer.name]);
    expect(seen?.voters.length).toBe(
      await db().assemblyVoter.count({ where: { assemblyId, personId: { not: null } } }),
    );
    expect(await subjectsTo(treasurer.email)).toContainEqual(expect.stringMatching(/^Convocation/));
    expect(await findAssembly(await actorOf("member"), slug, CONVENED)).toBeNull();
  });

  test("on a near date is a warning that whoever convenes takes on", async () => {
    await expect(convene("board", { day: afterConvening(2) })).rejects.toMatchObject({ field: "acceptsShortNotice" });
    await convene("board", { day: afterConvening(2), acceptsShortNotice: true });
  });
});

describe("a second call", () => {
  test("follows one that lacked its quorum, once, with its own notice and quorum, and votes on the same", async () => {
    const { president, assemblyId, slug } = await convene("ordinary", { resolutions: "Budget" });
    await expect(convene("ordinary", { after: slug })).rejects.toMatchObject({ code: "first_call_unknown" });
    await openSession(president, assemblyId, HELD);
    await adjournSession(president, assemblyId, HELD);
    const near = { after: slug, day: afterConvening(31) };
    const again = () => conveneAssembly(president, conveneInput.parse(typed(near)), HELD);
    await expect(
      conveneAssembly(president, conveneInput.parse(typed({ ...near, day: afterConvening(28) })), HELD),
    ).rejects.toMatchObject({ code: "notice_too_short" });
    const results = await Promise.allSettled([again(), again()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const first = await findAssembly(president, slug, HELD);
    const second = await findAssembly(president, first?.secondCall ?? "", HELD);
    expect(second).toMatchObject({ firstCall: slug, quorum: { needed: 0, isReached: true } });
    expect(second?.resolutions.map(({ title }) => title)).toEqual(["Budget"]);
    adoptForCleaning(second?.eventId ?? "");
  });
});

describe("what the statutes ask", () => {
  test("is set by who presides, and kept by what is convened already", async () => {
    const before = await db().assemblyRules.findUniqueOrThrow({ where: { kind: "ordinary" } });
    const { assemblyId, president } = await convene("ordinary");
    await changeAssemblyRules(president, { ...before, quorumPercent: 77, noticeDays: 30 }, CONVENED);
    expect((await db().assembly.findUniqueOrThrow({ where: { meetingId: assemblyId } })).quorumPercent).toBe(25);
    await expect(convene("ordinary")).rejects.toMatchObject({ code: "notice_too_short" });
    await expect(changeAssemblyRules(await actorOf("treasurer"), before, CONVENED)).rejects.toMatchObject({
      code: "forbidden",
    });
    await changeAssemblyRules(president, before, CONVENED);
  });

  test("typed wrong is told in French beside its field", () => {
    const wrong = conveneInput.safeParse(
      typed({ kind: "fête", day: "demain", from: "25:00", title: " ", resolutions: "x".repeat(201) }),
    );
    expect(Object.keys(wrong.error?.flatten().fieldErrors ?? {}).sort()).toEqual([
      "day",
      "from",
      "kind",
      "resolutions",
      "title",
    ]);
    const many = conveneInput.safeParse(
      typed({ resolutions: Array.from({ length: 61 }, (_, n) => `R ${n}`).join("\n") }),
    );
    expect(many.error?.issues[0]?.message).toBe("60 résolutions au plus.");
  });
});

const moved = { day: DAY, from: "18:30", to: "20:30", place: "Ici", acceptsShortNotice: false };

async function assemblyAt(slug: string) {
  return db().assembly.findFirstOrThrow({ where: { meeting: { event: { slug } } }, select: { meetingId: true } });
}
