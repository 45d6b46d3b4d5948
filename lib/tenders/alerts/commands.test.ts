import { afterAll, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { actorOf } from "../../../test/cast.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { addTender, again, removeOwnTenders } from "../../../test/own-tenders.ts";
import { chooseAlerts } from "./commands.ts";
import { alertInput } from "./schema.ts";

const now = new Date();
afterAll(async () => {
  await removeOwnTenders();
  await removeOwnStructures();
});

test("alerts tell a référent of what their structure can do, and whoever chose it by skill, code and department", async () => {
  const { id: structureId } = await addStructure({ name: "Alerte Essai", knownSkills: ["cartographie-et-sig"] });
  const person = async (role: "primary_contact" | "colleague") => {
    const email = `${crypto.randomUUID()}@own.example`;
    return db().person.create({
      data: {
        email,
        firstName: "Prénom",
        lastName: "Alerte",
        isFictional: true,
        affiliations: { create: { structureId, role, startsOn: new Date("2026-01-05") } },
      },
      select: { id: true, email: true },
    });
  };
  const referent = await person("primary_contact");
  const colleague = await person("colleague");
  const chooser = await person("colleague");
  const elsewhere = await person("colleague");
  const actor = async ({ id, email }: { id: string; email: string }) =>
    again({ ...(await actorOf("member")), personId: id, email });
  await chooseAlerts(await actor(chooser), alertInput.parse({ cpv: "72 41, 32000000" }), now);
  await chooseAlerts(await actor(elsewhere), alertInput.parse({ ownSkills: true, departments: ["59"] }), now);
  const id = await addTender({
    departments: ["62"],
    lots: [
      { title: "SIG", skills: "Cartographie et SIG" },
      { title: "Réseau", cpv: "32420000" },
    ],
  });
  const told = ({ id: personId }: { id: string }) => db().notice.count({ where: { personId, path: { contains: id } } });
  expect([await told(referent), await told(colleague), await told(chooser), await told(elsewhere)]).toEqual([
    1, 0, 1, 0,
  ]);
  expect(await told({ id: (await actorOf("member")).personId })).toBe(0);
  await expect(chooseAlerts(await actorOf("student"), alertInput.parse({}), now)).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(alertInput.safeParse({ cpv: "7" }).success).toBe(false);
});
