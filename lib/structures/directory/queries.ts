import "server-only";
import { z } from "zod";
import { StructureKind } from "#lib/generated/prisma/enums";
import { writeCursor } from "#lib/platform/cursor";
import { dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";
import { meaningOf } from "#lib/search/meaning";
import { summaryOf } from "../rules.ts";
import { DEEPEST_ROW, type DirectoryCursor, type DirectoryFilter, type DirectoryPage } from "./schema.ts";
import { facetsSql, matchesSql, shuffleSql } from "./sql.ts";

const memberRow = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(StructureKind),
  city: z.string().nullable(),
  citySlug: z.string().nullable(),
  postalCode: z.string().nullable(),
  logoKey: z.string().nullable(),
  isFictional: z.boolean(),
  description: z.string(),
  commissions: z.array(z.string()),
  skills: z.array(z.string()),
});

const foundRow = z.object({
  total: z.number(),
  corrected: z.string().nullable(),
  id: z.string().nullable(),
  rank: z.number().nullable(),
  lap: z.number().nullable(),
  key: z.string().nullable(),
  member: memberRow.nullable(),
});
type FoundRow = z.infer<typeof foundRow>;

export type MemberSummary = Omit<z.infer<typeof memberRow>, "description"> & { summary: string };

export interface Directory {
  items: MemberSummary[];
  total: number;
  page: number;
  perPage: number;
  /** Where the next rows begin, for `after`; null after the last. */
  next: string | null;
  /** The words looked for instead of those typed, when some were misspelt. */
  corrected: string | null;
}

/**
 * Active members that match, a page of them: best match first when words were typed, otherwise in
 * the day's shuffle. One SQL statement; with words, one before it tells whether they find by themselves. Null when the page lies deeper than `DEEPEST_ROW`.
 *
 * The rows are those of every visitor (policy/structures): the same for everybody.
 */
export async function listMembers(filter: DirectoryFilter, asked: DirectoryPage, now: Date): Promise<Directory | null> {
  readTag("structure", "structure_skill", "skill", "commission_member", "commission");
  const { page, perPage } = asked;
  if ((page - 1) * perPage >= DEEPEST_ROW) return null;
  if (filter.kind && !isKind(filter.kind)) return { items: [], total: 0, page, perPage, next: null, corrected: null };

  const day = (asked.after && "day" in asked.after && asked.after.day) || dayOf(now);
  const sql =
    filter.q === undefined
      ? shuffleSql(filter, asked, day)
      : matchesSql(filter, filter.q, asked, await meaningOf(filter.q));
  const rows = z.array(foundRow).parse(await db().$queryRaw(sql));
  const items = rows.slice(0, perPage).flatMap(({ member }) => (member ? [summarized(member)] : []));
  return {
    items,
    total: rows[0]?.total ?? 0,
    page,
    perPage,
    next: rows.length > perPage ? positionOf(rows[perPage - 1], day) : null,
    corrected: rows[0]?.corrected ?? null,
  };
}

const facetRow = z.object({
  facet: z.enum(["commission", "kind", "city", "skill"]),
  value: z.string(),
  label: z.string(),
  count: z.number(),
});

export type Facet = { value: string; label: string; count: number };
export type DirectoryFacets = Record<z.infer<typeof facetRow>["facet"], Facet[]>;

/**
 * For each filter, what it could be set to and how many members that would leave, the other filters
 * staying as they are. Most numerous first; skills: the 30 most frequent. One SQL statement.
 */
export async function countFacets(filter: DirectoryFilter): Promise<DirectoryFacets> {
  readTag("structure", "structure_skill", "skill", "commission_member", "commission");
  const facets: DirectoryFacets = { commission: [], kind: [], city: [], skill: [] };
  const known = filter.kind && !isKind(filter.kind) ? { ...filter, kind: undefined } : filter;
  const meaning = known.q === undefined ? null : await meaningOf(known.q);
  for (const { facet, ...entry } of z.array(facetRow).parse(await db().$queryRaw(facetsSql(known, meaning)))) {
    facets[facet].push(entry);
  }
  return facets;
}

function summarized({ description, ...member }: z.infer<typeof memberRow>): MemberSummary {
  return { ...member, summary: summaryOf(description) };
}

function positionOf(row: FoundRow | undefined, day: string): string | null {
  if (!row?.id) return null;
  if (row.rank !== null) return writeCursor({ rank: row.rank, id: row.id } satisfies DirectoryCursor);
  return writeCursor({ day, lap: row.lap === 1 ? 1 : 0, key: row.key ?? "0", id: row.id } satisfies DirectoryCursor);
}

function isKind(value: string): value is StructureKind {
  return Object.hasOwn(StructureKind, value);
}
