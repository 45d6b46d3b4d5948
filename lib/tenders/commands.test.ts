import { afterAll, describe, expect, test } from "vitest";
import { dayOf, fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import { actorOf } from "../../test/cast.ts";
import { addHouse } from "../../test/own-people.ts";
import { addTender, again, ownTender, removeOwnTenders } from "../../test/own-tenders.ts";
import { editTender, postTender, restoreTender, settleResemblance, withdrawTender } from "./commands.ts";
import { raiseHand } from "./hands/commands.ts";
import { findTender, findTenderToEdit, listTenders } from "./queries.ts";
import { editTenderInput, tenderInput } from "./schema.ts";

const now = new Date();
afterAll(removeOwnTenders);

const noticesOf = (personId: string, tenderId: string) =>
  db().notice.findMany({
    where: { personId, path: { contains: tenderId } },
    orderBy: { id: "asc" },
    select: { kind: true, title: true },
  });

async function edited(id: string, change: Record<string, unknown>) {
  const member = await actorOf("member");
  const kept = await findTenderToEdit(member, id, now);
  return editTender(member, editTenderInput.parse({ ...kept, ...change, id }), now);
}

describe("posting a notice", () => {
  test("shows it to every member, with its lots and what they ask for", async () => {
    const id = await addTender({
      reference: "ESSAI-1",
      estimate: "120 000,50",
      city: "Lens",
      departments: undefined,
      lots: [
        { title: "Refaire le site de la commune", cpv: "72413000-8" },
        { title: "Câblage", skills: "câblage réseau et baies de brassage", estimate: "30000" },
        {},
      ],
    });
    const tender = await findTender(await actorOf("rival"), id, now);
    expect(tender).toMatchObject({
      reference: "ESSAI-1",
      estimatedCents: 12_000_050n,
      departments: ["62"],
      mayEdit: false,
      isOurs: false,
      lots: [
        { number: 1, cpvCodes: ["72413000"] },
        { number: 2, estimatedCents: 3_000_000n, skills: [{ slug: "cablage-reseau-et-baies-de-brassage" }] },
      ],
    });
    // Said by nobody: heard in the title.
    expect(tender?.lots[0]?.skills.map(({ slug }) => slug)).toContain("refonte-de-site");
    expect(await findTender(await actorOf("student"), id, now)).toBeNull();
    expect(await findTender(await actorOf("admin"), id, now)).toBeNull();
  });

  test("without lots has one, the whole", async () => {
    const id = await addTender({ lots: [{}], subject: "Audit de cybersécurité de la mairie" });
    const tender = await findTender(await actorOf("member"), id, now);
    expect(tender?.lots).toMatchObject([{ number: 1, title: "Audit de cybersécurité de la mairie" }]);
    expect(tender?.lots[0]?.skills.map(({ slug }) => slug)).toContain("audit-de-cybersecurite-et-tests-d-intrusion");
  });

  test("is refused to a student and to an administrator, for a deadline that is past, for an unknown skill", async () => {
    await expect(postTender(await actorOf("student"), ownTender(), now)).rejects.toMatchObject({ code: "forbidden" });
    await expect(postTender(await actorOf("admin"), ownTender(), now)).rejects.toMatchObject({ code: "forbidden" });
    const member = await actorOf("member");
    const past = ownTender({ day: dayOf(now), time: "00:00" });
    await expect(postTender(member, past, now)).rejects.toMatchObject({ code: "deadline_past", field: "day" });
    const unknown = ownTender({ lots: [{ title: "Un" }, { title: "Deux", skills: "Poney" }] });
    await expect(postTender(member, unknown, now)).rejects.toMatchObject({
      code: "unknown_skill",
      field: "lots[1].skills",
    });
  });

  test("is refused twice under one reference of one buyer, however it is written, two at once included", async () => {
    const notice = { buyer: `Mairie d’Évin ${crypto.randomUUID()}`, reference: "2026/É-1" };
    const shouted = { buyer: notice.buyer.toUpperCase(), reference: "2026/e-1" };
    const results = await Promise.allSettled([addTender(notice), addTender(shouted), addTender(notice)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(refusalOf(result.reason)).toMatchObject({ code: "tender_known_by_reference", field: "reference" });
      }
    }
    await addTender({ buyer: "Une autre mairie", reference: "2026/É-1" });
  });

  test("says beside each field what is wrong with it, ten thousand characters included", () => {
    const long = "x".repeat(10_000);
    const wrong = tenderInput.safeParse({
      ...ownTender(),
      buyer: " ",
      subject: long,
      url: "javascript:alert(1)",
      time: "25:00",
      day: "2026-02-30",
      estimate: "-5",
      lots: [
        {
          cpv: "7241",
          estimate: "beaucoup",
          skills: Array(30)
            .fill(0)
            .map((_, n) => `c${n}`)
            .join("\n"),
        },
      ],
    });
    expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(
      expect.arrayContaining([
        "buyer",
        "subject",
        "url",
        "time",
        "day",
        "estimate",
        "lots.0.cpv",
        "lots.0.estimate",
        "lots.0.skills",
      ]),
    );
  });
});

describe("correcting a notice", () => {
  test("keeps a deadline that moved in its history and tells it to those who raised a hand, and nobody else", async () => {
    const id = await addTender();
    const rival = await actorOf("rival");
    const [lot] = (await findTender(rival, id, now))?.lots ?? [];
    await raiseHand(
      rival,
      { tenderId: id, lots: [{ lotId: lot?.id ?? "", role: "partner" }], references: "", capacity: "" },
      now,
    );
    const before = await db().tender.findUniqueOrThrow({ where: { id }, select: { respondBefore: true } });
    const mails = await db().mail.count();
    await edited(id, { day: "2099-03-01", time: "10:30" });
    const { deadlineChanges, respondBefore } = (await findTender(rival, id, now)) ?? {};
    expect(respondBefore).toEqual(fromParis("2099-03-01", "10:30"));
    expect(deadlineChanges).toMatchObject([{ from: before.respondBefore, to: respondBefore }]);
    expect((await noticesOf(rival.personId, id)).map(({ kind }) => kind)).toContain("tender-deadline");
    expect((await noticesOf((await actorOf("lead")).personId, id)).map(({ kind }) => kind)).not.toContain(
      "tender-deadline",
    );
    // Whoever reads the log of mails must not learn who would answer.
    expect(await db().mail.count()).toBe(mails);
    await expect(edited(id, { day: "2020-01-01" })).rejects.toMatchObject({ code: "deadline_past" });
  });

  test("takes out the lots that the form says the buyer took out, but not all of them", async () => {
    const id = await addTender();
    const kept = await findTenderToEdit(await actorOf("member"), id, now);
    const lots = kept?.lots ?? [];
    const all = { ...kept, id, lots: lots.map((lot) => ({ ...lot, isWithdrawn: true })) };
    expect(editTenderInput.safeParse(all).error?.issues.map(({ path }) => path.join("."))).toEqual(["lots"]);
    await edited(id, { lots: lots.map((lot, index) => ({ ...lot, isWithdrawn: index === 1 })) });
    const after = (await findTender(await actorOf("member"), id, now))?.lots ?? [];
    expect(after.map(({ number, withdrawnAt }) => [number, withdrawnAt !== null])).toEqual([
      [1, false],
      [2, true],
    ]);
    // Taken out by mistake, it is put back as the same lot.
    const shown = (await findTenderToEdit(await actorOf("member"), id, now))?.lots ?? [];
    expect(shown.map(({ isWithdrawn }) => isWithdrawn)).toEqual([false, true]);
    await edited(id, { lots: shown.map((lot) => ({ ...lot, isWithdrawn: false })) });
    const back = (await findTender(await actorOf("member"), id, now))?.lots ?? [];
    expect(back.map(({ id: lotId, withdrawnAt }) => [lotId, withdrawnAt])).toEqual(
      after.map(({ id: lotId }) => [lotId, null]),
    );
  });

  test("is any member's to keep up to date once its poster is no more of the club", async () => {
    const house = await addHouse();
    const id = await addTender({}, house.referent);
    const member = await actorOf("member");
    expect((await findTender(member, id, now))?.mayEdit).toBe(false);
    await db().structure.update({ where: { id: house.structure.id }, data: { status: "resigned" } });
    expect((await findTender(member, id, now))?.mayEdit).toBe(true);
  });

  test("keeps numbers of lots, withdraws those left out, and adds after the last", async () => {
    const id = await addTender();
    const kept = await findTenderToEdit(await actorOf("member"), id, now);
    const [first] = kept?.lots ?? [];
    await edited(id, {
      lots: [
        { ...first, title: "Câblage, deux étages" },
        { title: "Téléphonie", cpv: "32550000" },
      ],
    });
    const lots = (await findTender(await actorOf("member"), id, now))?.lots ?? [];
    expect(lots.map(({ number, title, withdrawnAt }) => [number, title, withdrawnAt !== null])).toEqual([
      [1, "Câblage, deux étages", false],
      [2, "Site", true],
      [3, "Téléphonie", false],
    ]);
    expect(lots[2]?.skills).toMatchObject([{ slug: "telephonie-d-entreprise" }]);
  });

  test("is refused to other structures, and to whoever filled the form before somebody else saved", async () => {
    const id = await addTender();
    const kept = await findTenderToEdit(await actorOf("member"), id, now);
    const input = editTenderInput.parse({ ...kept, id });
    await expect(editTender(await actorOf("rival"), input, now)).rejects.toMatchObject({ code: "not_found" });
    await expect(editTender(await actorOf("president"), input, now)).rejects.toMatchObject({ code: "not_found" });
    await editTender(
      await actorOf("colleague"),
      { ...input, subject: "Réseau et site" },
      new Date(now.getTime() + 5_000),
    );
    await expect(editTender(await actorOf("member"), input, now)).rejects.toMatchObject({ code: "edited_meanwhile" });
  });

  test("may say that it is no more, and take that back, twice each", async () => {
    const id = await addTender();
    const member = await actorOf("member");
    for (let time = 0; time < 2; time += 1) await withdrawTender(member, { id }, now);
    expect((await findTender(member, id, now))?.withdrawnAt).toEqual(now);
    for (let time = 0; time < 2; time += 1) await restoreTender(member, { id }, now);
    expect((await findTender(member, id, now))?.withdrawnAt).toBeNull();
    await expect(withdrawTender(await actorOf("rival"), { id }, now)).rejects.toMatchObject({ code: "not_found" });
    expect(await db().auditEntry.count({ where: { subjectId: id } })).toBe(3);
  });
});

describe("the same consultation posted twice", () => {
  test("is noticed by buyer, deadline and words, and hidden once somebody says so; hands are told", async () => {
    const buyer = `Agglomération ${crypto.randomUUID()}`;
    const mark = `lievin${crypto.randomUUID().slice(0, 8)}`;
    const older = await addTender({ buyer, subject: `Infogérance du parc informatique ${mark}` });
    const newer = await addTender({
      buyer: `${buyer} (62)`,
      subject: `Marché d’infogérance du parc informatique ${mark}`,
    });
    const other = await addTender({ buyer, subject: "Vidéoprotection de la gare" });
    const member = await actorOf("member");
    expect((await findTender(member, newer, now))?.resembles?.id).toBe(older);
    expect((await findTender(member, older, now))?.resembles).toBeNull();
    expect((await findTender(member, other, now))?.resembles).toBeNull();
    const rival = await actorOf("rival");
    const [lot] = (await findTender(rival, newer, now))?.lots ?? [];
    await raiseHand(
      rival,
      { tenderId: newer, lots: [{ lotId: lot?.id ?? "", role: "lead" }], references: "", capacity: "" },
      now,
    );
    await expect(settleResemblance(rival, { id: newer, answer: "same" }, now)).rejects.toMatchObject({
      code: "not_found",
    });
    await settleResemblance(member, { id: newer, answer: "same" }, now);
    expect((await findTender(member, newer, now))?.mergedInto?.id).toBe(older);
    expect((await noticesOf(rival.personId, older)).map(({ kind }) => kind)).toContain("tender-merged");
    const { items } = await listTenders(member, { words: mark, isAll: true }, 1, now);
    expect(items.map(({ id }) => id)).toContain(older);
    expect(items.map(({ id }) => id)).not.toContain(newer);
  });
});

describe("the list", () => {
  test("is filtered by words of the notice or its lots, code, skill, department and own hand", async () => {
    const mark = `zwickau${crypto.randomUUID().slice(0, 8)}`;
    const id = await addTender({
      departments: ["59"],
      lots: [{ title: `Capteurs ${mark}`, cpv: "32420000", skills: "Cartographie et SIG" }],
    });
    const member = await actorOf("member");
    const found = async (filter: Parameters<typeof listTenders>[1], actor = member) =>
      (await listTenders(actor, { words: mark, ...filter }, 1, now)).total;
    expect(await found({})).toBe(1);
    expect(await found({ cpv: "3242", skill: "cartographie-et-sig", department: "59" })).toBe(1);
    expect(await found({ cpv: "72" })).toBe(0);
    expect(await found({ skill: "refonte-de-site" })).toBe(0);
    expect(await found({ department: "62" })).toBe(0);
    expect(await found({ isOurs: true })).toBe(0);
    const [lot] = (await findTender(member, id, now))?.lots ?? [];
    await raiseHand(
      member,
      { tenderId: id, lots: [{ lotId: lot?.id ?? "", role: "lead" }], references: "", capacity: "" },
      now,
    );
    expect(await found({ isOurs: true }, await again(member))).toBe(1);
    expect(await found({}, await actorOf("student"))).toBe(0);
    await withdrawTender(member, { id }, now);
    expect(await found({})).toBe(0);
    expect(await found({ isAll: true })).toBe(1);
  });
});
