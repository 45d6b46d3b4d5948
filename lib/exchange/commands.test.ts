import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { system } from "#lib/policy/actor";
import { subjectsTo } from "../../test/own-commissions.ts";
import { actorFor, actsOn, addHouse, addPerson, addPersonOf } from "../../test/own-people.ts";
import { removeOwnStructures } from "../../test/own-structures.ts";
import { changeExchange, closeExchange, extendExchange, postExchange, warnOfExpiry } from "./commands.ts";
import { listMatches } from "./matches/queries.ts";
import { findExchange, listExchanges, listFacets, listOwnExchanges } from "./queries.ts";
import { matchesOf, stateOf } from "./rules.ts";
import { type ExchangeInput, exchangeInput } from "./schema.ts";
import { answerExchange, writeInTalk } from "./talks/commands.ts";
import { answerExchangeInput } from "./talks/schema.ts";
import { agreeToThanks, thankPartner } from "./thanks/commands.ts";
import { listThanks } from "./thanks/queries.ts";

afterAll(removeOwnStructures);

const now = new Date("2034-03-01T10:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const everything = { direction: undefined, kind: undefined, skill: undefined, city: undefined };

function form(over: Partial<ExchangeInput> = {}): ExchangeInput {
  return {
    direction: "offer",
    kind: "advice",
    title: `Annonce ${crypto.randomUUID()}`,
    body: "Deux heures.",
    hours: 2,
    skills: ["cartographie-et-sig"],
    ...over,
  };
}

/** An exchange of one house, answered by another. */
async function answered() {
  const [owner, partner] = [await addHouse(), await addHouse()];
  const id = await postExchange(owner.referent, form(), now);
  await answerExchange(partner.referent, { exchangeId: id, text: "Nous sommes preneurs." }, days(1));
  const talk = (await findExchange(owner.referent, id, days(1)))?.talks[0];
  if (!talk) throw new Error("no talk");
  return { owner, partner, id, talkId: talk.id };
}

describe("an offer or a search", () => {
  test("is posted once however often it is sent, read by members, by nobody else", async () => {
    const { referent, structure } = await addHouse();
    const input = form();
    const [one, two] = await Promise.all([postExchange(referent, input, now), postExchange(referent, input, now)]);
    expect(two).toBe(one);
    expect(await actsOn(one)).toEqual(["post-exchange"]);
    const other = await addHouse();
    const list = await listExchanges(other.referent, { ...everything, skill: "cartographie-et-sig" }, 1, now);
    expect(list.items.find(({ id }) => id === one)).toMatchObject({
      structure: { name: structure.name },
      state: "open",
    });
    expect(
      (await listExchanges(other.referent, { ...everything, direction: "request" }, 1, now)).items,
    ).not.toContainEqual(expect.objectContaining({ id: one }));
    expect((await listFacets(other.referent, now)).skills).toContainEqual(
      expect.objectContaining({ slug: "cartographie-et-sig" }),
    );
    const student = await actorFor((await addPerson()).id, now);
    expect(await findExchange(student, one, now)).toBeNull();
    expect((await listExchanges(student, everything, 1, now)).items).toEqual([]);
    await expect(postExchange(student, input, now)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("without a skill ticked has those that its words tell, and is refused when they tell none", async () => {
    const { referent } = await addHouse();
    const told = form({
      skills: [],
      title: "Relire notre politique de sauvegarde",
      body: "Sauvegarde et restauration.",
    });
    const id = await postExchange(referent, told, now);
    expect((await findExchange(referent, id, now))?.skills.map(({ slug }) => slug)).toContain(
      "sauvegarde-et-restauration",
    );
    await expect(postExchange(referent, form({ skills: [], title: "Zzz", body: "Brrr." }), now)).rejects.toMatchObject({
      code: "no_skill",
      field: "skills",
    });
    await expect(postExchange(referent, form({ skills: ["magie"] }), now)).rejects.toMatchObject({
      code: "unknown_choice",
    });
  });

  test("is told, in their digest, to those whose skills answer it and to those it meets", async () => {
    const [seeker, able, offering, stranger] = [await addHouse(), await addHouse(), await addHouse(), await addHouse()];
    const skill = await db().skill.findUniqueOrThrow({ where: { slug: "realite-virtuelle-augmentee-et-3d" } });
    await db().structureSkill.create({ data: { structureId: able.structure.id, skillId: skill.id, position: 0 } });
    const skills = [skill.slug];
    await postExchange(offering.referent, form({ skills }), now);
    const id = await postExchange(seeker.referent, form({ direction: "request", skills }), now);
    const told = await db().notice.findMany({ where: { fact: `exchange ${id}` }, select: { personId: true } });
    const ids = told.map(({ personId }) => personId);
    expect(ids).toEqual(expect.arrayContaining([able.referent.personId, offering.referent.personId]));
    expect(ids).not.toContain(stranger.referent.personId);
    expect(ids).not.toContain(seeker.referent.personId);
    const [match] = await listMatches(seeker.referent, now);
    expect(match?.other.structure.name).toBe(offering.structure.name);
    expect(match?.reasons[0]).toBe(
      `${offering.structure.name} propose ce que vous cherchez\u202f: Réalité virtuelle, augmentée et 3D`,
    );
    expect(await listMatches(stranger.referent, now)).toEqual([]);
  });

  test("is changed, put off, and expires by itself; its people are told a week before, once", async () => {
    const { referent } = await addHouse();
    const rival = await addHouse();
    const id = await postExchange(referent, form(), now);
    await changeExchange(referent, { id, ...form({ title: "Un autre titre", skills: ["application-mobile"] }) }, now);
    expect(await findExchange(referent, id, now)).toMatchObject({
      title: "Un autre titre",
      skills: [{ slug: "application-mobile" }],
    });
    await expect(changeExchange(rival.referent, { id, ...form() }, now)).rejects.toMatchObject({ code: "forbidden" });
    await expect(extendExchange(rival.referent, id, now)).rejects.toMatchObject({ code: "forbidden" });
    await warnOfExpiry(system, days(84));
    await warnOfExpiry(system, days(85));
    expect(await db().notice.count({ where: { personId: referent.personId, kind: "exchange-expires" } })).toBe(1);
    expect((await findExchange(referent, id, days(91)))?.state).toBe("expired");
    expect(await findExchange(rival.referent, id, days(91))).toBeNull();
    await expect(answerExchange(rival.referent, { exchangeId: id, text: "Trop tard" }, days(91))).rejects.toMatchObject(
      { code: "exchange_expired" },
    );
    const gone = { exchangeId: crypto.randomUUID(), text: "Trop tard" };
    await expect(answerExchange(rival.referent, gone, days(91))).rejects.toMatchObject({ code: "not_found" });
    await extendExchange(referent, id, days(91));
    expect((await findExchange(rival.referent, id, days(91)))?.state).toBe("open");
    await expect(warnOfExpiry(referent, now)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is told what is wrong, field by field", () => {
    const long = "a".repeat(10_000);
    const wrong = { direction: "don", kind: "or", title: long, body: long, hours: 0, skills: Array(9).fill("x") };
    expect(exchangeInput.safeParse(wrong).error?.issues.map(({ path }) => path[0])).toEqual([
      "direction",
      "kind",
      "title",
      "body",
      "hours",
      "skills",
    ]);
    expect(answerExchangeInput.safeParse({ exchangeId: crypto.randomUUID(), text: " " }).success).toBe(false);
  });
});

describe("a talk", () => {
  test("is the two structures' alone, each told of the other's words by mail", async () => {
    const { owner, partner, id, talkId } = await answered();
    await writeInTalk(owner.referent, { talkId, text: "Mardi ?" }, days(2));
    const title = (await findExchange(owner.referent, id, now))?.title;
    expect(await subjectsTo(owner.referent.email)).toEqual([
      `${partner.structure.name} répond à «\u202f${title}\u202f»`,
    ]);
    expect(await subjectsTo(partner.referent.email)).toEqual([
      `${owner.structure.name} vous écrit à propos de «\u202f${title}\u202f»`,
    ]);
    const third = await addHouse();
    expect(await findExchange(third.referent, id, days(2))).toMatchObject({ state: "in_talk", talks: [] });
    await expect(writeInTalk(third.referent, { talkId, text: "Moi aussi" }, days(2))).rejects.toMatchObject({
      code: "forbidden",
    });
    const chair = { ...(await actorFor((await addPerson()).id, now)), boardFunctions: ["president" as const] };
    expect(await findExchange(chair, id, now)).toBeNull();
    expect((await listOwnExchanges(partner.referent, now)).answered.map((one) => one.id)).toEqual([id]);
  });

  test("is one for two colleagues who answer at once, and one each for two structures", async () => {
    const owner = await addHouse();
    const id = await postExchange(owner.referent, form(), now);
    const [house, other] = [await addHouse(), await addHouse()];
    const colleague = await addPersonOf(house.structure.id, "colleague");
    await Promise.all(
      [house.referent, colleague, other.referent].map((person) =>
        answerExchange(person, { exchangeId: id, text: "Présents" }, days(1)),
      ),
    );
    const found = await findExchange(owner.referent, id, days(1));
    expect(found?.talks.map(({ messages }) => messages.length).sort()).toEqual([1, 2]);
    await expect(answerExchange(owner.referent, { exchangeId: id, text: "Moi" }, days(1))).rejects.toThrow(
      "skill_exchange_not_with_oneself",
    );
  });
});

describe("the end", () => {
  test("comes once, of two who close at the same time, and nobody writes after it", async () => {
    const { owner, partner, id, talkId } = await answered();
    const stranger = await answered();
    await expect(closeExchange(partner.referent, { id, talkId }, days(3))).rejects.toMatchObject({ code: "forbidden" });
    await expect(closeExchange(owner.referent, { id, talkId: stranger.talkId }, days(3))).rejects.toThrow(
      "skill_exchange_closing_talk",
    );
    const ends = await Promise.allSettled([
      closeExchange(owner.referent, { id, talkId }, days(3)),
      closeExchange(owner.referent, { id, talkId: null }, days(3)),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(writeInTalk(partner.referent, { talkId, text: "Encore" }, days(4))).rejects.toThrow(
      "skill_exchange_still_open",
    );
    await expect(answerExchange(partner.referent, { exchangeId: id, text: "Encore" }, days(4))).rejects.toMatchObject({
      code: "exchange_closed",
    });
    await expect(extendExchange(owner.referent, id, days(4))).rejects.toMatchObject({ code: "exchange_closed" });
    expect(await findExchange((await addHouse()).referent, id, days(4))).toBeNull();
  });

  test("well done is thanked for, on both pages while both agree, and gone when one takes it back", async () => {
    const { owner, partner, id, talkId } = await answered();
    const shown = async () =>
      [...(await listThanks(owner.structure.slug)), ...(await listThanks(partner.structure.slug))].map(
        ({ text }) => text,
      );
    const word = { talkId, text: "Merci, c’était clair.", agrees: true };
    await expect(thankPartner(partner.referent, word, days(3))).rejects.toThrow("skill_exchange_thanks_for_done");
    await closeExchange(owner.referent, { id, talkId }, days(3));
    expect((await subjectsTo(partner.referent.email)).at(-1)).toMatch(/^C’est fait/);
    await thankPartner(partner.referent, word, days(3));
    expect((await subjectsTo(owner.referent.email)).at(-1)).toBe(`${partner.structure.name} vous remercie`);
    expect(await shown()).toEqual([]);
    const agree = { talkId, author: false, agrees: true, writtenAt: days(3) };
    await agreeToThanks(owner.referent, agree, days(4));
    await agreeToThanks(owner.referent, agree, days(4));
    expect(await shown()).toEqual([word.text, word.text]);
    await agreeToThanks(partner.referent, { ...agree, agrees: false }, days(5));
    expect(await shown()).toEqual([]);
    await agreeToThanks(partner.referent, agree, days(5));
    await thankPartner(partner.referent, { ...word, text: "Autre chose" }, days(6));
    expect(await shown()).toEqual([]);
    // The page still open shows the first word: nobody agrees to another by it.
    await expect(agreeToThanks(owner.referent, agree, days(6))).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect(await shown()).toEqual([]);
    await agreeToThanks(owner.referent, { ...agree, agrees: false }, days(6));
    const anew = { ...agree, writtenAt: days(6) };
    const third = await addHouse();
    await expect(agreeToThanks(third.referent, anew, days(6))).rejects.toMatchObject({ code: "forbidden" });
    await agreeToThanks(owner.referent, anew, days(6));
    expect(await shown()).toEqual(["Autre chose", "Autre chose"]);
    await db().structure.update({
      where: { id: partner.structure.id },
      data: { status: "resigned" },
      select: { id: true },
    });
    expect(await shown()).toEqual([]);
  });
});

test("states, in the order of a life", () => {
  const exchange = { closing: null, expiresAt: days(1), talks: 0 };
  expect(stateOf(exchange, now)).toBe("open");
  expect(stateOf({ ...exchange, talks: 2 }, now)).toBe("in_talk");
  expect(stateOf({ ...exchange, talks: 2 }, days(2))).toBe("expired");
  expect(stateOf({ ...exchange, closing: { talkId: null } }, days(2))).toBe("not_done");
  expect(stateOf({ ...exchange, closing: { talkId: "x" } }, now)).toBe("done");
});

test("of two matches the one that shares more comes first, with every reason", () => {
  const skill = (slug: string) => ({ slug, label: slug.toUpperCase() });
  const mine = {
    id: "1",
    direction: "request" as const,
    kind: "training" as const,
    title: "A",
    structure: { name: "Moi", city: "Lens" },
    skills: [skill("a"), skill("b")],
  };
  const near = { ...mine, id: "2", direction: "offer" as const, structure: { name: "Près", city: "Lens" } };
  const far = {
    ...near,
    id: "3",
    kind: "advice" as const,
    structure: { name: "Loin", city: "Douai" },
    skills: [skill("b")],
  };
  const same = { ...mine, id: "4", structure: { name: "Autre", city: null } };
  expect(matchesOf(mine, [far, same, near]).map(({ other, reasons }) => [other.structure.name, ...reasons])).toEqual([
    ["Près", "Près propose ce que vous cherchez\u202f: A et B", "le même genre d’échange", "à Lens comme vous"],
    ["Loin", "Loin propose ce que vous cherchez\u202f: B"],
  ]);
});
