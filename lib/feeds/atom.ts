import { isoInstant } from "#lib/platform/dates";
import { absolute } from "#lib/platform/paths";
import { escapeXml } from "./xml.ts";

export interface AtomFeed {
  title: string;
  /** Path of the feed itself, which is also what it is known by. */
  self: string;
  /** Path of the page that shows the same. */
  page: string;
  entries: AtomEntry[];
}

export interface AtomEntry {
  /** UUID: an entry keeps it when its title and its address change. */
  id: string;
  title: string;
  path: string;
  published: Date;
  updated: Date;
  summary: string;
  category?: { term: string; label: string } | null;
}

/** A feed that readers follow (RFC 4287). Its author is the club; entries carry plain text only. */
export function writeAtom({ title, self, page, entries }: AtomFeed): string {
  // The format demands a date of a feed without entries too.
  const latest = new Date(Math.max(0, ...entries.map((entry) => entry.updated.getTime())));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    element("id", absolute(self)),
    element("title", title),
    element("updated", isoInstant(latest)),
    `<author>${element("name", "TacTic")}</author>`,
    link("self", self, "application/atom+xml"),
    link("alternate", page, "text/html"),
    ...entries.map(entryOf),
    "</feed>",
    "",
  ].join("\n");
}

function entryOf(entry: AtomEntry): string {
  const { category } = entry;
  return [
    "<entry>",
    element("id", `urn:uuid:${entry.id}`),
    element("title", entry.title),
    element("published", isoInstant(entry.published)),
    element("updated", isoInstant(entry.updated)),
    link("alternate", entry.path, "text/html"),
    ...(category ? [`<category term="${escapeXml(category.term)}" label="${escapeXml(category.label)}"/>`] : []),
    element("summary", entry.summary),
    "</entry>",
  ].join("\n");
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function link(rel: string, path: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${escapeXml(absolute(path))}"/>`;
}
