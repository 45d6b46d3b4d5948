import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import { writePdf } from "#lib/pdf/document";
import { MOST_CV_BYTES } from "./labels.ts";
import { cvRefusal, isPlainName } from "./rules.ts";

/** A file with these objects, whatever they are, between the marks of a PDF. */
function pdfOf(...objects: (string | Buffer)[]): Uint8Array {
  const parts = objects.map((object, at) =>
    Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object as string, "latin1"),
      Buffer.from("\nendobj\n"),
    ]),
  );
  return Buffer.concat([Buffer.from("%PDF-1.7\n"), ...parts, Buffer.from("startxref\n9\n%%EOF\n")]);
}

function streamOf(dictionary: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from("\nendstream"),
  ]);
}

/** Objects packed into a compressed stream, where a careless search does not see them. */
const packed = (text: string, extra = "/Type /ObjStm") =>
  streamOf(`${extra} /N 1 /First 4 /Filter /FlateDecode`, deflateSync(Buffer.from(`1 0 ${text}`)));

const HARMLESS = "<< /Type /Catalog /Pages 2 0 R >>";

describe("a CV", () => {
  test("is kept when it is made of pages: the portal's own paper, and any writer's", async () => {
    const letterhead = { name: "Club", tagline: "", mentions: [] };
    const blocks = [{ text: "JavaScript, Launch Control, fichiers joints" }];
    expect(await cvRefusal(await writePdf({ title: "Inès", day: "2026-12-01", letterhead, blocks }))).toBeNull();
    expect(await cvRefusal(pdfOf(HARMLESS, packed(HARMLESS)))).toBeNull();
    expect(await cvRefusal(pdfOf("<< /OpenAction [3 0 R /XYZ null null 0] >>"))).toBeNull();
  });

  test.each([
    ["nothing", new Uint8Array(), "cv_missing"],
    ["more than five megabytes", new Uint8Array(MOST_CV_BYTES + 1), "cv_too_large"],
    ["a picture called cv.pdf", Buffer.from([0x89, 0x50, 0x4e, 0x47]), "cv_not_pdf"],
    ["an archive called cv.pdf", Buffer.from("PK\u0003\u0004 %PDF-1.7 startxref %%EOF"), "cv_not_pdf"],
    ["a page of HTML that says it is one", Buffer.from("<html>%PDF-1.7 startxref %%EOF"), "cv_not_pdf"],
    ["half of a file", Buffer.from("%PDF-1.7\n1 0 obj\n<<>>"), "cv_damaged"],
    ["a stream without an end", pdfOf("<< /Length 9 >>\nstream\nabc"), "cv_damaged"],
    ["a file behind a password", pdfOf("<< /Encrypt 5 0 R >>"), "cv_locked"],
  ])("is refused when it is %s", async (_what, bytes, code) => {
    expect(await cvRefusal(bytes)).toBe(code);
  });

  test.each([
    ["code", "<< /S /JavaScript /JS (app.alert(1)) >>"],
    ["code under an escaped name", "<< /S /J#61vaScript /J#53 (x) >>"],
    ["a program to launch", "<< /S /Launch /F (cmd.exe) >>"],
    ["a file within", "<< /Names << /EmbeddedFiles 4 0 R >> >>"],
    ["a form that sends itself", "<< /S /SubmitForm >>"],
    ["a film", "<< /Subtype /RichMedia >>"],
  ])("is refused when it holds %s, in the open or packed away", async (_what, object) => {
    expect(await cvRefusal(pdfOf(HARMLESS, object))).toBe("cv_active");
    expect(await cvRefusal(pdfOf(HARMLESS, packed(object)))).toBe("cv_active");
    // Its type may be said elsewhere: its keys still tell.
    expect(await cvRefusal(pdfOf(HARMLESS, packed(object, "/Type 9 0 R")))).toBe("cv_active");
  });

  test("is refused when what holds objects cannot be read", async () => {
    const cut = deflateSync(Buffer.from("1 0 << /JS (x) >>")).subarray(0, 12);
    expect(await cvRefusal(pdfOf(streamOf("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", cut)))).toBe(
      "cv_damaged",
    );
    const other = streamOf("/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode", Buffer.from("x"));
    expect(await cvRefusal(pdfOf(other))).toBe("cv_damaged");
  });

  test("is refused when it unfolds without end, without being unfolded", async () => {
    const bomb = deflateSync(Buffer.alloc(120 * 1024 * 1024), { level: 9 });
    expect(bomb.length).toBeLessThan(MOST_CV_BYTES);
    expect(await cvRefusal(pdfOf(streamOf("/Filter /FlateDecode", bomb)))).toBe("cv_bomb");
    const twice = streamOf("/Filter [/FlateDecode /FlateDecode]", deflateSync(deflateSync(Buffer.from("x"))));
    expect(await cvRefusal(pdfOf(twice))).toBe("cv_bomb");
  });

  test("has a plain name", () => {
    expect(["cv.pdf", "CV d’Inès (2027).pdf"].every(isPlainName)).toBe(true);
    expect(["../cv.pdf", "a/b.pdf", "..\\x.pdf", "cv\u0000.pdf", "a\nb.pdf"].some(isPlainName)).toBe(false);
  });

  test("that carries code by pdfkit's own means is refused too", async () => {
    const doc = new PDFDocument();
    const pieces: Uint8Array[] = [];
    const isWritten = new Promise((resolve) => doc.on("end", resolve));
    doc.on("data", (piece: Uint8Array) => pieces.push(piece));
    doc.file(Buffer.from("joint"), { name: "joint.txt" });
    doc.text("CV").end();
    await isWritten;
    expect(await cvRefusal(Buffer.concat(pieces))).toBe("cv_active");
  });
});
