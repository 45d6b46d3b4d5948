import "server-only";
import { cache } from "react";
import { db } from "#lib/platform/db";
import { readUnread } from "./members.ts";
import { placeOf } from "./places.ts";
import { currentTaxonomy } from "./taxonomy.ts";
import { understand } from "./understanding.ts";

/** What typed words mean: the skills they call for, and the town they name. */
export interface Meaning {
  skills: { slug: string; share: number }[];
  citySlug: string | null;
  /** Whether some member has all the words themselves: those come first. */
  hasWords: boolean;
}

/** From this many words on it is a sentence: that a member has them all is then mere chance. */
const SENTENCE = 5;

/**
 * The meaning of a search that words alone do not answer: "personne ne nous trouve sur Google" is no
 * member's sentence. Null where the words themselves find, or mean nothing to the club.
 */
export const meaningOf = cache(async (q: string): Promise<Meaning | null> => {
  const asked = await db().$queryRaw<{ isPartial: boolean | null }[]>`SELECT "isPartial" FROM directory_query(${q})`;
  const isPartial = asked[0]?.isPartial ?? null;
  const isSentence = q.split(/\s+/).length >= SENTENCE;
  if (isPartial === null || (!isPartial && !isSentence)) return null;
  const { taxonomy, isUnread } = await currentTaxonomy();
  if (isUnread) await readUnread(taxonomy);
  const { text, commune } = placeOf(q, null);
  const { wishes } = understand(taxonomy.concepts, text);
  const skills = wishes.flatMap((wish) => wish.skills.map(({ key, share }) => ({ slug: key, share })));
  return skills.length > 0 ? { skills, citySlug: commune?.slug ?? null, hasWords: !isPartial } : null;
});
