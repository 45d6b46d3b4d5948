import "server-only";
import { z } from "zod";
import { type Headcount, TopicSource } from "#lib/generated/prisma/enums";
import { dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { readUnread } from "#lib/search/members";
import { placeOf } from "#lib/search/places";
import { currentTaxonomy, type Taxonomy } from "#lib/search/taxonomy";
import { type Understanding, understand } from "#lib/search/understanding";
import { chosenAmong, pairOf, reasonsOf, wordsToFind } from "./rules.ts";
import type { MatchInput } from "./schema.ts";
import { rankingSql } from "./sql.ts";

/** At most this many members are put forward. */
const MOST = 5;

const ranked = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  commune: z.string().nullable(),
  km: z.number().nullable(),
  score: z.number(),
  wishes: z.record(z.string(), z.number()),
  words: z.array(z.string()),
  topics: z.array(z.object({ wish: z.number(), label: z.string(), source: z.enum(TopicSource), evidence: z.string() })),
});
export type RankedMember = z.infer<typeof ranked>;

export interface Match {
  /** The slug of the commission that the need belongs to; null outside the club's scope. */
  commission: string | null;
  /** What was understood, as labels of the taxonomy, one for each wish. */
  understood: string[];
  outcome: Understanding["reason"];
  /** The slug of the skill that it calls for first of all. */
  skill: string | null;
  /** Where the buyer is, if the portal knows the place. */
  commune: string | null;
  suggestions: { id: string; slug: string; name: string; score: number; reasons: string[] }[];
  /** Two members who together answer what no single one does. */
  pair: [string, string] | null;
}

interface Among {
  except?: string[];
  headcount?: Headcount | null;
}

/**
 * The members who can answer a need told in a buyer's own words, at most five, each with why.
 * Nothing of the need is kept. The rows are those of every visitor: active structures.
 */
export async function matchNeed(
  { text, city }: MatchInput,
  now: Date,
  { except = [], headcount = null }: Among = {},
): Promise<Match> {
  const { taxonomy, isUnread } = await currentTaxonomy();
  if (isUnread) await readUnread(taxonomy);
  const place = placeOf(text, city);
  const understanding = understand(taxonomy.concepts, place.text);
  const best = understanding.wishes[0]?.skills[0];
  const commune = place.commune?.insee ?? null;
  if (!best) {
    const nothing = { commission: null, skill: null, understood: [], suggestions: [], pair: null };
    return { ...nothing, commune, outcome: understanding.reason };
  }
  const rows = z.array(ranked).parse(
    await db().$queryRaw(
      rankingSql({
        answers: understanding.wishes.flatMap(({ skills }, wish) =>
          skills.map(({ key, share }) => ({ wish, skill: key, share })),
        ),
        words: wordsToFind(taxonomy.concepts, understanding, place.text),
        near: place.commune && { latitude: place.commune.lat, longitude: place.commune.lon },
        except,
        headcount,
        day: dayOf(now),
        limit: 4 * MOST,
      }),
    ),
  );
  const wishes = understanding.wishes.length;
  const chosen = chosenAmong(rows, wishes, MOST);
  return {
    commission: taxonomy.skills.get(best.key)?.commission ?? null,
    understood: labelsOf(taxonomy, understanding),
    outcome: understanding.reason,
    skill: best.key,
    commune,
    pair: pairOf(chosen, wishes),
    suggestions: chosen.map((row) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      score: Math.round(Math.min(1, row.score / (1.3 * wishes)) * 100) / 100,
      reasons: reasonsOf(row, place.commune?.name ?? null, text),
    })),
  };
}

function labelsOf({ skills }: Taxonomy, { wishes }: Understanding): string[] {
  return wishes.flatMap((wish) => {
    const label = skills.get(wish.skills[0]?.key ?? "")?.label;
    return label ? [label] : [];
  });
}
