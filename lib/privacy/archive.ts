import { formatInstant } from "#lib/platform/dates";
import { escapeHtml } from "#lib/platform/html";
import type { OwnSection } from "./queries.ts";
import type { Value } from "./register/words.ts";

/** For machines: every section under its name, instants in ISO 8601. */
export function archiveAsJson(sections: OwnSection[], now: Date): string {
  const data = Object.fromEntries(sections.map(({ name, rows }) => [name, rows]));
  return JSON.stringify({ format: "tactic-my-data/1", writtenAt: now, ...data }, null, 2);
}

/** For people: one page that opens anywhere, without the portal and without a network. */
export function archiveAsHtml(sections: OwnSection[], now: Date): string {
  const filled = sections.filter(({ rows }) => rows.length > 0);
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mes données – TacTic</title>
<style>body{max-width:44rem;margin:2rem auto;padding:0 1rem;background:#faf6ee;color:#17181c;font:17px/1.5 Verdana,sans-serif}h2{border-top:2px solid #17181c;padding-top:.5rem}dl{border-bottom:1px solid #d1cdc4;padding-bottom:.5rem}dt{color:#4a4e57}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}</style></head>
<body><h1>Mes données</h1>
<p>Tout ce que le portail TacTic garde sur vous, le ${escapeHtml(formatInstant(now))}.</p>
${filled.map(sectionAsHtml).join("\n")}
</body></html>
`;
}

function sectionAsHtml({ title, labels, rows }: OwnSection): string {
  const lists = rows.map((row) => {
    const facts = Object.entries(labels).map(
      ([key, label]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(inWords(row[key] ?? null))}</dd>`,
    );
    return `<dl>${facts.join("")}</dl>`;
  });
  return `<section><h2>${escapeHtml(title)} (${rows.length})</h2>${lists.join("")}</section>`;
}

/** A value as people read it. */
export function inWords(value: Value): string {
  if (value === null) return "–";
  if (value instanceof Date) return formatInstant(value);
  if (typeof value === "boolean") return value ? "oui" : "non";
  return Array.isArray(value) ? value.join(", ") : String(value);
}
