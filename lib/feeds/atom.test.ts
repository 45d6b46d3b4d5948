import { expect, test } from "vitest";
import { type AtomEntry, writeAtom } from "./atom.ts";

const entry: AtomEntry = {
  id: "01990000-0000-7000-8000-000000000001",
  title: "Fibre & <cuivre>",
  path: "/actualites/fibre?a=1&b=2",
  published: new Date("2027-01-01T08:00:00Z"),
  updated: new Date("2027-07-01T08:00:00Z"),
  summary: 'Un "chapeau"\u0000\u0008\u001f ]]> \ud800 fin',
  category: { term: "gestion", label: "Monde de la gestion" },
};
const feed = { title: "TacTic, actualités", self: "/actualites.atom", page: "/actualites", entries: [entry] };

test("a text can be neither markup nor a character that XML refuses", () => {
  const xml = writeAtom(feed);
  expect(xml).toContain("<title>Fibre &amp; &lt;cuivre&gt;</title>");
  expect(xml).toContain("<summary>Un &quot;chapeau&quot; ]]&gt; \ufffd fin</summary>");
  expect(xml).toMatch(/href="http[^"]*\/actualites\/fibre\?a=1&amp;b=2"/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is asked
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
});

test("an entry keeps its id when its title and its address change", () => {
  const id = "<id>urn:uuid:01990000-0000-7000-8000-000000000001</id>";
  expect(writeAtom(feed)).toContain(id);
  expect(writeAtom({ ...feed, entries: [{ ...entry, title: "x", path: "/actualites/x" }] })).toContain(id);
});

test("dates carry the offset of the day, and the feed that of its latest change", () => {
  const xml = writeAtom({ ...feed, entries: [{ ...entry, updated: entry.published }, entry] });
  expect(xml).toContain("<published>2027-01-01T09:00:00+01:00</published>");
  expect(xml.indexOf("<updated>2027-07-01T10:00:00+02:00</updated>")).toBeLessThan(xml.indexOf("<entry>"));
});

test("a feed without entries is a feed all the same", () => {
  expect(writeAtom({ ...feed, entries: [] })).toContain("<updated>1970-01-01T01:00:00+01:00</updated>");
});
