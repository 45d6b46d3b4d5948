import { of } from "#lib/platform/french";
import type { Concepts } from "#lib/search/concepts";
import type { Understanding } from "#lib/search/understanding";
import { plain } from "#lib/search/words";
import type { RankedMember } from "./queries.ts";

/** The words of the text worth finding in members' own words, the most telling first. */
export function wordsToFind(concepts: Concepts, { wishes, unknown }: Understanding, text: string) {
  const written = new Set(plain(text).match(/[a-z0-9]{3,}/g) ?? []);
  const telling = [...new Set(wishes.flatMap(({ skills }) => skills.slice(0, 2).flatMap(({ words }) => words)))];
  return [
    ...telling.map((word) => ({ word, mass: concepts.massOf(word) })),
    ...unknown.map((word) => ({ word, mass: 5 })),
  ]
    .filter(({ word, mass }) => written.has(word) && mass > 1.5)
    .sort((a, b) => b.mass - a.mass)
    .slice(0, 12);
}

/** Of the best, what another must score to be put forward. */
const WORTH = 0.28;

/** The first `most`, in order, with at least one for each wish that anybody answers. */
export function chosenAmong(rows: RankedMember[], wishes: number, most: number): RankedMember[] {
  const best = rows[0]?.score ?? 0;
  const chosen = rows.slice(0, 1);
  for (let wish = 0; wish < wishes; wish += 1) {
    const answering = rows
      .filter((row) => (row.wishes[wish] ?? 0) > 0.3)
      .sort((a, b) => (b.wishes[wish] ?? 0) - (a.wishes[wish] ?? 0));
    const [first] = answering;
    if (first && !chosen.some((row) => (row.wishes[wish] ?? 0) >= 0.9 * (first.wishes[wish] ?? 0))) chosen.push(first);
  }
  const rest = rows.filter((row) => !chosen.includes(row) && row.score >= WORTH * best);
  return [...chosen, ...rest].slice(0, most);
}

/** What a member must answer of a wish to be said to cover it. */
const COVERS = 0.45;

/** The two who share what is asked, by name, when no single member covers both wishes. */
export function pairOf(rows: RankedMember[], wishes: number): [string, string] | null {
  const covers = (row: RankedMember, wish: number) => (row.wishes[wish] ?? 0) >= COVERS;
  if (wishes < 2 || rows.some((row) => covers(row, 0) && covers(row, 1))) return null;
  const [one, two] = [0, 1].map((wish) => rows.find((row) => covers(row, wish)));
  return one && two ? [one.name, two.name] : null;
}

/** Why this member: what it can do of what is asked, the buyer's own words that it uses, how far it is. */
export function reasonsOf({ topics, words, km, commune }: RankedMember, from: string | null, text: string): string[] {
  const reasons: string[] = [];
  const wishes = new Set<number>();
  for (const topic of topics) {
    if (wishes.has(topic.wish)) continue;
    wishes.add(topic.wish);
    const said = topic.source === "text" ? `${topic.label} (d’après sa présentation)` : topic.evidence;
    if (!reasons.includes(said)) reasons.push(said);
  }
  const spoken = words.map((word) => asWritten(word, text)).slice(0, 3);
  if (spoken.length > 0) reasons.push(`emploie vos mots\u202f: ${spoken.join(", ")}`);
  if (km !== null && from) reasons.push(km < 1 ? `à ${from} même` : `à ${Math.round(km)}\u00a0km ${of(from)}`);
  else if (commune) reasons.push(`à ${commune}`);
  return reasons;
}

/** The word as the buyer wrote it. */
function asWritten(word: string, text: string): string {
  return text.match(/[\p{L}\p{N}]+/gu)?.find((written) => plain(written) === word) ?? word;
}
