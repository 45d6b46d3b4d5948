import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { system, visitor } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { importMembers } from "./commands.ts";
import { exportMembers } from "./queries.ts";
import { readMembers, writeMembers } from "./rules.ts";

const HEADER = "name,kind,city,postalCode,website,email,phone,commissions,skills,description";
const now = new Date();
const bytes = (text: string) => new TextEncoder().encode(text);
const file = (...rows: string[]) => bytes([HEADER, ...rows].join("\n"));

/** A name that no other test has. */
let name = "";
beforeEach(() => {
  name = `Essai ${crypto.randomUUID().slice(0, 8)}`;
});
const row = (rest = "service,Lens,62300,,,,gestion,Sauvegarde et restauration,Bonjour.") => `${name},${rest}`;
const found = () =>
  db().structure.findMany({
    where: { name },
    include: { skills: { include: { skill: true } }, commissions: true, commune: true },
  });

describe("importing members", () => {
  test("makes active members of the directory, recognises towns and skills, keeps unknown ones as they are", async () => {
    const report = await importMembers(
      system,
      file(
        row(
          "service,St Laurent-Blangy,62223,https://a.example,a@a.example,+33 3 53 01 00 00,gestion|developpement,sauvegarde ET restauration|Soudure,Bonjour.",
        ),
      ),
      now,
    );
    expect(report).toEqual({ created: 1, changed: 0, unchanged: 0, errors: [] });
    const [made] = await found();
    expect(made).toMatchObject({
      status: "active",
      phone: "03 53 01 00 00",
      citySlug: "saint-laurent-blangy",
      commune: { name: "Saint-Laurent-Blangy" },
    });
    expect(made?.skills.map(({ skill, ownLabel }) => skill?.label ?? ownLabel)).toEqual([
      "Sauvegarde et restauration",
      "Soudure",
    ]);
    expect(made?.commissions).toHaveLength(2);
  });

  test("says nothing of the columns it does not have: a status, a SIRET and an address stay", async () => {
    await importMembers(system, file(row()), now);
    const [made] = await found();
    const kept = { status: "removed" as const, siret: "73282932000074", address: "1 place des Héros" };
    await db().structure.update({ where: { id: made?.id ?? "" }, data: kept });
    await importMembers(system, file(row("service,Lens,62300,,,,gestion,,Autrement dit.")), now);
    expect((await found())[0]).toMatchObject({ ...kept, description: "Autrement dit." });
  });

  test("twice changes nothing, not even a date; a change in the file changes only that", async () => {
    await importMembers(system, file(row()), now);
    const [before] = await found();
    expect(await importMembers(system, file(row()), now)).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
    expect((await found())[0]?.updatedAt).toEqual(before?.updatedAt);
    expect(await importMembers(system, file(row("service,Lens,62300,,,,gestion,,Autre.")), now)).toMatchObject({
      changed: 1,
    });
    expect((await found())[0]).toMatchObject({ id: before?.id, slug: before?.slug, description: "Autre.", skills: [] });
  });

  test("two at once make one", async () => {
    const reports = await Promise.all([1, 2, 3, 4].map(() => importMembers(system, file(row()), now)));
    expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(1);
    expect(await found()).toHaveLength(1);
  });

  test("the same structure by name and postal code, case and accents folded; by SIRET, whatever its name", async () => {
    await importMembers(system, file(row()), now);
    const upper = bytes(`${HEADER},siret\n${name.toUpperCase()},service,Lens,62300,,,,,,x,73282932000074`);
    expect(await importMembers(system, upper, now)).toMatchObject({ created: 0, changed: 1 });
    const renamed = bytes(`${HEADER},siret\nNouveau ${name},service,Arras,62000,,,,,,x,73282932000074`);
    expect(await importMembers(system, renamed, now)).toMatchObject({ created: 0, changed: 1 });
    await db().structure.deleteMany({ where: { siret: "73282932000074" } });
  });

  test("one wrong row and nothing of the file is imported", async () => {
    const report = await importMembers(system, file(row(), "Faux,plombier,Lens,6230,,,,,,x"), now);
    expect(report.errors).toEqual([
      { line: 3, column: "kind", reason: expect.stringContaining("reseller") },
      { line: 3, column: "postalCode", reason: "cinq chiffres attendus" },
    ]);
    expect(await found()).toHaveLength(0);
    const unknown = await importMembers(system, file(row("service,,,,,,astronomie,,x")), now);
    expect(unknown.errors).toEqual([{ line: 2, column: "commissions", reason: expect.stringContaining("astronomie") }]);
    expect(await found()).toHaveLength(0);
  });

  test("is the operator's: refused to everybody else", async () => {
    await expect(importMembers(visitor, file(row()), now)).rejects.toMatchObject({ code: "forbidden" });
    await expect(importMembers(await actorOf("president"), file(row()), now)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(exportMembers(await actorOf("member"), now)).rejects.toMatchObject({ code: "forbidden" });
    expect(await found()).toHaveLength(0);
  });
});

describe("the file", () => {
  test("with BOM, semicolons and Windows line ends is read alike", () => {
    const text = `\uFEFF${HEADER.replaceAll(",", ";")}\r\nA;service;Lens;62300;;;;;;x\r\n`;
    expect(readMembers(bytes(text))).toMatchObject({ errors: [], rows: [{ row: { name: "A", city: "Lens" } }] });
  });

  test.each([
    ["", 1, "", "vide"],
    ["name,kind\nA,service", 1, "city", "absente"],
    [`${HEADER},color\n`, 1, "color", "inconnue"],
    [`${HEADER}\nA,service,Lens\n`, 2, "", "3 cellules"],
    [`${HEADER}\n"A,service,Lens,62300,,,,,,x\n`, 2, "", "guillemets"],
    [`${HEADER}\nA,service,,,,,,,,"deux\nlignes"\nB,x,,,,,,,,y`, 4, "kind", "reseller"],
    [`${HEADER}\nA,service,Lens,62300,,,,,,x\na,service,Lens,62300,,,,,,y`, 3, "name", "ligne 2"],
  ])("%j is refused, with line and column", (text, line, column, reason) => {
    const { rows, errors } = readMembers(bytes(text));
    expect(rows).toEqual([]);
    expect(errors[0]).toEqual({ line, column, reason: expect.stringContaining(reason) });
  });

  test("that is not UTF-8 is refused", () => {
    expect(readMembers(Uint8Array.from([0xff, 0xfe, 0x41])).errors[0]?.reason).toMatch(/UTF-8/);
  });

  test("exported, imports to the same state: nothing to change, and the same bytes again", async () => {
    const written = writeMembers(await exportMembers(system, now));
    const report = await importMembers(system, bytes(written), now);
    expect(report).toMatchObject({ created: 0, changed: 0, errors: [] });
    expect(report.unchanged).toBeGreaterThan(40);
    expect(writeMembers(await exportMembers(system, now))).toBe(written);
  });
});
