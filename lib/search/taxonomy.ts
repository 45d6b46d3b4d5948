import "server-only";
import { z } from "zod";
import { db } from "#lib/platform/db";
import type { Concepts } from "./concepts.ts";
import { learn } from "./understanding.ts";

/** The taxonomy made ready, as it was at `version`. */
export interface Taxonomy {
  version: string;
  concepts: Concepts;
  skills: Map<string, { id: string; label: string; commission: string }>;
}

const state = z.tuple([z.object({ version: z.string(), isUnread: z.boolean() })]);

// Hot reload evaluates this module again; learning takes a tenth of a second.
const kept = globalThis as typeof globalThis & { tacticTaxonomy?: Taxonomy };

/** The taxonomy of now, learnt again when a skill changed, and whether structures wait to be read. One query. */
export async function currentTaxonomy(): Promise<{ taxonomy: Taxonomy; isUnread: boolean }> {
  // `xmin` is another after each change of a row.
  const [{ version, isUnread }] = state.parse(
    await db().$queryRaw`SELECT coalesce(md5(string_agg(id::text || xmin::text, ',' ORDER BY id)), '') AS version,
      EXISTS (SELECT 1 FROM structure_unread) AS "isUnread" FROM skill`,
  );
  if (kept.tacticTaxonomy?.version !== version) kept.tacticTaxonomy = await load(version);
  return { taxonomy: kept.tacticTaxonomy, isUnread };
}

async function load(version: string): Promise<Taxonomy> {
  const rows = await db().skill.findMany({
    orderBy: { slug: "asc" },
    select: { id: true, slug: true, label: true, synonyms: true, commission: { select: { slug: true } } },
  });
  const skills = rows.map(
    ({ id, slug, label, commission }) => [slug, { id, label, commission: commission.slug }] as const,
  );
  return { version, concepts: learn(rows), skills: new Map(skills) };
}
