import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { describe, expect, test } from "vitest";
import { writePdf } from "./document.ts";
import { letterheadOf } from "./letterhead.ts";

const club = {
  name: "TacTic",
  tagline: "Le club informatique de l’Artois",
  seat: null,
  rna: null,
  siret: null,
  contactEmail: null,
};

async function read(blocks: Parameters<typeof writePdf>[0]["blocks"], title = "Appel à cotisation 2026") {
  const bytes = await writePdf({
    title,
    reference: "COT-2026-0001",
    day: "2026-10-08",
    letterhead: letterheadOf(club),
    addressee: ["Nœux Réseaux", "12 rue du Beffroi", "62290 Nœux-les-Mines"],
    blocks,
  });
  const source = Buffer.from(bytes).toString("latin1");
  const pdf = await getDocumentProxy(bytes);
  const { text } = await extractText(pdf, { mergePages: true });
  return { pdf, text: text.replace(/\s+/g, " "), source };
}

/** The tags of a page, in reading order. */
async function tagsOf(pdf: Awaited<ReturnType<typeof read>>["pdf"], page = 1): Promise<string[]> {
  const roles = (node: object): string[] => {
    const role = "role" in node && typeof node.role === "string" ? [node.role] : [];
    const children = "children" in node && Array.isArray(node.children) ? node.children : [];
    return [...role, ...children.flatMap((child) => (typeof child === "object" && child ? roles(child) : []))];
  };
  return roles((await (await pdf.getPage(page)).getStructTree()) ?? {});
}

describe("a document of the club", () => {
  test("says in text all that it shows, French signs included", async () => {
    const { text } = await read([
      { text: "Voici votre cotisation\u202f: merci «\u202fd’avance\u202f»." },
      { facts: [{ term: "Échéance", value: "7 novembre 2026" }] },
      { total: { label: "À régler", value: "1\u202f200,50\u00a0€" } },
      { list: ["par virement", "par chèque"] },
    ]);
    for (const words of [
      "Appel à cotisation 2026",
      "COT-2026-0001",
      "Nœux-les-Mines",
      "8 octobre 2026",
      "merci « d’avance »",
      "Échéance 7 novembre 2026",
      "1 200,50 €",
      "par chèque",
      "Siège : À compléter",
      "page 1 sur 1",
    ]) {
      expect(text).toContain(words);
    }
  });

  test("is tagged, in French, and bears its title, as PDF/UA wants", async () => {
    const { pdf, source } = await read([
      { heading: "Détail" },
      { list: ["un"] },
      { facts: [{ term: "a", value: "b" }] },
      { table: { columns: ["Date", "Montant"], rows: [["8 octobre", "12\u00a0€"]], numeric: [1] } },
    ]);
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const { info } = await getMeta(pdf);
    expect(info).toMatchObject({ Title: "Appel à cotisation 2026", Author: "TacTic", Language: "fr-FR" });
    expect(source).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(source).toMatch(/\/DisplayDocTitle true/);
    expect(await tagsOf(pdf)).toEqual(
      ["Root", "Document", "P", "Span", "P", "P", "H1", "P", "H2", "L", "LI", "Lbl", "LBody"].concat([
        "Table",
        "TR",
        "TH",
        "TD",
        "Table",
        "TR",
        "TH",
        "TH",
        "TR",
        "TD",
        "TD",
      ]),
    );
  });

  test("goes on over as many pages as it needs, none of them empty, each with its number", async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [`ligne ${index + 1}`, `${index}\u00a0€`]);
    const { pdf, text } = await read([{ table: { columns: ["Quoi", "Combien"], rows, numeric: [1] } }]);
    expect(pdf.numPages).toBe(4);
    expect(text).toContain("page 4 sur 4");
    expect(text).toContain("ligne 90");
    for (const page of [1, 2, 3, 4]) expect(await tagsOf(pdf, page)).toContain("TR");
  });

  test("keeps the letter of a foreign accent, and never draws an empty box", async () => {
    const { text } = await read([{ text: "Škoda, Łódź, 你" }]);
    expect(text).toContain("Skoda, ?ódz, ?");
  });
});
