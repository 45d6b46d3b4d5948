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
    ["an attachment under another type", "<< /Type /Filespec /F (x) /EF << /F 9 0 R >> >>"],
    ["an attachment on a page", "<< /Subtype /FileAttachment /FS 9 0 R >>"],
    ["a way to another file", "<< /S /GoToR /F (\\\\\\\\host\\\\x.pdf) >>"],
    ["a scene with a script", "<< /Subtype /3D /3DD 9 0 R >>"],
    ["an address opened by itself", "<< /OpenAction << /S /URI /URI (https://x.example) >> >>"],
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

  test("is kept as writers of documents make them", async () => {
    const page = deflateSync(Buffer.from("BT /F1 12 Tf (HTML/CSS et JavaScript) Tj ET"));
    const raw = (dictionary: string, line = "\n") =>
      Buffer.concat([Buffer.from(`${dictionary}stream${line}`), page, Buffer.from(`${line}endstream`)]);
    const shapes: Record<string, (string | Buffer)[]> = {
      libreOffice: [
        raw("<</Length 2 0 R/Filter/FlateDecode>>\n"),
        String(page.length),
        "<</Creator<FEFF0057>\n/Producer<FEFF004C>>>",
        packed("<< /Type /Font /FirstChar 0 /Widths [500] >>"),
        packed("1 0 2 5", "/Type /XRef /W [1 2 1] /Index [0 9] /Size 9 /Root 1 0 R /Info 3 0 R"),
      ],
      word: [
        "<</Type/Catalog/Pages 2 0 R/Lang(fr)/StructTreeRoot 9 0 R/MarkInfo<</Marked true>>>>\r",
        raw("<</Filter/FlateDecode/Length 44>>\r\n", "\r\n"),
        raw("<</Type/XObject/Subtype/Image/Filter/DCTDecode/Length 44>>\r\n", "\r\n"),
      ],
      browser: [
        "<</Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Chrome (un) obj)\n/Title (CV C#/JS)\n/Producer (Skia/PDF m153 % stream)>>",
        raw("<</Filter /FlateDecode\n/Length 44>> "),
      ],
      firefox: [raw("<< /Length 2 0 R\n   /Filter /FlateDecode\n>>\n"), "   44"],
      pdfTex: [raw("<<\n/Length 44        \n/Filter /FlateDecode\n>>\n"), packed(HARMLESS)],
      reportLab: [raw("<<\n/Filter [ /ASCII85Decode /FlateDecode ] /Length 44\n>>\n")],
      pdfSharp: [raw("<< /Filter [/FlateDecode /DCTDecode] /Subtype /Image >>\n")],
      metadata: ["<< /Type /Metadata /Length 5 >>\nstream\n<x:xmpmeta>an object stream</x:xmpmeta>\nendstream"],
    };
    for (const [writer, objects] of Object.entries(shapes)) {
      expect([writer, await cvRefusal(pdfOf(HARMLESS, ...objects))]).toEqual([writer, null]);
    }
  });

  describe("that hides code where a reader still finds it is refused:", () => {
    const code = deflateSync(Buffer.from("1 0 << /S /JavaScript /JS (app.alert(1)) >>"));
    const dictionary = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode";
    const hiding = (before: string, after = "\nendstream") =>
      Buffer.concat([Buffer.from(before), code, Buffer.from(after)]);
    test.each([
      ["behind a comment before the stream", hiding(`<< ${dictionary} >> % here\nstream\n`)],
      ["behind a filter named elsewhere", hiding("<< /Type /ObjStm /N 1 /First 4 /Filter[5 0 R] >>\nstream\n")],
      ["behind a filter said twice", hiding(`<< ${dictionary} /Filter /DCTDecode >>\nstream\n`)],
      ["behind an escaped filter", hiding("<< /N 1 /First 4 /#46ilter [ 5 0 R ] >>\nstream\n")],
      ["behind a text that says obj", hiding(`<< ${dictionary} /X(obj)>>\nstream\n`)],
      ["behind a comment that says obj", hiding(`<< ${dictionary} % 1 0 obj\n>>\nstream\n`)],
      ["behind a word that only begins like stream", hiding(`<< ${dictionary} >>\nstream x\n`)],
      ["behind two filters", hiding("<< /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n")],
      ["within a text", hiding(`<< /Title (7 0 obj << ${dictionary} >>\nstream\n`, "\nendstream endobj) >>")],
      ["within a comment", hiding(`<< >> %7 0 obj << ${dictionary} >>stream\n`)],
      ["within another stream", "<< /Length 99 >>\nstream\n7 0 obj << /S /JavaScript /JS (x) >> endobj\nendstream"],
      [
        "after a stream that seems to end",
        hiding(`<< /Length 999 >>\nstream\nendstream endobj (\n7 0 obj << ${dictionary} >>\nstream\n`, "\nendstream)"),
      ],
    ])("%s", async (_where, object) => {
      expect(await cvRefusal(pdfOf(HARMLESS, object))).toMatch(/^cv_(active|damaged)$/);
    });
  });

  test.each([
    ["streams without an object", ">>stream\nendstream"],
    ["empty streams", "1 0 obj<<>>stream\nendstream "],
    ["objects without an end", "1 0 obj<<"],
    ["words that look like one", "1 obj [ obj % ( "],
    ["brackets", "<(/[%"],
    ["ends without a beginning", "1 0 obj<</N>>stream\nendstream(1 0 obj<<"],
  ])("of five megabytes of %s is judged at once", async (_what, piece) => {
    const middle = piece.repeat(Math.floor((MOST_CV_BYTES - 64) / piece.length));
    const begun = performance.now();
    await cvRefusal(Buffer.from(`%PDF-1.7\n${middle}\nstartxref\n9\n%%EOF\n`));
    expect(performance.now() - begun).toBeLessThan(5_000);
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
