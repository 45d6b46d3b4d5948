import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type CardSubject, writeCard } from "./vcard.ts";

const kernel: CardSubject = {
  slug: "kernel",
  name: "Kernel; édition, revente",
  summary: "Éditeur et revendeur.\nAuthentification \\ accès.",
  logoKey: null,
  website: "https://kernel.example/a b?x=%C3%A9",
  email: "contact@kernel.example",
  phone: "03 53 01 00 00",
  address: "1, rue d’Arras",
  city: "Lens",
  postalCode: "62300",
  skills: [{ label: "Réseaux, Wi-Fi" }, { label: "Sauvegarde" }],
};

/** RFC 6350 unfolding, then one property a line. */
function properties(card: string): string[] {
  return card.replace(/\r\n /g, "").split("\r\n");
}

test("a card holds what the page shows, each text escaped", () => {
  expect(properties(writeCard(kernel))).toEqual(
    expect.arrayContaining([
      "VERSION:4.0",
      "KIND:org",
      "FN:Kernel; édition\\, revente",
      "ORG:Kernel\\; édition\\, revente",
      "ADR;TYPE=work:;;1\\, rue d’Arras;Lens;;62300;France",
      "TEL;TYPE=work:03 53 01 00 00",
      "EMAIL;TYPE=work:contact@kernel.example",
      "URL;TYPE=work:https://kernel.example/a%20b?x=%C3%A9",
      "NOTE:Éditeur et revendeur.\\nAuthentification \\\\ accès.",
      "CATEGORIES:Réseaux\\, Wi-Fi,Sauvegarde",
    ]),
  );
});

test("another reader finds the same in it", () => {
  const card = ICAL.Component.fromString(writeCard(kernel));
  expect(card.getFirstPropertyValue("fn")).toBe(kernel.name);
  expect(card.getFirstPropertyValue("note")).toBe(kernel.summary);
});

test("unknown facts are left out", () => {
  const nothing = {
    website: null,
    email: null,
    phone: null,
    address: null,
    city: null,
    postalCode: null,
    summary: "",
    skills: [],
  };
  const names = properties(writeCard({ ...kernel, ...nothing })).map((line) => line.split(/[:;]/)[0]);
  expect(names).toEqual(["BEGIN", "VERSION", "KIND", "FN", "ORG", "URL", "SOURCE", "END", ""]);
});

test("lines have 75 octets at most, cut between characters, ended by CRLF", () => {
  const card = writeCard({ ...kernel, summary: "éœ🙂".repeat(80) });
  expect(card.split("\r\n").filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(card).not.toMatch(/[^\r]\n|\ufffd/);
  expect(properties(card)).toContain(`NOTE:${"éœ🙂".repeat(80)}`);
});

test("no fact can bring a property of its own", () => {
  const card = writeCard({ ...kernel, name: "x\r\nTEL:1", phone: "1\rTEL:2", website: "https://x.example\r\nTEL:3" });
  expect(properties(card).filter((line) => line.startsWith("TEL"))).toEqual(["TEL;TYPE=work:1\\nTEL:2"]);
});
