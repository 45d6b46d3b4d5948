import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import { actsOn, addPerson } from "../../test/own-people.ts";
import { addStructure, removeOwnStructures } from "../../test/own-structures.ts";
import { draftCampaign, sendCampaign, sendTestCampaign } from "./commands.ts";
import { findCampaign, listCampaigns } from "./queries.ts";
import { paragraphsOf } from "./rules.ts";
import { campaignInput } from "./schema.ts";

const now = new Date();
const word = `campagne${crypto.randomUUID().slice(0, 8)}`;
const people: { id: string; email: string }[] = [];

beforeAll(async () => {
  const structure = await addStructure({ name: `Structure ${word}` });
  for (let index = 0; index < 4; index += 1) people.push(await addPerson({ structures: [structure.id] }));
  await db().newsletterConsent.create({ data: { personId: people[0]?.id ?? "", textVersion: 1 } });
});
afterAll(removeOwnStructures);

const words = { subject: "Réunion de rentrée", body: "Bonjour à tous.\n\nÀ bientôt." };
const service = { ...words, kind: "service" as const, audience: `q=${word}` };
const mailsOf = (id: string) => db().mail.findMany({ where: { subjectId: id }, orderBy: { toAddress: "asc" } });

describe("a message to many", () => {
  test("leaves once for each person reached, even when several send it at once", async () => {
    const president = await actorOf("president");
    const id = await draftCampaign(president, service, now);
    expect(await mailsOf(id)).toEqual([]);
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => sendCampaign(president, { id }, now)));
    expect(answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []))).toEqual([people.length]);
    expect(answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []))).toEqual(
      [1, 2, 3, 4, 5].map(() => "campaign_gone"),
    );
    const mails = await mailsOf(id);
    expect(mails.map(({ toAddress }) => toAddress)).toEqual(people.map(({ email }) => email).sort());
    expect(mails[0]).toMatchObject({ kind: "campaign", subject: words.subject, unsubscribeUrl: null });
    expect(mails[0]?.text).toContain("Bonjour Camille,");
    expect(mails[0]?.text).toContain("message de service");
    expect(await actsOn(id)).toEqual(["draft-campaign", "send-campaign"]);
    expect((await findCampaign(president, id, now))?.recipients).toBe(people.length);
    await expect(sendTestCampaign(president, { id }, now)).rejects.toMatchObject({ code: "campaign_gone" });
    await expect(draftCampaign(president, { ...service, id }, now)).rejects.toMatchObject({ code: "campaign_gone" });
  });

  test("as the letter, goes to those who asked for it, each with their own way out", async () => {
    const president = await actorOf("president");
    const id = await draftCampaign(president, { ...service, kind: "newsletter" }, now);
    expect(await sendCampaign(president, { id }, now)).toBe(1);
    const [mail, ...others] = await mailsOf(id);
    expect(others).toEqual([]);
    expect(mail?.toAddress).toBe(people[0]?.email);
    expect(mail?.unsubscribeUrl).toMatch(/^http:[/][/]portal\.example[/]api[/]desinscription[/]/);
    expect(mail?.text).toContain(`Ne plus recevoir ces messages\u00a0: ${mail?.unsubscribeUrl}`);
    expect(mail?.html).toContain(`href="${mail?.unsubscribeUrl}"`);
  });

  test("is tried on oneself first, and written over until it leaves", async () => {
    const treasurer = await actorOf("treasurer");
    const id = await draftCampaign(treasurer, service, now);
    expect(await draftCampaign(treasurer, { ...service, id, subject: "Mieux dit" }, now)).toBe(id);
    await sendTestCampaign(treasurer, { id }, now);
    const [mail, ...others] = await mailsOf(id);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: "campaign-test", toAddress: treasurer.email, subject: "[Essai] Mieux dit" });
  });

  test("to nobody does not leave: the draft stays", async () => {
    const president = await actorOf("president");
    const id = await draftCampaign(president, { ...service, audience: "q=zzzzqqqqxxxx" }, now);
    await expect(sendCampaign(president, { id }, now)).rejects.toMatchObject({ code: "nobody_reached" });
    expect((await findCampaign(president, id, now))?.sentAt).toBeNull();
  });

  test("is the board's alone: an id in a form gives nobody anything", async () => {
    const id = await draftCampaign(await actorOf("president"), service, now);
    for (const actor of [visitor, await actorOf("member"), await actorOf("lead"), await actorOf("admin")]) {
      await expect(draftCampaign(actor, service, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(sendTestCampaign(actor, { id }, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(sendCampaign(actor, { id }, now)).rejects.toMatchObject({ code: "forbidden" });
      expect(await findCampaign(actor, id, now)).toBeNull();
      expect((await listCampaigns(actor, 1, now)).items).toEqual([]);
    }
    expect(await mailsOf(id)).toEqual([]);
  });

  test("typed wrong, says so beside each field", () => {
    const wrong = campaignInput.safeParse({ kind: "spam", subject: " ", body: "court" });
    expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(["kind", "subject", "body"]);
    expect(paragraphsOf("un\nmême\r\n\r\n\n deux \n")).toEqual(["un\nmême", "deux"]);
  });
});
