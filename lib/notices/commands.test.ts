import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { signedToken } from "#lib/platform/tokens";
import { type Actor, system, visitor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import { actorFor, addPerson } from "../../test/own-people.ts";
import { choosePreferences, type NewNotice, notify, sendDigests, stopDigests } from "./commands.ts";
import { getPreferences, listNotices } from "./queries.ts";

const TUESDAY = fromParis("2026-12-01", "07:30");
const MONDAY = fromParis("2026-12-07", "07:30");

describe("a digest", () => {
  test("gathers what one person was not told yet, once", async () => {
    const { id, email } = await somebody();
    await tell([fact(id, "Votre attente est retenue."), fact(id, "Un compte rendu est paru.")]);
    await sendDigests(system, TUESDAY);
    await sendDigests(system, TUESDAY);
    const mails = await mailsTo(email);
    expect(mails.map(({ subject }) => subject)).toEqual(["TacTic\u202f: 2\u00a0nouvelles pour vous"]);
    expect(mails[0]?.text).toMatch(/Votre attente est retenue\.[\s\S]*Un compte rendu est paru\./);
    expect(mails[0]?.unsubscribeUrl).toContain("/api/avis/");
  });

  test("tells a fact once however often it is announced, and two at once send one message", async () => {
    const { id, email } = await somebody();
    const same = fact(id, "Votre attente est retenue.");
    await Promise.all([tell([same]), tell([same]), tell([same])]);
    await Promise.all([sendDigests(system, TUESDAY), sendDigests(system, TUESDAY), sendDigests(system, TUESDAY)]);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test("waits for Monday when it is weekly", async () => {
    const { id, email } = await somebody("weekly");
    await tell([fact(id, "Votre attente est retenue.")]);
    await sendDigests(system, TUESDAY);
    expect(await mailsTo(email)).toHaveLength(0);
    await sendDigests(system, MONDAY);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test("is not sent to who wants none, nor later about what was passed over", async () => {
    const { id, email } = await somebody("never");
    await tell([fact(id, "Votre attente est retenue.")]);
    await sendDigests(system, MONDAY);
    await db().noticePreference.delete({ where: { personId: id } });
    await sendDigests(system, MONDAY);
    expect(await mailsTo(email)).toHaveLength(0);
  });

  test("is sent by the portal alone", async () => {
    await expect(sendDigests(await actorOf("president"), TUESDAY)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is stopped by its own link, altered ones change nothing", async () => {
    const { id } = await somebody();
    await expect(stopDigests(`${signedToken("stop-digests", id)}x`)).rejects.toMatchObject({ code: "wrong_link" });
    await expect(stopDigests(signedToken("another-purpose", id))).rejects.toMatchObject({ code: "wrong_link" });
    await stopDigests(signedToken("stop-digests", id));
    await stopDigests(signedToken("stop-digests", id));
    expect(await db().noticePreference.findUnique({ where: { personId: id } })).toMatchObject({ rhythm: "never" });
  });
});

describe("what somebody was told", () => {
  test("is read by them alone", async () => {
    const [member, neighbour] = await Promise.all([actorFor((await addPerson()).id), actorFor((await addPerson()).id)]);
    await tell([fact(member.personId, "Une nouvelle")]);
    const titles = async (actor: Actor) =>
      (await listNotices(actor, 1, new Date())).items.map((notice) => notice.title);
    expect(await titles(member)).toEqual(["Une nouvelle"]);
    expect(await titles(neighbour)).toEqual([]);
    expect(await titles(visitor)).toEqual([]);
  });

  test("comes at the rhythm they chose, daily before that", async () => {
    const actor = await actorOf("formerLead");
    expect(await getPreferences(actor)).toEqual({ rhythm: "daily", reminders: ["week", "day"] });
    const chosen = { rhythm: "weekly" as const, reminders: ["day" as const] };
    for (let time = 0; time < 2; time += 1) await choosePreferences(actor, chosen, new Date());
    expect(await getPreferences(actor)).toEqual(chosen);
  });
});

async function somebody(rhythm?: "weekly" | "never") {
  return db().person.create({
    data: {
      email: `${randomUUID()}@members.example`,
      firstName: "Jeanne",
      lastName: "Lefebvre",
      ...(rhythm ? { noticePreference: { create: { rhythm } } } : {}),
    },
    select: { id: true, email: true },
  });
}

function fact(personId: string, title: string): NewNotice {
  return { personId, kind: "test", fact: `test ${title}`, title, path: "/espace" };
}

function tell(notices: NewNotice[]): Promise<void> {
  return db().$transaction((tx) => notify(tx, notices, new Date("2026-11-30T10:00:00Z")));
}

function mailsTo(toAddress: string) {
  return db().mail.findMany({ where: { toAddress }, select: { subject: true, text: true, unsubscribeUrl: true } });
}
