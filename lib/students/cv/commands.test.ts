import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writePdf } from "#lib/pdf/document";
import { db } from "#lib/platform/db";
import { type Storage, storage } from "#lib/platform/storage";
import { system } from "#lib/policy/actor";
import { addPersonOf } from "../../../test/own-people.ts";
import { addApplication, addHost, addSchool, addStudent, NOON } from "../../../test/own-students.ts";
import { keepCv, removeDiscardedFiles } from "./commands.ts";
import { findApplicationCv, findOwnCv } from "./queries.ts";

let folder = "";
let files: Storage;
let pdf: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cv-"));
  files = storage({ DATA_DIR: folder });
  const letterhead = { name: "CV", tagline: "", mentions: [] };
  pdf = await writePdf({ title: "CV", day: "2026-12-01", letterhead, blocks: [{ text: "Linux" }] });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const keysOf = async (studentId: string) =>
  (await db().cv.findMany({ where: { studentId }, orderBy: { uploadedAt: "asc" } })).map(({ key }) => key);

describe("keeping a CV", () => {
  test("keeps it under a name of the portal's own; another takes its place, and its file goes", async () => {
    const student = await addStudent({ hasCv: false });
    await keepCv(student, { name: "cv.pdf", bytes: pdf }, NOON, files);
    const [former = ""] = await keysOf(student.personId);
    expect(former).toMatch(/^cv[/][0-9a-f]{32}[.]pdf$/);
    expect((await findOwnCv(student, NOON, files))?.content).toEqual(pdf);
    await keepCv(student, { name: "cv2.pdf", bytes: pdf }, new Date(NOON.getTime() + 1), files);
    expect(await keysOf(student.personId)).toHaveLength(1);
    expect(await files.read(former)).not.toBeNull();
    await removeDiscardedFiles(system, NOON, files);
    expect(await files.read(former)).toBeNull();
    expect(await db().discardedFile.count({ where: { key: former } })).toBe(0);
    expect(await removeDiscardedFiles(system, NOON, files)).toBe(0);
  });

  test("leaves an application the CV that it was sent with", async () => {
    const student = await addStudent({ hasCv: false });
    await keepCv(student, { name: "cv.pdf", bytes: pdf }, NOON, files);
    const { offer, referent } = await addHost();
    const id = await addApplication(student, offer);
    await keepCv(student, { name: "cv.pdf", bytes: pdf }, new Date(NOON.getTime() + 1), files);
    expect(await keysOf(student.personId)).toHaveLength(2);
    expect((await findApplicationCv(referent, id, NOON, files))?.fileName).toBe("cv-camille-lefebvre");
  });

  test.each([
    ["../../etc/passwd.pdf", "cv_name"],
    ["cv.pdf", "cv_not_pdf"],
  ])("refuses %s in words, and keeps nothing", async (name, code) => {
    const student = await addStudent({ hasCv: false });
    const bytes = new TextEncoder().encode("PK not a PDF");
    const refused = keepCv(student, { name, bytes }, NOON, files);
    await expect(refused).rejects.toMatchObject({ code, field: "cv" });
    expect(await keysOf(student.personId)).toEqual([]);
  });

  test("is for students, a number of times an hour", async () => {
    const { referent } = await addHost();
    const given = { name: "cv.pdf", bytes: pdf };
    await expect(keepCv(referent, given, NOON, files)).rejects.toMatchObject({ code: "not_student" });
    const student = await addStudent();
    for (let n = 0; n < 20; n += 1) {
      await keepCv(student, { name: "x", bytes: new Uint8Array(1) }, NOON, files).catch(() => undefined);
    }
    await expect(keepCv(student, given, NOON, files)).rejects.toMatchObject({ code: "cv_too_often" });
  });
});

describe("a CV is read", () => {
  test("by its student and the people of the company, by nobody else, nor before it is sent", async () => {
    const school = await addSchool();
    const student = await addStudent({ schoolId: school.id, hasCv: false });
    await keepCv(student, { name: "cv.pdf", bytes: pdf }, NOON, files);
    const { offer, structure, referent } = await addHost();
    const id = await addApplication(student, offer);
    const colleague = await addPersonOf(structure.id, "colleague");
    const rival = (await addHost()).referent;
    const other = await addStudent();
    const reads = async (actor: Parameters<typeof findApplicationCv>[0], application = id) =>
      (await findApplicationCv(actor, application, NOON, files)) !== null;
    expect(await Promise.all([student, referent, colleague].map((actor) => reads(actor)))).toEqual([true, true, true]);
    expect(await Promise.all([rival, other, school.teacher].map((actor) => reads(actor)))).toEqual([
      false,
      false,
      false,
    ]);
    await db().internshipApplication.update({ where: { id }, data: { sharedWithId: school.id } });
    expect(await reads(school.teacher)).toBe(true);
    const draft = await addApplication(student, (await addHost({})).offer, { state: "draft" });
    expect(await reads(referent, draft)).toBe(false);
    expect(await reads(student, "../../etc/passwd")).toBe(false);
  });
});
