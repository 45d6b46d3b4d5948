import { afterAll, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { addStructure, removeOwnStructures } from "../../test/own-structures.ts";
import { readUnread } from "./members.ts";
import { currentTaxonomy } from "./taxonomy.ts";

afterAll(removeOwnStructures);

const topicsOf = (structureId: string) =>
  db().structureTopic.findMany({
    where: { structureId },
    orderBy: { weight: "desc" },
    select: { source: true, weight: true, evidence: true, skill: { select: { slug: true } } },
  });

async function read() {
  const { taxonomy } = await currentTaxonomy();
  return readUnread(taxonomy);
}

test("a member's own labels and its description count as skills of the taxonomy, its chosen skills most", async () => {
  const { id } = await addStructure({
    name: "Zorglub Services",
    knownSkills: ["videosurveillance"],
    skills: ["Copieurs Ricoh et Canon"],
    description: "Nous avons vingt ans. Nous installons aussi des bornes wifi dans les campings.",
  });
  await read();
  const topics = await topicsOf(id);
  expect(topics.slice(0, 3).map(({ source, skill }) => [source, skill.slug])).toEqual([
    ["skill", "videosurveillance"],
    ["label", "impression-et-copieurs"],
    ["text", "wi-fi-professionnel"],
  ]);
  expect(topics[1]?.evidence).toBe("Copieurs Ricoh et Canon");
});

test("what changes is read again, and nothing else is", async () => {
  const { id } = await addStructure({ name: "Zorglub Bis", skills: ["Logos"] });
  await read();
  expect(await read()).toBe(0);
  await db().structure.update({ where: { id }, data: { phone: "03 53 01 00 00" } });
  expect((await currentTaxonomy()).isUnread).toBe(false);
  await db().structureSkill.updateMany({ where: { structureId: id }, data: { ownLabel: "Alarmes" } });
  expect((await currentTaxonomy()).isUnread).toBe(true);
  await read();
  expect((await topicsOf(id)).map(({ skill }) => skill.slug)).toEqual(["controle-d-acces-et-alarme"]);
});

test("two readers at once leave each structure read once", async () => {
  const made = await addStructure({ name: "Zorglub Ter", skills: ["Sauvegarde Veeam"] });
  const read = await Promise.all([1, 2, 3].map(async () => readUnread((await currentTaxonomy()).taxonomy)));
  expect(read.filter((count) => count > 0).length).toBe(1);
  expect((await topicsOf(made.id))[0]?.skill.slug).toBe("sauvegarde-et-restauration");
});

test("other words for a skill change what everybody's labels amount to", async () => {
  const { id } = await addStructure({ name: "Zorglub Quater", skills: ["Quorblaxage"] });
  await read();
  expect(await topicsOf(id)).toEqual([]);
  const skill = await db().skill.findUniqueOrThrow({ where: { slug: "bases-de-donnees" } });
  await db().skill.update({ where: { id: skill.id }, data: { synonyms: [...skill.synonyms, "quorblaxage"] } });
  await read();
  expect((await topicsOf(id)).map((topic) => topic.skill.slug)).toEqual(["bases-de-donnees"]);
  await db().skill.update({ where: { id: skill.id }, data: { synonyms: skill.synonyms } });
});
