import { afterAll, describe, expect, test } from "vitest";
import { concludePoll, openPoll } from "#lib/meetings/polls/commands";
import { findPollAsLead } from "#lib/meetings/polls/queries";
import { pollInput } from "#lib/meetings/polls/schema";
import { listLedPolls } from "#lib/meetings/polls/waiting/queries";
import { db } from "#lib/platform/db";
import { actorOf } from "../../../test/cast.ts";
import { adoptForCleaning, afterConvening, CONVENED, removeOwnAssemblies } from "../../../test/own-assemblies.ts";
import { subjectsTo } from "../../../test/own-commissions.ts";
import { findAssembly } from "../queries.ts";

afterAll(removeOwnAssemblies);

const input = pollInput.parse({
  title: `Comité ${crypto.randomUUID()}`,
  durationMinutes: 90,
  deadline: afterConvening(9),
  format: "in_person",
  slots: [`${afterConvening(23)}T18:00`, `${afterConvening(24)}T18:00`],
});

describe("a date looked for by the board", () => {
  test("is asked of those who sit on it, and makes of the date that is kept a meeting that votes", async () => {
    const [president, treasurer] = [await actorOf("president"), await actorOf("treasurer")];
    const { id, commission } = await openPoll(president, input, CONVENED);
    expect(commission).toBeNull();
    expect(await subjectsTo(treasurer.email)).toContainEqual(expect.stringContaining(input.title));
    const poll = await findPollAsLead(president, id, CONVENED);
    expect(poll?.voters.map(({ name }) => name)).toContain(treasurer.name);
    // Half of the board, each person one voice.
    expect(poll?.quorum).toBe(Math.ceil((poll?.voters.length ?? 0) / 2));
    expect((await listLedPolls(president, null, CONVENED)).map((one) => one.id)).toContain(id);
    const kept = await concludePoll(president, { pollId: id, slotId: poll?.slots[0]?.id ?? "" }, CONVENED);
    const seen = await findAssembly(treasurer, kept.slug, CONVENED);
    expect(seen).toMatchObject({ kind: "board", state: "convened", title: input.title });
    adoptForCleaning(seen?.eventId ?? "");
    await db().poll.delete({ where: { id }, select: { id: true } });
  });

  test("keeps the notice of the statutes, until whoever convenes says that they know", async () => {
    const president = await actorOf("president");
    const late = new Date("2027-02-02T09:00:00Z");
    const { id } = await openPoll(president, { ...input, title: `Comité ${crypto.randomUUID()}` }, CONVENED);
    const shortAt = async (at: Date) =>
      (await findPollAsLead(president, id, at))?.slots.map(({ isShortNotice }) => isShortNotice);
    expect([await shortAt(CONVENED), await shortAt(late)]).toEqual([
      [false, false],
      [true, true],
    ]);
    const choice = { pollId: id, slotId: (await findPollAsLead(president, id, late))?.slots[0]?.id ?? "" };
    await expect(concludePoll(president, choice, late)).rejects.toMatchObject({
      code: "notice_too_short",
      field: "acceptsShortNotice",
    });
    const { slug } = await concludePoll(president, { ...choice, acceptsShortNotice: true }, late);
    adoptForCleaning((await findAssembly(president, slug, late))?.eventId ?? "");
    await db().poll.delete({ where: { id }, select: { id: true } });
  });

  test("is opened by who calls the board alone, and led by nobody else", async () => {
    for (const role of ["treasurer", "lead", "member"] as const) {
      await expect(openPoll(await actorOf(role), input, CONVENED)).rejects.toMatchObject({ code: "forbidden" });
    }
    const { id } = await openPoll(await actorOf("president"), { ...input, slots: [...input.slots] }, CONVENED);
    expect(await findPollAsLead(await actorOf("lead"), id, CONVENED)).toBeNull();
    await db().poll.delete({ where: { id }, select: { id: true } });
  });
});
