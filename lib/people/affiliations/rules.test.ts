import { afterAll, beforeAll, expect, test } from "vitest";
import { peopleOf } from "#lib/consortia/workspace";
import { recipientsOf as billed } from "#lib/dues/letters";
import { listHousePeople } from "#lib/internships/applications/queries";
import { recipientsOf as asked } from "#lib/needs/carrying/proposals";
import { dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { addPerson } from "../../../test/own-people";
import { addStructure, removeOwnStructures } from "../../../test/own-structures";
import { listSources, textOf } from "../../../test/sources";
import { speakingOn } from "./rules.ts";

const now = new Date("2026-09-20T08:00:00Z");
let structureId: string;
let present: { id: string; email: string };
let suspended: { id: string };

beforeAll(async () => {
  structureId = (await addStructure({ name: `Joignable ${crypto.randomUUID()}` })).id;
  await db().structure.update({ where: { id: structureId }, data: { email: "accueil@house.example" } });
  present = await addPerson({ structures: [structureId] });
  suspended = await addPerson({ structures: [structureId] });
  await db().suspension.create({ data: { personId: suspended.id, reason: "Compte partagé." } });
  const erased = await addPerson({ structures: [structureId] });
  await db().person.update({
    where: { id: erased.id },
    data: { erasedAt: now, email: `${erased.id}@effacee.invalid` },
  });
});
afterAll(removeOwnStructures);

/** The addresses that each way of writing to a structure finds. */
async function written(): Promise<Record<string, string[]>> {
  const ids = [structureId];
  const speakers = await db().affiliation.findMany({
    where: { structureId, ...speakingOn(dayOf(now)) },
    select: { person: { select: { email: true } } },
  });
  return {
    notices: speakers.map(({ person }) => person.email),
    dues: ((await billed(db(), ids, dayOf(now))).get(structureId) ?? []).map(({ address }) => address),
    needs: (await asked(db(), ids, now)).map(({ address }) => address),
    applications: (await listHousePeople(db(), structureId, now)).map(({ email }) => email),
    consortia: (await peopleOf(db(), ids, now)).map(({ email }) => email),
  };
}

test("nothing is written to a suspended person, nor to an erased one", async () => {
  for (const [what, addresses] of Object.entries(await written())) expect(addresses, what).toEqual([present.email]);
});

test("a structure whose people are all out of reach still gets its calls, at its own address", async () => {
  await db().suspension.create({ data: { personId: present.id, reason: "Compte partagé." } });
  try {
    const { notices, dues, needs } = await written();
    expect({ notices, dues, needs }).toEqual({
      notices: [],
      dues: ["accueil@house.example"],
      needs: ["accueil@house.example"],
    });
  } finally {
    await db().suspension.delete({ where: { personId: present.id } });
  }
});

test("whoever writes to the people of a structure asks this one filter", () => {
  /** They count, show or convene people, or write to holders of mandates. */
  const OTHERS = [
    "lib/assemblies/resolutions/commands.ts",
    "lib/expectations/syntheses/commands.ts",
    "lib/mandates/commands.ts",
    "lib/mandates/reminders/commands.ts",
    "lib/privacy/commands.ts",
    "lib/structures/register/commands.ts",
  ];
  const strays = listSources(".ts")
    .filter((path) => path.startsWith("lib/") && !path.endsWith(".test.ts"))
    .filter((path) => /\b(queueMail|notify|OutgoingMail)\b/.test(textOf(path)) && /\binForceOn\(/.test(textOf(path)));
  expect(strays).toEqual(OTHERS);
});
