import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { writeCard } from "#lib/feeds/vcard";
import { introduceMyself } from "#lib/people/affiliations/commands";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import { storage } from "#lib/platform/storage";
import { type Actor, type PersonActor, visitor } from "#lib/policy/actor";
import { memberStatement } from "#lib/seo/json-ld";
import { actsOn, addHouse, addPersonOf } from "../../../test/own-people.ts";
import { removeOwnStructures } from "../../../test/own-structures.ts";
import { findMember, findRenamedMember } from "../queries.ts";
import { changeLogo, removeLogo, saveShowcase } from "./commands.ts";
import { findShowcase } from "./queries.ts";
import { type ShowcaseInput, showcaseInput } from "./schema.ts";

const folder = mkdtempSync(join(tmpdir(), "logos-"));
const files = storage({ DATA_DIR: folder });
afterAll(async () => {
  await removeOwnStructures();
  rmSync(folder, { recursive: true });
});

const now = new Date();

describe("saving the page", () => {
  test("writes what was typed, in its order, recognises the town and the shared skills", async () => {
    const { structure, referent } = await addHouse();
    await saveShowcase(
      referent,
      await typed(referent, structure.id, {
        description: "Nous tirons des câbles. Et d’autres choses.",
        website: "maison.example",
        phone: "+33 3 53 01 00 00",
        city: "st laurent blangy",
        skills: "Sauvegarde et restauration\r\n\r\nChaudronnerie numérique\r\nsauvegarde et restauration",
        references: [{ work: "Un réseau", customer: "Une mairie", year: "2025" }, {}],
      }),
      now,
    );
    expect(await findShowcase(referent, structure.id, now)).toMatchObject({
      website: "https://maison.example",
      phone: "03 53 01 00 00",
      postalCode: "62223",
      skills: ["Sauvegarde et restauration", "Chaudronnerie numérique"],
      references: [{ work: "Un réseau", customer: "Une mairie", year: 2025 }],
    });
    const row = await db().structure.findUniqueOrThrow({
      where: { id: structure.id },
      select: { communeInsee: true, skills: { orderBy: { position: "asc" }, select: { skillId: true } } },
    });
    expect(row.communeInsee).toBe("62753");
    expect(row.skills.map(({ skillId }) => skillId !== null)).toEqual([true, false]);
    expect(await actsOn(structure.id)).toEqual(["edit-showcase"]);
  });

  test("is refused to anybody else; nothing changes, the attempt is noted", async () => {
    const { structure, referent } = await addHouse();
    const { referent: stranger } = await addHouse();
    const input = await typed(referent, structure.id, { name: "Pris" });
    for (const actor of [stranger, visitor]) {
      await expect(saveShowcase(actor, input, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(removeLogo(actor, { structureId: structure.id }, now, files)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    expect((await findShowcase(referent, structure.id, now))?.name).toBe(structure.name);
    expect(await findShowcase(stranger, structure.id, now)).toBeNull();
    expect(await actsOn(structure.id)).toEqual(Array(4).fill("refuse-structure"));
  });

  test("of two who edit at once, the second is told who and what, and overwrites only knowingly", async () => {
    const { structure, referent } = await addHouse();
    const colleague = await addPersonOf(structure.id, "colleague");
    const mine = await typed(referent, structure.id, { description: "Le mien." });
    const theirs = await typed(colleague, structure.id, { description: "Le sien.", phone: "0353010001" });
    const tries = await Promise.allSettled([saveShowcase(referent, mine, now), saveShowcase(colleague, theirs, now)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [, second] = tries[0].status === "fulfilled" ? [referent, theirs] : [colleague, mine];
    const again = saveShowcase(colleague, second, now);
    await expect(again).rejects.toMatchObject({
      code: "showcase_changed",
      field: "overwrite",
      message: expect.stringMatching(/Zoé Legrand a enregistré.+présentation, téléphone/),
    });
    await saveShowcase(colleague, { ...second, overwrite: true }, now);
    expect((await findShowcase(colleague, structure.id, now))?.description).toBe(second.description);
  });

  test("the same twice is harmless", async () => {
    const { structure, referent } = await addHouse();
    const input = await typed(referent, structure.id, { description: "Deux fois." });
    await saveShowcase(referent, input, now);
    await saveShowcase(referent, input, now);
    expect(await actsOn(structure.id)).toEqual(["edit-showcase"]);
  });

  test("a new name gives a new address; the former one leads to it", async () => {
    const { structure, referent } = await addHouse();
    const before = await findShowcase(referent, structure.id, now);
    await saveShowcase(referent, await typed(referent, structure.id, { name: `Neuf ${structure.id}` }), now);
    const after = await findShowcase(referent, structure.id, now);
    expect(after?.slug).toBe(`neuf-${structure.id}`);
    expect(await findRenamedMember(visitor, before?.slug ?? "", now)).toBe(after?.slug);
  });

  test("a name that another bears in the same town is refused beside its field", async () => {
    const [{ structure, referent }, { structure: other }] = [await addHouse(), await addHouse()];
    const input = await typed(referent, structure.id, { name: other.name });
    const refused = saveShowcase(referent, input, now).catch((error) => refusalOf(error));
    expect(await refused).toMatchObject({ code: "structure_known_by_name", field: "name" });
  });

  test("nobody becomes a school by a form", async () => {
    const { structure, referent } = await addHouse();
    const input = await typed(referent, structure.id, { kind: "school" });
    await expect(saveShowcase(referent, input, now)).rejects.toMatchObject({ code: "kind_is_given", field: "kind" });
    await saveShowcase(referent, await typed(referent, structure.id, { kind: "editor" }), now);
    expect((await findShowcase(referent, structure.id, now))?.kind).toBe("editor");
  });

  test.each([
    ["website", "javascript:alert(1)"],
    ["website", "https://"],
    ["email", "contact"],
    ["phone", "12"],
    ["postalCode", "6200"],
    ["name", ""],
    ["name", "x".repeat(201)],
    ["emailVisibility", "all"],
    ["references", [{ work: "Sans client", year: "25" }]],
    ["skills", Array.from({ length: 31 }, (_, index) => `métier ${index}`).join("\n")],
  ])("%s cannot be %j", async (field, value) => {
    const { structure, referent } = await addHouse();
    const kept = await typed(referent, structure.id, {});
    const read = showcaseInput.safeParse({ ...kept, references: [], [field]: value });
    expect(read.error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});

describe("what is kept from others", () => {
  test("e-mail and telephone reach whom the structure chose, on the page, the card and for search engines", async () => {
    const { structure, referent } = await addHouse();
    const { referent: member } = await addHouse();
    const contact = { email: "contact@maison.example", phone: "03 53 01 00 02" };
    for (const [visibility, seers] of [
      ["public", [visitor, member]],
      ["members", [member]],
      ["hidden", []],
    ] as const) {
      const levels = { emailVisibility: visibility, phoneVisibility: visibility };
      await saveShowcase(referent, await typed(referent, structure.id, { ...contact, ...levels }), now);
      for (const actor of [visitor, member]) {
        const view = await pageOf(actor, structure.slug);
        const isSeen = (seers as readonly Actor[]).includes(actor);
        expect([visibility, actor.kind, view.email, view.phone]).toEqual([
          visibility,
          actor.kind,
          isSeen ? contact.email : null,
          isSeen ? contact.phone : null,
        ]);
      }
      const view = await pageOf(visitor, structure.slug);
      const told = `${JSON.stringify(memberStatement(view))} ${writeCard(view)}`;
      expect(told.includes(contact.phone)).toBe(visibility === "public");
      expect(told.includes(contact.email)).toBe(visibility === "public");
    }
  });

  test("people are named by their own choice, within the structure's", async () => {
    const { structure, referent } = await addHouse();
    const { referent: member } = await addHouse();
    const named = async (actor: Actor) => (await pageOf(actor, structure.slug)).people.map(({ name }) => name);
    const choose = (visibility: "hidden" | "members" | "public") =>
      introduceMyself(referent, { structureId: structure.id, position: "Gérante", visibility });
    expect([await named(visitor), await named(member)]).toEqual([[], []]);
    await choose("members");
    expect([await named(visitor), await named(member)]).toEqual([[], ["Zoé Legrand"]]);
    await choose("public");
    expect([await named(visitor), await named(member)]).toEqual([["Zoé Legrand"], ["Zoé Legrand"]]);
    await saveShowcase(referent, await typed(referent, structure.id, { peopleVisibility: "hidden" }), now);
    expect([await named(visitor), await named(member)]).toEqual([[], []]);
  });
});

describe("the logo", () => {
  test("is put, replaced and taken off; the former file is deleted; the form beside stays valid", async () => {
    const { structure, referent } = await addHouse();
    const input = await typed(referent, structure.id, {});
    await changeLogo(referent, { structureId: structure.id, bytes: await picture() }, now, files);
    const first = (await pageOf(visitor, structure.slug)).logoKey ?? "";
    expect((await files.read(first))?.length).toBeGreaterThan(0);
    expect(JSON.stringify(memberStatement(await pageOf(visitor, structure.slug)))).toContain(first);
    await changeLogo(referent, { structureId: structure.id, bytes: await picture() }, now, files);
    const second = (await pageOf(visitor, structure.slug)).logoKey ?? "";
    expect(second).not.toBe(first);
    expect(await files.read(first)).toBeNull();
    await saveShowcase(referent, input, now);
    await removeLogo(referent, { structureId: structure.id }, now, files);
    await removeLogo(referent, { structureId: structure.id }, now, files);
    expect((await pageOf(visitor, structure.slug)).logoKey).toBeNull();
    expect(await files.read(second)).toBeNull();
    expect(await actsOn(structure.id)).toEqual(["change-logo", "change-logo", "edit-showcase", "remove-logo"]);
  });

  test("several at once leave one file", async () => {
    const { structure, referent } = await addHouse();
    const bytes = await picture();
    const keys: string[] = [];
    const watched = {
      ...files,
      put: (...given: Parameters<typeof files.put>) => {
        keys.push(given[0]);
        return files.put(...given);
      },
    };
    await Promise.all([1, 2, 3].map(() => changeLogo(referent, { structureId: structure.id, bytes }, now, watched)));
    const kept = (await pageOf(visitor, structure.slug)).logoKey;
    const left = await Promise.all(keys.map(async (key) => ((await files.read(key)) ? key : null)));
    expect(left.filter(Boolean)).toEqual([kept]);
  });

  test("that is no picture is refused beside its field, and leaves nothing", async () => {
    const { structure, referent } = await addHouse();
    const bytes = new TextEncoder().encode("<svg/>");
    const refused = changeLogo(referent, { structureId: structure.id, bytes }, now, files);
    await expect(refused).rejects.toMatchObject({ code: "wrong_picture", field: "logo" });
    expect(await actsOn(structure.id)).toEqual([]);
  });
});

/** What the form sends: what is kept, with these changes. */
async function typed(actor: PersonActor, structureId: string, changes: object): Promise<ShowcaseInput> {
  const kept = await findShowcase(actor, structureId, now);
  if (!kept) throw new Error("not theirs");
  return showcaseInput.parse({
    structureId,
    version: kept.updatedAt.toISOString(),
    name: kept.name,
    description: kept.description,
    emailVisibility: kept.emailVisibility,
    phoneVisibility: kept.phoneVisibility,
    peopleVisibility: kept.peopleVisibility,
    ...changes,
  });
}

async function pageOf(actor: Actor, slug: string) {
  const view = await findMember(actor, slug, new Date());
  if (!view) throw new Error("no such page");
  return view;
}

async function picture(): Promise<Uint8Array> {
  const drawn = sharp({ create: { width: 40, height: 20, channels: 3, background: "#a63d24" } });
  return new Uint8Array(await drawn.png().toBuffer());
}
