import { randomInt, randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { supportExpectation, voiceExpectation } from "../commands.ts";
import { findExpectation } from "../queries.ts";
import { mergeExpectations, publishExpectation, putOnAgenda, tagExpectation, takeStep } from "./commands.ts";
import { listPublishedResults } from "./queries.ts";

const now = new Date();
let member: PersonActor;
let lead: PersonActor;
let president: PersonActor;

beforeAll(async () => {
  [member, lead, president] = await Promise.all([actorOf("member"), actorOf("lead"), actorOf("president")]);
});
afterAll(removeOwnStructures);

describe("answering an expectation", () => {
  test("goes from new to done, tells its followers at each step, and keeps who, when and why", async () => {
    const id = await voice();
    await step(id, 1, "under_study");
    await step(id, 2, "kept", "Elle rejoint le projet d’astreinte.");
    await takeStep(president, { id, position: 3, state: "in_progress", reason: "" }, now);
    await step(id, 4, "done", "Le planning est en ligne.");
    const view = await findExpectation(member, id, now);
    expect(view?.state).toBe("done");
    expect(stepsOf(view).map(({ state, by }) => [state, by])).toEqual([
      ["under_study", "Sylvie Carpentier"],
      ["kept", "Sylvie Carpentier"],
      ["in_progress", "Hélène Delattre"],
      ["done", "Sylvie Carpentier"],
    ]);
    const told = await db().notice.count({
      where: { personId: member.personId, fact: { startsWith: `expectation ${id} step` } },
    });
    expect(told).toBe(4);
  });

  test.each([
    ["voiced", "done"],
    ["voiced", "kept"],
    ["under_study", "done"],
  ] as const)("refuses the jump from %s to %s", async (from, to) => {
    const id = await voice();
    if (from === "under_study") await step(id, 1, "under_study");
    const position = from === "voiced" ? 1 : 2;
    await expect(step(id, position, to)).rejects.toThrow(/expectation_step_no_jump/);
    expect((await findExpectation(member, id, now))?.state).toBe(from);
  });

  test("sets nothing aside without a reason", async () => {
    const id = await voice();
    await step(id, 1, "under_study");
    await expect(step(id, 2, "set_aside", "  ")).rejects.toThrow(/expectation_step_set_aside_with_reason/);
    await step(id, 2, "set_aside", "Le budget de l’année est engagé.");
    await step(id, 3, "under_study");
  });

  test("lets one of two people answer at once, and tells the other to look again", async () => {
    const id = await voice();
    await step(id, 1, "under_study");
    const both = await Promise.allSettled([step(id, 2, "kept"), step(id, 2, "set_aside", "Non, vraiment.")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await findExpectation(member, id, now))?.stepsTaken).toBe(2);
  });

  test("is history: nobody rewrites it", async () => {
    const id = await voice();
    await step(id, 1, "under_study");
    await expect(
      db().expectationStep.updateMany({ where: { expectationId: id }, data: { reason: "x" } }),
    ).rejects.toThrow();
    await expect(db().expectationStep.deleteMany({ where: { expectationId: id } })).rejects.toThrow();
  });

  test("belongs to the lead of the commission and to the board", async () => {
    const id = await voice();
    for (const role of ["member", "formerLead", "rival", "student", "admin"] as const) {
      await expect(
        takeStep(await actorOf(role), { id, position: 1, state: "under_study", reason: "" }, now),
        role,
      ).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const elsewhere = await voice("gestion");
    await expect(step(elsewhere, 1, "under_study")).rejects.toMatchObject({ code: "not_found" });
  });

  test("cites a decision that exists", async () => {
    const id = await voice();
    await step(id, 1, "under_study");
    const cite = (decision: string) => takeStep(lead, { id, position: 2, state: "kept", reason: "", decision }, now);
    await expect(cite("2019-INFRA-999")).rejects.toMatchObject({ field: "decision" });
    const known = await db().decision.findFirstOrThrow({ select: { number: true } });
    await cite(known.number.toLowerCase());
    expect(stepsOf(await findExpectation(member, id, now))[1]?.decision?.number).toBe(known.number);
  });

  test("leads from the meeting that spoke of it to the decision, each shown to whoever may read it", async () => {
    const id = await voice();
    const meetingId = await comingMeeting("infrastructures-reseaux");
    await putOnAgenda(lead, { id, meetingId, durationMinutes: 20 }, now);
    const number = `2026-ESSAI-${randomInt(100, 1_000)}`;
    await db().decision.create({
      data: { number, meetingId, title: "Un secret", text: "…", visibility: "body", decidedOn: now },
    });
    await step(id, 1, "under_study");
    const cite = { id, position: 2, state: "kept" as const, reason: "", decision: number };
    await expect(takeStep(lead, cite, now)).rejects.toMatchObject({ code: "unknown_decision" });
    await takeStep(president, cite, now);
    const seen = await findExpectation(president, id, now);
    expect(seen?.history.map(({ kind }) => kind)).toEqual(["step", "step", "meeting"]);
    expect(stepsOf(seen)[1]?.decision?.number).toBe(number);
    const byMember = await findExpectation(member, id, now);
    expect(stepsOf(byMember)[1]).toMatchObject({ state: "kept", decision: null });
    expect(JSON.stringify(byMember)).not.toContain("Un secret");
    await db().event.updateMany({ where: { meeting: { id: meetingId } }, data: { visibility: "board" } });
    expect((await findExpectation(member, id, now))?.history.map(({ kind }) => kind)).toEqual(["step", "step"]);
  });
});

describe("merging", () => {
  test("counts a structure that had given its voice to both once, whatever the overlap", async () => {
    const structures = await Promise.all(
      Array.from({ length: 8 }, () => addStructure({ name: `Fusion ${randomUUID()}` })),
    );
    const subset = fc.subarray(structures);
    await fc.assert(
      fc.asyncProperty(subset, subset, async (left, right) => {
        const [source, target] = [await voice(), await voice()];
        for (const one of left) await supportExpectation(speakerFor(one), { id: source }, now);
        for (const one of right) await supportExpectation(speakerFor(one), { id: target }, now);
        await mergeExpectations(lead, { id: source, targetId: target }, now);
        // And the structure that voiced both.
        const expected = new Set([...left, ...right].map(({ id }) => id)).size + 1;
        const { voiceCount } = await db().expectation.findUniqueOrThrow({ where: { id: target } });
        expect(voiceCount).toBe(expected);
        expect(await db().expectationVoice.count({ where: { expectationId: target } })).toBe(expected);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test("names nobody who came with an anonymous one, however far it was carried", async () => {
    const [open, further] = [await voice(), await voice()];
    const hidden = await voice("infrastructures-reseaux", true);
    const [silent, outspoken] = [
      await addStructure({ name: `Discrète ${randomUUID()}` }),
      await addStructure({ name: `Franche ${randomUUID()}` }),
    ];
    await supportExpectation(speakerFor(silent), { id: hidden }, now);
    await supportExpectation(speakerFor(outspoken), { id: open }, now);
    await mergeExpectations(lead, { id: hidden, targetId: open }, now);
    await mergeExpectations(lead, { id: open, targetId: further }, now);
    const names = (await findExpectation(lead, further, now))?.supporters.map(({ name }) => name);
    expect(names).toContain(outspoken.name);
    expect(names).not.toContain(silent.name);
    expect((await db().expectation.findUniqueOrThrow({ where: { id: further } })).voiceCount).toBe(3);
  });

  test("carries along what had been merged before, and takes no voice any more", async () => {
    const [first, second, third] = [await voice(), await voice(), await voice()];
    await mergeExpectations(lead, { id: first, targetId: second }, now);
    await mergeExpectations(lead, { id: second, targetId: third }, now);
    const rows = await db().expectation.findMany({ where: { mergedIntoId: third }, select: { id: true } });
    expect(rows.map(({ id }) => id).sort()).toEqual([first, second].sort());
    const rival = await actorOf("rival");
    await expect(supportExpectation(rival, { id: first }, now)).rejects.toThrow(/expectation_is_merged/);
    await expect(step(second, 1, "under_study")).rejects.toThrow(/expectation_is_merged/);
  });

  test("into itself, in a circle, twice, or into what was merged, is refused", async () => {
    const [a, b, c] = [await voice(), await voice(), await voice()];
    await expect(mergeExpectations(lead, { id: a, targetId: a }, now)).rejects.toThrow(/not_merged_into_itself/);
    await mergeExpectations(lead, { id: a, targetId: b }, now);
    await expect(mergeExpectations(lead, { id: b, targetId: a }, now)).rejects.toThrow();
    await expect(mergeExpectations(lead, { id: a, targetId: c }, now)).rejects.toMatchObject({
      code: "expectation_merge_no_chain",
    });
    await expect(mergeExpectations(lead, { id: c, targetId: a }, now)).rejects.toThrow(/expectation_merge_no_chain/);
  });

  test("both ways at once makes one merge, never a circle", async () => {
    const [a, b] = [await voice(), await voice()];
    const both = await Promise.allSettled([
      mergeExpectations(lead, { id: a, targetId: b }, now),
      mergeExpectations(lead, { id: b, targetId: a }, now),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("stays within the lead's own commission", async () => {
    const [own, elsewhere] = [await voice(), await voice("gestion")];
    await expect(mergeExpectations(lead, { id: own, targetId: elsewhere }, now)).rejects.toMatchObject({
      field: "targetId",
    });
    await expect(
      mergeExpectations(await actorOf("formerLead"), { id: own, targetId: elsewhere }, now),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

test("an expectation is put once on the agenda of a coming meeting of its commission, and of no other", async () => {
  const id = await voice();
  const meetingId = await comingMeeting("infrastructures-reseaux");
  await Promise.all([
    putOnAgenda(lead, { id, meetingId, durationMinutes: 20 }, now),
    putOnAgenda(lead, { id, meetingId, durationMinutes: 20 }, now),
  ]);
  expect(await db().agendaItem.count({ where: { meetingId, expectationId: id } })).toBe(1);
  const other = await comingMeeting("gestion");
  await expect(putOnAgenda(lead, { id, meetingId: other, durationMinutes: 20 }, now)).rejects.toMatchObject({
    field: "meetingId",
  });
});

test("tags are the lead's own", async () => {
  const id = await voice();
  await tagExpectation(lead, { id, tags: ["astreinte", "été"] }, now);
  expect((await findExpectation(member, id, now))?.tags).toEqual(["astreinte", "été"]);
  await expect(tagExpectation(member, { id, tags: [] }, now)).rejects.toMatchObject({ code: "forbidden" });
});

test("the board publishes what was kept, in its own words; nobody else, and nothing before an answer", async () => {
  const id = await voice();
  const words = { id, asked: "Une astreinte en août", done: `Un planning partagé ${randomUUID()}` };
  await expect(publishExpectation(lead, words, now)).rejects.toMatchObject({ code: "forbidden" });
  await expect(publishExpectation(president, words, now)).rejects.toMatchObject({ code: "not_answered" });
  await step(id, 1, "under_study");
  await step(id, 2, "kept");
  await publishExpectation(president, words, now);
  expect((await listPublishedResults(now)).map(({ done }) => done)).toContain(words.done);
});

function stepsOf(view: Awaited<ReturnType<typeof findExpectation>>) {
  return (view?.history ?? []).filter((entry) => entry.kind === "step");
}

async function voice(commission = "infrastructures-reseaux", isAnonymous = false): Promise<string> {
  const input = {
    commission,
    title: `Une attente ${randomUUID()}`,
    body: "En parler.",
    category: undefined,
    isAnonymous,
  };
  return voiceExpectation(member, input, now);
}

function step(
  id: string,
  position: number,
  state: Parameters<typeof takeStep>[1]["state"],
  reason = "",
): Promise<void> {
  return takeStep(lead, { id, position, state, reason }, now);
}

function speakerFor(structure: { id: string; slug: string; name: string }): PersonActor {
  const own = { ...structure, isSchool: false, isActive: true, role: "colleague" as const };
  return { ...member, structures: [own], actingFor: own };
}

async function comingMeeting(commission: string): Promise<string> {
  const startsAt = new Date(now.getTime() + 20 * 86_400_000);
  const { id } = await db().meeting.create({
    data: {
      event: {
        create: {
          slug: `reunion-${randomUUID()}`,
          kind: "commission_meeting",
          title: "Réunion d’essai",
          startsAt,
          endsAt: new Date(startsAt.getTime() + 7_200_000),
          commission: { connect: { slug: commission } },
        },
      },
    },
    select: { id: true },
  });
  return id;
}
