import { COMMUNES, type Commune } from "#lib/territory/communes";
import { plain } from "./words.ts";

const PLACES = COMMUNES.map((commune) => ({ commune, words: plain(commune.name).replaceAll("-", " ") }))
  // "Hénin" is how people call Hénin-Beaumont; a first word that two towns share says neither.
  .flatMap((place, _, all) => {
    const [first = ""] = place.words.split(" ");
    const isOwn = first.length >= 5 && all.filter(({ words }) => words.split(" ")[0] === first).length === 1;
    return isOwn && first !== place.words ? [place, { ...place, words: first }] : [place];
  })
  .sort((a, b) => b.words.length - a.words.length);

/**
 * Where the buyer is: the town of the form when the portal knows it, else the first town that the
 * text names. The text comes back without the towns, which tell nothing of what is needed.
 */
export function placeOf(text: string, city: string | null): { text: string; commune: Commune | null } {
  const given = city ? PLACES.find(({ words }) => words === placeWords(city))?.commune : undefined;
  let rest = text;
  let named: Commune | undefined;
  const read = plain(text).replaceAll("-", " ");
  // Only where both readings have the same length can a place in one be found in the other.
  const isAligned = read.length === text.length;
  for (const { commune, words } of PLACES) {
    const at = new RegExp(`(?<![a-z0-9])${words}(?![a-z0-9])`).exec(read)?.index;
    if (at === undefined) continue;
    named ??= commune;
    if (isAligned) rest = rest.slice(0, at) + " ".repeat(words.length) + rest.slice(at + words.length);
  }
  return { text: rest, commune: given ?? named ?? null };
}

function placeWords(city: string): string {
  return plain(city).replaceAll("-", " ").replace(/^st /, "saint ").replace(/^ste /, "sainte ").trim();
}
