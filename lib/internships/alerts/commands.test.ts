import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as outbox from "#lib/mail/outbox";
import { db } from "#lib/platform/db";
import { openedToken } from "#lib/platform/human-form";
import { log } from "#lib/platform/log";
import { signedToken } from "#lib/platform/tokens";
import { system, visitor } from "#lib/policy/actor";
import { RETENTION } from "#lib/privacy/retention";
import { addOffer, inDays } from "../../../test/own-internships.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { confirmAlert, requestAlert, stopAlert, tellNewOffers } from "./commands.ts";
import { findAlert } from "./queries.ts";
import { ALERT } from "./rules.ts";

vi.mock("#lib/mail/outbox", async (original) => {
  const actual = await original<typeof outbox>();
  return { ...actual, queueMail: vi.fn(actual.queueMail) };
});

const now = new Date();
const day = 86_400_000;
const from = { now, address: "" };
const opened = openedToken(new Date(now.getTime() - 60_000));
let host: { id: string };

beforeAll(async () => {
  host = await addStructure({ name: `Hôte ${randomUUID()}` });
});
afterAll(removeOwnStructures);

const someone = () => `${randomUUID()}@students.example`;
const mailsTo = (toAddress: string) => db().mail.findMany({ where: { toAddress }, orderBy: { id: "asc" } });
const kindsTo = async (email: string) => (await mailsTo(email)).map(({ kind }) => kind);

async function ask(email: string, search = ""): Promise<string> {
  await requestAlert({ email, search, consent: "on", opened }, from);
  const { id } = await db().internshipAlert.findFirstOrThrow({ where: { email }, orderBy: { id: "desc" } });
  return signedToken(ALERT, id);
}

describe("an alert", () => {
  test("waits for its mail to be answered, and says what it looks for; the same asked twice is one", async () => {
    const email = someone();
    const token = await ask(email, "ville=lens&niveau=but2&utm_source=x");
    await ask(email, "niveau=but2&ville=lens");
    expect(await db().internshipAlert.count({ where: { email } })).toBe(1);
    const later = new Date(now.getTime() + 3_600_000);
    const asked = { email, search: "niveau=but2&ville=lens", consent: "on" as const, opened };
    await requestAlert(asked, { ...from, now: later });
    expect(await db().internshipAlert.findFirst({ where: { email } })).toMatchObject({ requestedAt: later });
    expect(await kindsTo(email)).toEqual(Array(3).fill("internship-alert-confirm"));
    const [mail] = await mailsTo(email);
    expect(mail?.text).toContain("BUT 2");
    expect(mail?.text).toContain(`/alertes/${token}`);
    expect(await findAlert(token)).toMatchObject({ until: null, criteria: ["BUT 2", "Lens, 25\u00a0km autour"] });
    await confirmAlert(token, now);
    expect((await findAlert(token))?.until).toMatch(/^\d{4}-\d\d-\d\d$/);
    // Confirmed already: nobody who types the address learns it, and no mail leaves.
    await ask(email, "niveau=but2&ville=lens");
    expect((await kindsTo(email)).length).toBe(3);
  });

  test("tells once of what is new and matches, and of nothing else; two runs at once send one mail", async () => {
    const [email, unconfirmed] = [someone(), someone()];
    const word = `quenelle${randomUUID().slice(0, 8)}`;
    const add = (given: Parameters<typeof addOffer>[1] = {}) =>
      addOffer(host.id, { title: `Stage ${word}`, publishedAt: new Date(now.getTime() + 1_000), ...given });
    await add({ title: `Ancienne ${word}`, publishedAt: new Date(now.getTime() - day) });
    const token = await ask(email, `q=${word}&niveau=but2`);
    await ask(unconfirmed, `q=${word}`);
    await confirmAlert(token, now);
    const later = new Date(now.getTime() + 60_000);
    await tellNewOffers(system, later);
    expect(await kindsTo(email)).toEqual(["internship-alert-confirm"]);

    const { slug } = await add();
    await add({ levels: ["master"] });
    await add({ closedAt: later, closedBecause: "withdrawn" });
    await add({ publishedAt: null });
    await Promise.all([tellNewOffers(system, later), tellNewOffers(system, later), tellNewOffers(system, later)]);
    await tellNewOffers(system, later);
    expect(await kindsTo(email)).toEqual(["internship-alert-confirm", "internship-alert"]);
    const told = (await mailsTo(email)).at(-1);
    expect(told?.subject).toContain("1\u00a0nouvelle offre");
    expect(told?.text).toContain(`/stages/${slug}`);
    expect(told?.unsubscribeUrl).toContain(`/api/alertes/${token}`);
    expect(await kindsTo(unconfirmed)).toEqual(["internship-alert-confirm"]);
    await expect(tellNewOffers(visitor, later)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("that fails holds back no other, and is told of tomorrow; the log names neither mailbox nor search", async () => {
    const word = `andouille${randomUUID().slice(0, 8)}`;
    const emails = [someone(), someone(), someone()];
    for (const email of emails) await confirmAlert(await ask(email, `q=${word}`), now);
    await addOffer(host.id, { title: `Stage ${word}`, publishedAt: new Date(now.getTime() + 1_000) });
    const queue = vi.mocked(outbox.queueMail);
    const write = queue.getMockImplementation();
    queue.mockImplementation(async (tx, ...mails) => {
      if (mails.some(({ to }) => to.address === emails[0])) throw new Error(`not for ${emails[0]}`);
      return await write?.(tx, ...mails);
    });
    const logged = vi.spyOn(log, "error");
    const later = new Date(now.getTime() + 60_000);
    await tellNewOffers(system, later);
    if (write) queue.mockImplementation(write);
    const told = () => Promise.all(emails.map(async (email) => (await kindsTo(email)).includes("internship-alert")));
    expect(await told()).toEqual([false, true, true]);
    expect(logged).toHaveBeenCalledOnce();
    expect(JSON.stringify(logged.mock.calls)).not.toMatch(new RegExp(`@|${word}`));
    logged.mockRestore();
    await tellNewOffers(system, new Date(later.getTime() + day));
    expect(await told()).toEqual([true, true, true]);
  });

  test("tells of an offer shown to schools first the day it is everybody's", async () => {
    const [email, word] = [someone(), `gaufre${randomUUID().slice(0, 8)}`];
    await confirmAlert(await ask(email, `q=${word}`), now);
    const school = await addStructure({ name: `École ${randomUUID()}`, kind: "school" });
    await addOffer(host.id, {
      title: `Stage ${word}`,
      publishedAt: new Date(now.getTime() - day),
      shownFirstTo: [school.id],
      shownFirstUntil: inDays(3),
    });
    await tellNewOffers(system, new Date(now.getTime() + 2 * day));
    expect((await kindsTo(email)).length).toBe(1);
    await tellNewOffers(system, new Date(now.getTime() + 5 * day));
    expect(await kindsTo(email)).toEqual(["internship-alert-confirm", "internship-alert"]);
  });

  test("ends by its link, harmless twice, and forgets the address; a link that is not ours does nothing", async () => {
    const email = someone();
    const token = await ask(email, "niveau=bts");
    for (const wrong of [`${token}x`, signedToken("other", "x"), "", "a.b.c"]) {
      await expect(stopAlert(wrong)).rejects.toMatchObject({ code: "wrong_link" });
      await expect(confirmAlert(wrong, now)).rejects.toMatchObject({ code: "wrong_link" });
    }
    expect(await db().internshipAlert.count({ where: { email } })).toBe(1);
    await stopAlert(token);
    await stopAlert(token);
    expect(await db().internshipAlert.count({ where: { email } })).toBe(0);
    expect(await findAlert(token)).toBeNull();
    await expect(confirmAlert(token, now)).rejects.toMatchObject({ code: "wrong_link" });
  });

  test("is asked for at most five times a day for one mailbox, and machines get nothing", async () => {
    const email = someone();
    for (let time = 0; time < 5; time += 1) await ask(email, `q=mot${time}`);
    await expect(ask(email, "q=encore")).rejects.toMatchObject({ code: "too_many" });
    const trapped = someone();
    for (const more of [{ opened, fax: "x" }, { opened: "" }, { opened: openedToken(now) }]) {
      const sent = requestAlert({ email: trapped, search: "", consent: "on", ...more }, from);
      await expect(sent).rejects.toMatchObject({ code: "not_by_a_person" });
    }
    expect(await db().internshipAlert.count({ where: { email: trapped } })).toBe(0);
  });

  test("is forgotten after a week without confirmation, after a year otherwise", async () => {
    const rule = RETENTION.find(({ name }) => name === "internship-alerts");
    const [idle, kept, old] = [someone(), someone(), someone()];
    await ask(idle);
    await confirmAlert(await ask(kept), now);
    await confirmAlert(await ask(old), new Date(now.getTime() - 400 * day));
    const count = () => db().internshipAlert.count({ where: { email: { in: [idle, kept, old] } } });
    await db().$transaction(async (tx) => rule?.apply?.(tx, now));
    expect(await count()).toBe(2);
    await db().$transaction(async (tx) => rule?.apply?.(tx, new Date(now.getTime() + 9 * day)));
    expect(
      (await db().internshipAlert.findMany({ where: { email: { in: [idle, kept, old] } } })).map(({ email }) => email),
    ).toEqual([kept]);
  });
});
