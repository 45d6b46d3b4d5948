import "server-only";
import type { TopicSource } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import type { Concepts, Evidence } from "./concepts.ts";
import type { Taxonomy } from "./taxonomy.ts";
import { recogniseOurs } from "./understanding.ts";
import { plain, respell, wordsOf } from "./words.ts";

/** How many structures are read in one go: an import of hundreds is read at once, a hundred thousand are not. */
const AT_ONCE = 500;

/** What a member says it can do. */
export interface MemberText {
  name: string;
  description: string;
  skills: { slug: string | null; label: string }[];
}

export interface Reading {
  slug: string;
  source: TopicSource;
  weight: number;
  evidence: string;
}

/**
 * Reads the structures whose text changed, so that their own words count as skills do. Of two that
 * come at once, the second waits for the first and finds it done.
 */
export async function readUnread({ concepts, skills }: Taxonomy): Promise<number> {
  return db().$transaction(
    async (tx) => {
      const taken = await tx.$queryRaw<{ id: string }[]>`
        DELETE FROM structure_unread WHERE "structureId" IN
          (SELECT "structureId" FROM structure_unread ORDER BY "structureId" LIMIT ${AT_ONCE} FOR UPDATE)
        RETURNING "structureId" AS id`;
      const ids = taken.map(({ id }) => id);
      const rows = await tx.structure.findMany({
        where: { id: { in: ids } },
        select: {
          id: true,
          name: true,
          description: true,
          skills: {
            orderBy: { position: "asc" },
            select: { ownLabel: true, skill: { select: { slug: true, label: true } } },
          },
        },
      });
      await tx.structureTopic.deleteMany({ where: { structureId: { in: ids } } });
      await tx.structureTopic.createMany({
        data: rows.flatMap(({ id, skills: own, ...text }) =>
          readMember(concepts, {
            ...text,
            skills: own.map(({ ownLabel, skill }) => ({
              slug: skill?.slug ?? null,
              label: skill?.label ?? ownLabel ?? "",
            })),
          }).flatMap(({ slug, ...topic }) => {
            const skillId = skills.get(slug)?.id;
            return skillId ? [{ structureId: id, skillId, ...topic }] : [];
          }),
        ),
      });
      return ids.length;
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}

/** How sure readings are: at most, and the scores at which they are half that, and worth nothing. */
/** `whole`: the part of a label's words that makes its meaning sure. */
const LABEL = { most: 0.95, half: 1.5, least: 2, whole: 0.65 };
const TEXT = { most: 0.65, half: 6, least: 5.5 };
const NAME = 0.4;
/** Of the best reading of a phrase, what another must score. */
const SHARE = 0.72;

/** What a member's words amount to: the skills it chose, what its own labels mean, what its description speaks of. */
function readMember(concepts: Concepts, { name, description, skills }: MemberText): Reading[] {
  const found = new Map<string, Reading>();
  const add = (reading: Reading) => {
    const known = found.get(reading.slug);
    // Told twice is surer: who chose a skill and describes it is a little more of it.
    if (!known) found.set(reading.slug, reading);
    else {
      const [strong, weak] = known.weight >= reading.weight ? [known, reading] : [reading, known];
      found.set(reading.slug, { ...strong, weight: Math.min(1.5, strong.weight + 0.15 * weak.weight) });
    }
  };
  for (const { slug, label } of skills) {
    if (slug) add({ slug, source: "skill", weight: 1, evidence: label });
    else {
      const length = new Set(wordsOf(respell(plain(label))).map(({ stem }) => stem)).size;
      for (const { key, score, words } of strongest(recogniseOurs(concepts, label), LABEL.least)) {
        // "Couverture d'événements" shares one word of two with "couverture wifi": half a reason.
        const heard = Math.min(1, words.length / length / LABEL.whole);
        add({
          slug: key,
          source: "label",
          weight: (LABEL.most * heard * score) / (score + LABEL.half),
          evidence: label,
        });
      }
    }
  }
  for (const sentence of description.split(/[.!?;:\n]+/)) {
    for (const { key, score } of strongest(recogniseOurs(concepts, sentence), TEXT.least)) {
      add({ slug: key, source: "text", weight: (TEXT.most * score) / (score + TEXT.half), evidence: "" });
    }
  }
  for (const { key, score } of strongest(recogniseOurs(concepts, name), TEXT.least).slice(0, 1)) {
    add({ slug: key, source: "text", weight: (NAME * score) / (score + TEXT.half), evidence: "" });
  }
  return [...found.values()];
}

function strongest(found: Evidence[], least: number): Evidence[] {
  const top = found[0]?.score ?? 0;
  return found.filter(({ score }) => score >= least && score >= top * SHARE).slice(0, 3);
}
