import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { actorOf } from "../../../test/cast.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { addTender, again, removeOwnTenders } from "../../../test/own-tenders.ts";
import { raiseHand } from "../hands/commands.ts";
import { findTender } from "../queries.ts";
import { findTeams } from "./queries.ts";

const now = new Date();
afterAll(async () => {
  await removeOwnTenders();
  await removeOwnStructures();
});

describe("who could answer together", () => {
  test("is the smallest team with us in it, each told what it would take, the near before the far", async () => {
    const skills = ["realite-virtuelle-augmentee-et-3d", "transport-et-gestion-de-flotte"];
    const near = await addStructure({ name: "Près", knownSkills: skills });
    const far = await addStructure({ name: "Loin", knownSkills: skills });
    const [lens, lille] = await Promise.all([
      db().commune.findUniqueOrThrow({ where: { slug: "lens" }, select: { insee: true } }),
      db().commune.findUniqueOrThrow({ where: { slug: "bapaume" }, select: { insee: true } }),
    ]);
    await db().structure.update({ where: { id: near.id }, data: { communeInsee: lens.insee } });
    await db().structure.update({ where: { id: far.id }, data: { communeInsee: lille.insee } });
    const id = await addTender({
      city: "Lens",
      lots: [
        { title: "Visite virtuelle", skills: "Réalité virtuelle, augmentée et 3D" },
        { title: "Flotte", skills: "Transport et gestion de flotte" },
        { title: "Assistance", skills: "Assistance aux utilisateurs" },
      ],
    });
    const member = await actorOf("member");
    const view = await findTeams(member, id, now);
    const names = view?.proposals.teams.map((team) => team.members.map(({ id: one }) => view.members[one]?.name));
    expect(names?.[0]).toHaveLength(2);
    expect(names?.[0]).toContain("Près");
    expect(names?.[0]).toContain(member.actingFor?.name);
    expect(names?.[1]).toContain("Loin");
    expect(view?.proposals).toMatchObject({ isProven: true, holes: [] });
    expect(view?.members[near.id]?.km).toBeLessThan(2);
    expect(view?.members[far.id]?.km).toBeGreaterThan(20);
    expect(view?.hands).toBeNull();
  });

  test("among hands raised tells who covers what, what lacks, and who in the club could", async () => {
    const id = await addTender({
      lots: [
        { title: "Assistance", skills: "Assistance aux utilisateurs" },
        { title: "Site", skills: "Refonte de site" },
      ],
    });
    const member = await actorOf("member");
    const lots = (await findTender(member, id, now))?.lots ?? [];
    const all = lots.map(({ id: lotId }) => ({ lotId, role: "partner" as const }));
    await raiseHand(member, { tenderId: id, lots: all, references: "", capacity: "" }, now);
    const view = await findTeams(await again(member), id, now);
    expect(view?.hands?.coverage[0]?.skills[0]?.by).toEqual([member.actingFor?.id]);
    expect(view?.hands?.missing).toMatchObject([{ lotId: lots[1]?.id, skills: ["refonte-de-site"] }]);
    const fillers = view?.hands?.missing[0]?.fillers["refonte-de-site"] ?? [];
    expect(fillers.length).toBeGreaterThan(0);
    expect(fillers.every((one) => view?.members[one])).toBe(true);
  });

  test("is nobody's to see who is of no structure", async () => {
    const id = await addTender();
    expect(await findTeams(await actorOf("student"), id, now)).toBeNull();
    expect(await findTeams(await actorOf("admin"), id, now)).toBeNull();
  });
});
