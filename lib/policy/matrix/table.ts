import { DOORS, EXPECTED } from "../matrix.ts";
import { type Demand, ROLES, type Role } from "./words.ts";

/** The permission table as a page of the documentation: who may do what, and which door asks for what. */
export function authorizationTable(): string {
  return `# Authorization

Written by \`npm run docs:authorization\` from \`lib/policy/matrix/\`; a test fails when it is stale. What a role may do
to at least one subject is ticked; to which ones, \`lib/policy/<domain>.ts\` says.

${EXPECTED.length} intentions × ${ROLES.length} roles. Nothing else is allowed to anybody. Commands of the operator act as \`system\`.

## Who may do what

${table(
  ["subject", "intention", ...ROLES],
  [...EXPECTED]
    .sort((a, b) => a.subject.localeCompare(b.subject, "en") || a.intention.localeCompare(b.intention, "en"))
    .map(({ subject, intention, roles }) => [subject, intention, ...ROLES.map((role) => tick(roles, role))]),
)}

## What each door asks

Every query, command, action and route of the portal.

${table(
  ["door", "asks"],
  Object.entries(DOORS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([door, demand]) => [`\`${door}\``, inWords(demand)]),
)}
`;
}

function tick(roles: readonly Role[], role: Role): string {
  return roles.includes(role) ? "✓" : "";
}

function inWords(demand: Demand): string {
  return "everybody" in demand ? `nothing: ${demand.everybody}` : `${demand.intention} ${demand.subject}`;
}

/** Cells as wide as their column: the file reads as a table before it is rendered as one. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, at) => Math.max(3, title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
