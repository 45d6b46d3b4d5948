import "server-only";
import { z } from "zod";
import { InternshipLevel } from "#lib/generated/prisma/enums";
import { writeCursor } from "#lib/platform/cursor";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";
import type { Actor } from "#lib/policy/actor";
import { schoolsOf } from "#lib/policy/internships";
import { reasonsOf, type Wish, wishOf } from "./rules.ts";
import type { OfferFilter, OfferPosition } from "./schema.ts";
import { facetsSql, offersSql } from "./sql.ts";

const day = z.iso.date();
const instant = z.string().transform((text) => new Date(text));

const offerRow = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  levels: z.array(z.enum(InternshipLevel)),
  skills: z.array(z.string()),
  startsOn: day,
  endsOn: day,
  weeks: z.number(),
  hoursPresent: z.number(),
  hourlyStipendCents: z.number().nullable(),
  remotePercent: z.number(),
  places: z.number(),
  applyBefore: day,
  /** Since when it is everybody's. */
  publicSince: instant,
  updatedAt: instant,
  /** From the town that was asked for. */
  km: z.number().nullable(),
  commune: z.object({ slug: z.string(), name: z.string() }).nullable(),
  structure: z.object({ slug: z.string(), name: z.string(), city: z.string().nullable() }),
});

const foundRow = z.object({
  total: z.number(),
  corrected: z.string().nullable(),
  id: z.uuid().nullable(),
  cost: z.number().nullable(),
  applyBefore: day.nullable(),
  offer: offerRow.nullable(),
});

/** An offer in a list, with why it comes where it does. */
export type FoundOffer = z.infer<typeof offerRow> & { reasons: string[] };

export interface FoundOffers {
  items: FoundOffer[];
  total: number;
  /** Where the next ones begin; null after the last. */
  next: string | null;
  /** The words looked for instead of those typed, when some were misspelt. */
  corrected: string | null;
}

interface Asked {
  limit: number;
  after?: OfferPosition | undefined;
  order?: "fit" | "newest";
  /** Whose hopes make the order; by default what the filter itself says. */
  wish?: Wish;
}

/**
 * Open offers that match: those that fit the wish best first, with the reason in words, then the earliest
 * deadline. One SQL statement. What a visitor may read (policy/internships), and what an actor's school sees first.
 */
export async function searchInternships(
  actor: Actor,
  filter: OfferFilter,
  { limit, after, order, wish = wishOf(filter) }: Asked,
  now: Date,
): Promise<FoundOffers> {
  readTag("internship", "structure", "commune", "commission", "skill");
  const sql = offersSql({ filter, wish, schools: schoolsOf(actor), now }, { limit, after, ...(order && { order }) });
  const rows = z.array(foundRow).parse(await db().$queryRaw(sql));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).flatMap(({ offer }) => (offer ? [{ ...offer, reasons: reasonsOf(offer, wish) }] : [])),
    total: rows[0]?.total ?? 0,
    next: last?.id && last.applyBefore ? writeCursor([last.cost, last.applyBefore, last.id]) : null,
    corrected: rows[0]?.corrected ?? null,
  };
}

const facetRow = z.object({
  facet: z.enum(["city", "commission", "level"]),
  value: z.string(),
  label: z.string(),
  count: z.number(),
});

export type OfferFacets = Record<z.infer<typeof facetRow>["facet"], { value: string; label: string; count: number }[]>;

/** For the map, the trades and the levels: how many offers each choice would leave. One SQL statement. */
export async function countOffers(actor: Actor, filter: OfferFilter, now: Date): Promise<OfferFacets> {
  readTag("internship", "structure", "commune", "commission", "skill");
  const facets: OfferFacets = { city: [], commission: [], level: [] };
  const sql = facetsSql({ filter, wish: wishOf(filter), schools: schoolsOf(actor), now });
  for (const { facet, ...choice } of z.array(facetRow).parse(await db().$queryRaw(sql))) facets[facet].push(choice);
  return facets;
}
