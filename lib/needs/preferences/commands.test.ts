import { afterAll, expect, test } from "vitest";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { actorOf } from "../../../test/cast.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { matchNeed } from "../match/queries.ts";
import { choosePreferences } from "./commands.ts";
import { preferencesInput } from "./schema.ts";

const now = new Date("2026-11-24T09:00:00Z");
afterAll(removeOwnStructures);

test("says which needs it wants: an absence, a muted skill, a limit, a distance keep it out", async () => {
  const { id, slug } = await addStructure({ name: "Zwickau Rayons", knownSkills: ["cartographie-et-sig"] });
  const suggested = async (more: { headcount?: "under_10" } = {}, at = now) => {
    const match = await matchNeed({ text: "une carte interactive, SIG et QGIS", city: "Lens" }, at, more);
    return match.suggestions.some((suggestion) => suggestion.slug === slug);
  };
  expect(await suggested()).toBe(true);
  const prefer = (data: object) =>
    db().needPreference.upsert({ where: { structureId: id }, create: { structureId: id, ...data }, update: data });
  await prefer({ absentUntil: columnOfDay("2026-11-26") });
  expect(await suggested()).toBe(false);
  expect(await suggested({}, new Date("2026-11-27T09:00:00Z"))).toBe(true);
  await prefer({ absentUntil: null, mutedSkills: ["cartographie-et-sig"] });
  expect(await suggested()).toBe(false);
  await prefer({ mutedSkills: [], minHeadcount: "under_50" });
  expect(await suggested()).toBe(true);
  expect(await suggested({ headcount: "under_10" })).toBe(false);
});

test("keeps its choices, refused to who acts for nobody", async () => {
  const member = await actorOf("member");
  const input = preferencesInput.parse({ wantedSkills: ["sauvegarde-et-restauration"], monthlyLimit: "3" });
  await choosePreferences(member, input, now);
  await choosePreferences(member, input, now);
  const kept = await db().needPreference.findUniqueOrThrow({
    where: { structureId: member.structures[0]?.id ?? "" },
  });
  expect(kept.monthlyLimit).toBe(3);
  expect(kept.mutedSkills).not.toContain("sauvegarde-et-restauration");
  await db().needPreference.delete({ where: { structureId: member.structures[0]?.id ?? "" } });
  await expect(choosePreferences(await actorOf("student"), input, now)).rejects.toMatchObject({ code: "forbidden" });
  const past = preferencesInput.parse({ absentUntil: "2026-01-01" });
  await expect(choosePreferences(member, past, now)).rejects.toMatchObject({ code: "day_past" });
});
