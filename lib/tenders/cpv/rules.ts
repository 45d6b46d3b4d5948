import type { Concepts } from "#lib/search/concepts";
import { understand } from "#lib/search/understanding";
import known from "./cpv.json" with { type: "json" };

/**
 * The common procurement vocabulary (CPV, regulation EC 213/2008), as far as the club's trades go: eight
 * digits, each deeper level fills one more; trailing zeros say that a level is not used.
 */
const KNOWN = new Map(known.map(({ code, label, skills }) => [code, { label, skills }]));

/** A code as people type and notices write it, "72413000-8" or "72 41 30 00": eight digits, or null. */
export function cpvOf(typed: string): string | null {
  const code = /^(\d{8})(?:-?\d)?$/.exec(typed.replace(/[\s.]/g, ""))?.[1];
  return code && !code.startsWith("00") ? code : null;
}

/** The codes named in a text, whatever stands between them, and what in it is no code. */
export function cpvCodesIn(typed: string): { codes: string[]; wrong: string[] } {
  const pieces = typed.split(/[,;\n]|\s+(?=\d{8})/).flatMap((piece) => piece.trim() || []);
  return {
    codes: [...new Set(pieces.flatMap((piece) => cpvOf(piece) ?? []))],
    wrong: pieces.filter((piece) => cpvOf(piece) === null),
  };
}

/** The part of a code that says something: "72413000" is under "7241", "724" and "72". */
function cpvPrefix(code: string): string {
  return code.slice(0, 2) + code.slice(2).replace(/0+$/, "");
}

/** "72413000 Conception de sites web", with the label of the nearest level that has one. */
export function cpvInWords(code: string): string {
  const label = ancestors(code).find((known) => known.label)?.label;
  return label ? `${code} ${label}` : code;
}

/** The skills that a code asks for, by its nearest level that names any. */
export function skillsOfCpv(code: string): string[] {
  return ancestors(code).find(({ skills }) => skills.length > 0)?.skills ?? [];
}

/** Of what is heard in a title, how near the best an alternative must be to be asked for too. */
const NEAR = 0.9;

/** The skills that a lot asks for when nobody said so: those its title names, else those of its codes. */
export function skillsAskedBy(
  { title, cpvCodes }: { title: string; cpvCodes: string[] },
  concepts: Concepts,
): string[] {
  const heard = understand(concepts, title).wishes.flatMap(({ skills }) => skills.filter(({ share }) => share >= NEAR));
  const keys = heard.length > 0 ? heard.map(({ key }) => key) : cpvCodes.flatMap(skillsOfCpv);
  return [...new Set(keys)].slice(0, MOST_ASKED);
}

const MOST_ASKED = 5;

/** The divisions of which a filter offers the choice, with what each covers. */
export const CPV_FILTERS = [
  { prefix: "30", label: "Matériel informatique" },
  { prefix: "32", label: "Réseaux et télécommunications" },
  { prefix: "48", label: "Logiciels" },
  { prefix: "50", label: "Maintenance" },
  { prefix: "72", label: "Services informatiques" },
  { prefix: "79", label: "Communication et conseil" },
  { prefix: "80", label: "Formation" },
] as const;

/** What of the vocabulary is the club's business: by these beginnings a notice is taken or left. */
const TRADES =
  /^(302|3012|322|324|325|32323|3512|3571|42961|4531432|48|503|5045|513|516|642|72|7934|79413|79416|79417|798225|8042|80533|92111)/;

/**
 * Whether a notice with this code is the club's business: of the trades, or one of two general codes that buyers
 * use for them.
 */
export function isOfTheTrade(code: string): boolean {
  return TRADES.test(code) || code === "30000000" || code === "32000000";
}

function ancestors(code: string): { label: string; skills: string[] }[] {
  const prefix = cpvPrefix(code);
  const levels = Array.from({ length: prefix.length - 1 }, (_, index) => prefix.slice(0, prefix.length - index));
  return levels.flatMap((level) => KNOWN.get(level.padEnd(8, "0")) ?? []);
}
