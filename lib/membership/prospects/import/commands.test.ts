import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { writeCsv } from "#lib/feeds/csv";
import { prospectColumns } from "#lib/feeds/tables";
import { db } from "#lib/platform/db";
import { actorOf } from "../../../../test/cast.ts";
import { addStructure } from "../../../../test/own-structures.ts";
import { listProspects } from "../queries.ts";
import { importProspects } from "./commands.ts";
import { previewImport } from "./queries.ts";
import { decodeFile, readProspects } from "./rules.ts";

const now = new Date();
const unique = () => `Liste ${randomUUID().slice(0, 8)}`;
const counted = (name: string) => db().prospect.count({ where: { name } });

describe("the preview", () => {
  test("says what each column is taken for, what is wrong by line, what is known already, and writes nothing", async () => {
    const [fresh, listed, ours] = [unique(), unique(), unique()];
    await db().prospect.create({ data: { name: listed, postalCode: "62300" } });
    await addStructure({ name: ours });
    const file = [
      "Raison sociale;Commune;CP;Effectif;SIRET",
      `${fresh};Lens;62300;12;`,
      `${listed.toUpperCase()};Lens;62300;3;`,
      `${ours};Arras;62000;8;`,
      `${unique()};Arras;620;8;73282932000075`,
      `;Arras;62000;8;`,
      `${fresh};LENS;62300;12;`,
    ].join("\r\n");
    const preview = await previewImport(await actorOf("president"), file, now);
    expect(preview.columns.map(({ field }) => field)).toEqual(["name", "city", "postalCode", null, "siret"]);
    expect(preview.rows.map(({ line, known }) => [line, known])).toEqual([
      [2, null],
      [3, "prospect"],
      [4, "member"],
    ]);
    expect(preview.errors.map(({ line, column }) => [line, column])).toEqual([
      [5, "CP"],
      [5, "SIRET"],
      [6, "Raison sociale"],
      [7, ""],
    ]);
    expect(await counted(fresh)).toBe(0);
  });

  test.each([
    ["", "vide"],
    ["Ville;CP\nLens;62300", "aucune colonne"],
    ['Nom;Ville\n"A;Lens', "guillemets"],
  ])("of %j says that nothing can be read", (text, reason) => {
    expect(readProspects(text)).toMatchObject({ rows: [], errors: [{ reason: expect.stringContaining(reason) }] });
  });

  test("reads what a French Excel writes", () => {
    const text = decodeFile(
      Uint8Array.from([..."Nom;M\u00e9tier\nCaf\u00e9;D\u00e9pannage"].map((letter) => letter.charCodeAt(0))),
    );
    expect(readProspects(text).rows[0]?.row).toMatchObject({ name: "Café", activity: "Dépannage" });
  });
});

describe("the import", () => {
  test("adds the new ones with their town and note, and the same file again adds nothing", async () => {
    const name = unique();
    const president = await actorOf("president");
    const content = `Nom,Ville,Code postal,Type,Note\n${name},"St Laurent Blangy",62223,Éditeur,Vue au salon\n`;
    expect(await importProspects(president, { content }, now)).toBe(1);
    const made = await db().prospect.findFirstOrThrow({ where: { name }, include: { entries: true } });
    expect(made).toMatchObject({
      citySlug: "saint-laurent-blangy",
      kind: "editor",
      state: "to_contact",
      entries: [{ note: "Vue au salon" }],
    });
    await expect(importProspects(president, { content }, now)).rejects.toMatchObject({ code: "nothing_to_import" });
    expect(await counted(name)).toBe(1);
  });

  test("four at once make one of each", async () => {
    const name = unique();
    const president = await actorOf("president");
    const content = `Nom;CP\n${name};62300\n`;
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => importProspects(president, { content }, now)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await counted(name)).toBe(1);
  });

  test("understands the list that the portal itself gives", async () => {
    const president = await actorOf("president");
    const { items } = await listProspects(president, {}, { page: 1, perPage: 500 }, now);
    const preview = await previewImport(president, writeCsv(prospectColumns, items), now);
    expect(preview.errors).toEqual([]);
    expect(preview.rows).toHaveLength(items.length);
    expect(preview.rows.filter(({ known }) => known === null)).toEqual([]);
  });

  test("is the board's: refused to everybody else", async () => {
    const content = `Nom\n${unique()}\n`;
    for (const role of ["member", "lead", "admin", "student"] as const) {
      const actor = await actorOf(role);
      await expect(importProspects(actor, { content }, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(previewImport(actor, content, now)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
