import { randomUUID } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOf, formatDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { system, visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addCommission, removeOwnCommissions } from "../../../test/own-commissions.ts";
import { presentSynthesis, remindOfUnanswered, writeSynthesis } from "./commands.ts";
import { findSynthesis, findSynthesisDraft, findSynthesisPdf } from "./queries.ts";

const now = new Date();
type Own = Awaited<ReturnType<typeof addCommission>>;
let own: Own;

beforeAll(async () => {
  own = await addCommission({ people: 1 });
});
afterAll(async () => {
  const inOwn = { commissionId: own.commission.id };
  await db().synthesis.deleteMany({ where: inOwn });
  await db().expectation.deleteMany({ where: inOwn });
  await removeOwnCommissions();
});

describe("the draft of a synthesis", () => {
  test("is the lead's: of two who opened the same text, the second is told and overwrites nothing", async () => {
    const { slug } = own.commission;
    await writeSynthesis(own.lead.actor, { commission: slug, words: "Premier jet." }, now);
    const version = (await findSynthesisDraft(own.lead.actor, slug, now))?.version ?? "";
    const write = (words: string) => writeSynthesis(own.lead.actor, { commission: slug, words, version }, now);
    const both = await Promise.allSettled([write("Le mien."), write("Le tien.")]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "synthesis_changed", field: "words" },
    });
    const kept = both[0]?.status === "fulfilled" ? "Le mien." : "Le tien.";
    expect((await findSynthesisDraft(own.lead.actor, slug, now))?.words).toBe(kept);
  });

  test("is opened, written and presented by nobody else, a lead whose term is over included", async () => {
    const { slug } = own.commission;
    for (const role of ["lead", "formerLead", "member", "president", "student"] as const) {
      const actor = await actorOf(role);
      expect(await findSynthesisDraft(actor, slug, now), role).toBeNull();
      const written = writeSynthesis(actor, { commission: slug, words: "x" }, now);
      await expect(written, role).rejects.toMatchObject({ code: "forbidden" });
      await expect(presentSynthesis(actor, { commission: slug }, now), role).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});

describe("a presented synthesis", () => {
  test("keeps its figures, tells each member of the board once, and reads the same on paper", async () => {
    const title = `Un banc de mesure ${randomUUID()}`;
    const id = await waiting(title, 10);
    const words = "Ce qui presse\u202f:\n\n- le banc\n- le prêt";
    const { slug } = own.commission;
    const version = (await findSynthesisDraft(own.lead.actor, slug, now))?.version ?? undefined;
    await writeSynthesis(own.lead.actor, { commission: slug, words, ...(version ? { version } : {}) }, now);
    const synthesisId = await presentSynthesis(own.lead.actor, { commission: slug }, now);
    await db().expectation.update({ where: { id }, data: { title: "Un autre titre" } });
    await waiting("Venue après", 0);

    const president = await actorOf("president");
    const synthesis = await findSynthesis(president, synthesisId, now);
    expect(synthesis?.figures.fresh.map((line) => line.title)).toEqual([title]);
    expect(synthesis?.figures.total).toBe(1);
    const told = { personId: president.personId, fact: `synthesis ${synthesisId}` };
    expect(await db().notice.count({ where: told })).toBe(1);
    expect((await findSynthesisDraft(own.lead.actor, slug, now))?.words).toBe("");

    const paper = await findSynthesisPdf(president, synthesisId, now);
    const { text } = await extractText(await getDocumentProxy(paper?.content ?? new Uint8Array()), {
      mergePages: true,
    });
    const read = text.replace(/\s+/g, " ");
    const day = formatDay(dayOf(now)).replace(/\s+/g, " ");
    for (const part of [day, "Ce qui presse", "le banc", "le prêt", title, "1 attente", "nouvelle"]) {
      expect(read).toContain(part);
    }
    expect(read).not.toContain("Un autre titre");
  });

  test("is read by the board and the commission's lead; there is none for anybody else, on paper neither", async () => {
    const synthesisId = await presentSynthesis(own.lead.actor, { commission: own.commission.slug }, now);
    expect(await findSynthesis(own.lead.actor, synthesisId, now)).not.toBeNull();
    for (const actor of [visitor, await actorOf("member"), await actorOf("lead"), await actorOf("formerLead")]) {
      expect(await findSynthesis(actor, synthesisId, now)).toBeNull();
      expect(await findSynthesisPdf(actor, synthesisId, now)).toBeNull();
    }
    expect(await findSynthesisPdf(own.lead.actor, "pas-un-identifiant", now)).toBeNull();
  });
});

describe("what waits for an answer", () => {
  test("is told to the lead after sixty days and to the board after ninety, each once, whatever runs twice", async () => {
    const [patient, old, older] = [
      await waiting("59 jours", 59),
      await waiting("60 jours", 60),
      await waiting("90 jours", 90),
    ];
    const { personId: board } = await actorOf("president");
    const lead = own.lead.id;
    await remindOfUnanswered(system, now);
    await Promise.all([remindOfUnanswered(system, now), remindOfUnanswered(system, now)]);
    const told = await db().notice.findMany({
      where: { kind: "expectation-unanswered", personId: { in: [lead, board] } },
      select: { personId: true, path: true },
    });
    const tellings = (id: string, personId: string) =>
      told.filter((notice) => notice.personId === personId && notice.path.endsWith(id)).length;
    expect([patient, old, older].map((id) => tellings(id, lead))).toEqual([0, 1, 1]);
    expect([patient, old, older].map((id) => tellings(id, board))).toEqual([0, 0, 1]);
  });

  test("is counted by the portal's own job, and by nobody", async () => {
    for (const role of ["lead", "president", "admin"] as const) {
      await expect(remindOfUnanswered(await actorOf(role), now), role).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

/** An expectation of the test's own commission that has had no answer for so many days. */
async function waiting(title: string, days: number): Promise<string> {
  const [structureId = ""] = own.members.map((member) => member.structureId);
  const voicedAt = new Date(now.getTime() - days * 86_400_000);
  const { id } = await db().expectation.create({
    data: { commissionId: own.commission.id, structureId, title, body: "…", voicedAt, stateSince: voicedAt },
    select: { id: true },
  });
  return id;
}
