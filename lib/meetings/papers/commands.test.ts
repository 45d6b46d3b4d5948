import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { fileKindOf } from "#lib/platform/file-kinds";
import { storage } from "#lib/platform/storage";
import { visitor } from "#lib/policy/actor";
import { removeOwnCommissions } from "../../../test/own-commissions.ts";
import { addMeeting, CALLED_ON as now } from "../../../test/own-meetings.ts";
import { removeItem } from "../agenda/commands.ts";
import { findMeetingSheet } from "../agenda/queries.ts";
import { addPaper, removePaper } from "./commands.ts";
import { findPaper } from "./queries.ts";

const folder = mkdtempSync(join(tmpdir(), "papers-"));
const files = storage({ DATA_DIR: folder });
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await removeOwnCommissions();
});

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const PDF = bytes("%PDF-1.7 un document");
const zipped = (name: string, rest = "") => bytes(`PK\x03\x04${"\0".repeat(26)}${name}${rest}`);

describe("what a file is", () => {
  test.each([
    ["a PDF", PDF, "pdf"],
    ["a Word document", zipped("[Content_Types].xml", "word/document.xml"), "docx"],
    ["an OpenDocument text", zipped("mimetype", "application/vnd.oasis.opendocument.textPK"), "odt"],
    ["a PNG", bytes("\x89PNG\r\n\x1a\n"), "png"],
    ["a workbook with macros", zipped("[Content_Types].xml", "xl/workbook.xml xl/vbaProject.bin"), undefined],
    ["an archive", zipped("photos/plage.jpg"), undefined],
    ["a page", bytes("<html><script>alert(1)</script>"), undefined],
    ["nothing", bytes(""), undefined],
  ])("%s", (_name, file, ending) => {
    expect(fileKindOf(file)?.ending).toBe(ending);
  });
});

describe("papers", () => {
  test("are attached by whoever runs the meeting, opened by those called, and go for good", async () => {
    const { lead, first, meetingId, slug } = await addMeeting();
    const { id: agendaItemId } = await db().agendaItem.create({
      data: { meetingId, position: 1, title: "Un", durationMinutes: 10 },
      select: { id: true },
    });
    const paper = { meetingId, agendaItemId, name: "..\\Devis\u0000 été/2034.exe", bytes: PDF };
    await expect(addPaper(first.actor, paper, now, files)).rejects.toMatchObject({ code: "forbidden" });
    await addPaper(lead.actor, paper, now, files);
    const [shown] = (await findMeetingSheet(first.actor, slug, now))?.items[0]?.papers ?? [];
    expect(shown?.name).toBe("2034.pdf");
    expect(await findPaper(first.actor, shown?.id ?? "", now)).toMatchObject({ mediaType: "application/pdf" });
    expect(await findPaper(visitor, shown?.id ?? "", now)).toBeNull();
    expect(await findPaper(first.actor, "not-an-id", now)).toBeNull();
    await removeItem(lead.actor, { itemId: agendaItemId }, now);
    expect((await findMeetingSheet(first.actor, slug, now))?.papers).toHaveLength(1);
    await expect(removePaper(first.actor, { paperId: shown?.id ?? "" }, now, files)).rejects.toMatchObject({
      code: "forbidden",
    });
    await removePaper(lead.actor, { paperId: shown?.id ?? "" }, now, files);
    expect(await findPaper(first.actor, shown?.id ?? "", now)).toBeNull();
    expect(readdirSync(join(folder, "files", "papers"))).toEqual([]);
  });

  test("of another kind than they say, too large or too many leave nothing behind", async () => {
    const { lead, meetingId } = await addMeeting();
    const add = (some: Uint8Array<ArrayBuffer>, name = "plan.pdf") =>
      addPaper(lead.actor, { meetingId, name, bytes: some }, now, files);
    await expect(add(bytes("MZ, un programme"))).rejects.toMatchObject({ field: "paper" });
    const large = new Uint8Array(5 * 1024 * 1024 + 1);
    large.set(PDF);
    await expect(add(large)).rejects.toMatchObject({ field: "paper" });
    const results = await Promise.allSettled(Array.from({ length: 22 }, () => add(PDF)));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(2);
    expect(readdirSync(join(folder, "files", "papers"))).toHaveLength(20);
  });
});
