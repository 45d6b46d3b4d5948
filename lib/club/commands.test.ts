import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import { updateClub } from "./commands.ts";
import { clubInput } from "./schema.ts";

const now = new Date();
const before = await db().club.findUniqueOrThrow({ where: { id: 1 } });
afterAll(async () => {
  await db().club.update({ where: { id: 1 }, data: before });
});
const club = () => db().club.findUniqueOrThrow({ where: { id: 1 } });
const acts = () => db().auditEntry.count({ where: { action: "update-club" } });

describe("what the club says of itself", () => {
  test("is changed by the board, and what is emptied is unknown again; the same again is no act", async () => {
    const treasurer = await actorOf("treasurer");
    const noted = await acts();
    const known = clubInput.parse({ tagline: before.tagline, seat: "1 place d’Essai, Arras", rna: "w 62 1 234567" });
    await updateClub(treasurer, known, now);
    await updateClub(treasurer, known, now);
    expect(await club()).toMatchObject({ seat: "1 place d’Essai, Arras", rna: "W621234567", hostName: null });
    expect(await acts()).toBe(noted + 1);
    const entry = await db().auditEntry.findFirstOrThrow({ where: { action: "update-club" }, orderBy: { id: "desc" } });
    expect(entry.detail).toEqual({ changed: ["seat", "rna"] });
    await updateClub(treasurer, clubInput.parse({ tagline: before.tagline }), now);
    expect(await club()).toMatchObject({ seat: null, rna: null });
  });

  test("is refused to everybody else, and nothing changes", async () => {
    const input = clubInput.parse({ tagline: "Autre chose", seat: "Ailleurs" });
    for (const actor of [visitor, await actorOf("member"), await actorOf("lead"), await actorOf("admin")]) {
      await expect(updateClub(actor, input, now)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await club()).tagline).toBe(before.tagline);
  });

  test("typed wrong, says so in French beside its field", () => {
    const wrong = clubInput.safeParse({
      rna: "62",
      siret: "73282932000075",
      contactEmail: "club",
      statutesUrl: "javascript:x",
    });
    expect(Object.keys(wrong.error?.flatten().fieldErrors ?? {}).sort()).toEqual([
      "contactEmail",
      "rna",
      "siret",
      "statutesUrl",
      "tagline",
    ]);
    expect(clubInput.safeParse({ tagline: "x", siret: "732 829 320 00074" }).data?.siret).toBe("73282932000074");
  });
});
