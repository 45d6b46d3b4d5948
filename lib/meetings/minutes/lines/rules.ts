import { type Day, formatDay } from "#lib/platform/dates";
import { fold } from "#lib/platform/slug";
import { type Block, escapeText, plainOf } from "../text/rules.ts";

/** Somebody an action can be given to, under each name they may be called by. */
export interface Nameable {
  id: string;
  names: string[];
}

interface Under {
  /** The heading it stands under, folded; null: none. */
  under: string | null;
}

export type DecidedLine = Under & { verb: "decided"; title: string; text: string; isPublic: boolean };
/** `dueOn` null: no day was said. */
export type TodoLine = Under & { verb: "todo"; text: string; ownerId: string; dueOn: Day | null };
export type ReviewLine = Under & { verb: "review"; text: string };
export type Line = DecidedLine | TodoLine | ReviewLine;

/** A line that cannot become a row, with what to do about it. */
export interface LineProblem {
  line: string;
  why: string;
}

/** More lines than any meeting settles. */
const MOST_LINES = 100;
const LONGEST_TITLE = 150;

/** The lines of the three verbs, and those of them that say too little. `day` is the meeting's. */
export function readLines(blocks: Block[], people: Nameable[], day: Day): { lines: Line[]; problems: LineProblem[] } {
  const lines: Line[] = [];
  const problems: LineProblem[] = [];
  for (const { verb, isPublic, text, under } of verbsOf(blocks)) {
    const read = lineOf(verb, text, people, day);
    if (typeof read === "string") problems.push({ line: `${WORDS[verb]}\u202f: ${text}`, why: read });
    else lines.push(read.verb === "decided" ? { ...read, isPublic, under } : { ...read, under });
  }
  if (lines.length > MOST_LINES)
    problems.push({ line: "", why: `${MOST_LINES} décisions, actions et points au plus.` });
  return { lines, problems };
}

/** As the lines begin. */
const WORDS = { decided: "décidé", todo: "à faire", review: "à revoir" } as const;

/** A line as somebody would type it: what is carried over from one meeting to the next. */
export function writeTodo({ text, owner, dueOn }: { text: string; owner: string; dueOn: Day }): string {
  return `${WORDS.todo}\u202f: ${escapeText(text)} @${escapeText(owner)} avant le ${dayInWords(dueOn)}`;
}

/** A topic to come back to, as somebody would type it. */
export function writeReview(text: string): string {
  return `${WORDS.review}\u202f: ${escapeText(text)}`;
}

/** A heading without its number, folded: how a section is known to be that of an item of the agenda. */
export function headingKey(text: string): string {
  return fold(text)
    .replace(/^\s*\d+\s*[.)–-]\s*/, "")
    .replace(/\s+/g, " ")
    .trim();
}

interface FoundVerb {
  verb: "decided" | "todo" | "review";
  isPublic: boolean;
  text: string;
  under: string | null;
}

function verbsOf(blocks: Block[]): FoundVerb[] {
  const found: FoundVerb[] = [];
  let under: string | null = null;
  const walk = (some: Block[]) => {
    for (const block of some) {
      if (block.kind === "heading") under = headingKey(plainOf(block.content));
      else if (block.kind === "list") block.items.forEach(walk);
      else if (block.kind === "quote") walk(block.blocks);
      else if (block.kind === "verb") {
        const text = plainOf(block.content).replace(/\s+/g, " ").trim();
        found.push({ verb: block.verb, isPublic: block.isPublic, text, under });
      }
    }
  };
  walk(blocks);
  return found;
}

type Bare = Omit<DecidedLine, "under" | "isPublic"> | Omit<TodoLine, "under"> | Omit<ReviewLine, "under">;

/** The line, or what is wrong with it. */
function lineOf(verb: FoundVerb["verb"], text: string, people: Nameable[], day: Day): Bare | string {
  if (text === "") return "Cette ligne ne dit rien\u202f: complétez-la ou retirez-la.";
  if (verb === "decided") return { verb, title: titleOf(text), text };
  if (verb === "review") return { verb, text };
  const due = dueIn(text, day);
  if (typeof due === "string") return due;
  const owner = ownerIn(due.rest, people);
  if (typeof owner === "string") return owner;
  const said = trimmed(owner.rest);
  if (said === "") return "Dites ce qui est à faire.";
  return { verb, text: said, ownerId: owner.id, dueOn: due.dueOn };
}

/** The first sentence, without its point. */
function titleOf(text: string): string {
  const first = /^.*?[.!?](?=\s|$)/u.exec(text)?.[0] ?? text;
  const title = first.replace(/\.$/, "");
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}

const MONTHS = [
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
];
const DUE =
  /(?:^|[\s,;(])avant\s+le\s+((\d{4})-(\d{2})-(\d{2})|(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?|(1er|\d{1,2})\s+(\p{L}+)(?:\s+(\d{4}))?)(?![\p{L}\d/-])/iu;

function dueIn(text: string, day: Day): { dueOn: Day | null; rest: string } | string {
  const found = DUE.exec(text);
  if (!found) return { dueOn: null, rest: text };
  const [whole, typed = "", isoYear, isoMonth, isoDay, shortDay, shortMonth, shortYear, longDay, longMonth, longYear] =
    found;
  const month = longMonth ? MONTHS.indexOf(fold(longMonth)) + 1 : Number(isoMonth ?? shortMonth);
  // "avant le 3 du mois", "avant le 10 du prochain": no day that a calendar has, words like others.
  if (longMonth && month === 0) return { dueOn: null, rest: text };
  const number = longDay === undefined ? Number(isoDay ?? shortDay) : Number.parseInt(longDay, 10);
  const year = isoYear ?? shortYear ?? longYear;
  const dueOn = year ? dayAt(Number(year), month, number) : nextDay(month, number, day);
  if (!dueOn) return `Le ${typed} n’existe pas.`;
  if (dueOn < day) return `Le ${typed} est avant la réunion.`;
  return { dueOn, rest: joined(text.slice(0, found.index), text.slice(found.index + whole.length)) };
}

/** The first such day from `from` on: a year at most, eight for a 29 February. */
function nextDay(month: number, number: number, from: Day): Day | null {
  const year = Number(from.slice(0, 4));
  for (let later = 0; later <= 8; later += 1) {
    const found = dayAt(year + later, month, number);
    if (found && found >= from) return found;
  }
  return null;
}

function dayAt(year: number, month: number, number: number): Day | null {
  const pad = (value: number) => String(value).padStart(2, "0");
  const written = `${year}-${pad(month)}-${pad(number)}`;
  const read = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : null;
}

/** The longest name known that follows the sign, and what is said besides. */
function ownerIn(text: string, people: Nameable[]): { id: string; rest: string } | string {
  const signs = [...text.matchAll(/(?<=^|[\s(,;])@/gu)].map(({ index }) => index);
  const [at, ...others] = signs;
  if (at === undefined) return "Dites qui s’en charge\u202f: @ suivi d’un nom.";
  if (others.length > 0) return "Une seule personne par action\u202f: écrivez une ligne pour chacune.";
  const words = [...text.slice(at + 1).matchAll(/\S+/gu)];
  const longest = Math.max(1, ...people.flatMap(({ names }) => names.map((name) => name.split(" ").length)));
  for (let many = Math.min(longest, words.length); many > 0; many -= 1) {
    const [first, last] = [words[0], words[many - 1]];
    if (!first || !last) break;
    const typed = text.slice(at + 1 + first.index, at + 1 + last.index + last[0].length);
    const name = typed.replace(/[.,;:!?)]+$/u, "");
    const named = people.filter(({ names }) => names.some((known) => fold(known) === fold(name.replace(/\s+/g, " "))));
    if (named.length > 1)
      return `Plusieurs personnes s’appellent «\u202f${name}\u202f»\u202f: écrivez leur nom en entier, ou leur adresse e-mail.`;
    const [one] = named;
    if (one) {
      return { id: one.id, rest: joined(text.slice(0, at), text.slice(at + 1 + first.index + name.length)) };
    }
  }
  return `Personne, parmi les convoqués et les présents, ne s’appelle «\u202f${words[0]?.[0] ?? ""}\u202f».`;
}

/** What stood on both sides of what was taken out. */
function joined(before: string, after: string): string {
  return /^\s*[,.;)]/.test(after) ? `${before.trimEnd()}${after.trimStart()}` : `${before} ${after}`;
}

function trimmed(text: string): string {
  return text.replace(/\s+/g, " ").replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, "");
}

/** "12 janvier 2027", as French writes it inside a sentence. */
function dayInWords(day: Day): string {
  return formatDay(day).split(" ").slice(1).join(" ").replaceAll("\u00a0", " ");
}
