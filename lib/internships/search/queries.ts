import "server-only";
import { z } from "zod";
import { InternshipLevel } from "#lib/generated/prisma/enums";
import { writeCursor } from "#lib/platform/cursor";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";
import type { Actor } from "#lib/policy/actor";
import { schoolsOf } from "#lib/policy/internships";
import { reasonsOf, type Wish, wishOf } from "./rules.ts";
import type { OfferFilter } from "./schema.ts";
import { type Part, searchSql } from "./sql.ts";

const day = z.iso.date();
const instant = z.string().transform((text) => new Date(text));

const offerRow = z.object({
  id: z.uuid(),
  /** Its place in the order: the better the fit, the less. */
  cost: z.number(),
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

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }));
const facetsRow = z.object({ city: facet, commission: facet, level: facet });

const searchRow = z.object({
  total: z.number(),
  corrected: z.string().nullable(),
  offers: z.array(offerRow),
  facets: facetsRow.nullable(),
});

/** For the map, the trades and the levels: how many offers each choice would leave, the others staying as they are. */
export type OfferFacets = z.infer<typeof facetsRow>;

/** An offer in a list, with why it comes where it does. */
export type FoundOffer = Omit<z.infer<typeof offerRow>, "cost"> & { reasons: string[] };

export interface FoundOffers {
  items: FoundOffer[];
  total: number;
  /** Where the next ones begin; null after the last. */
  next: string | null;
  /** The words looked for instead of those typed, when some were misspelt. */
  corrected: string | null;
}

interface Asked extends Omit<Part, "hasFacets"> {
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
  asked: Asked,
  now: Date,
): Promise<FoundOffers> {
  const { facets: _facets, ...found } = await search(actor, filter, asked, now);
  return found;
}

/** The same with what each choice of town, trade and level would leave: all that the page of offers shows. */
export async function browseInternships(
  actor: Actor,
  filter: OfferFilter,
  asked: Asked,
  now: Date,
): Promise<FoundOffers & { facets: OfferFacets }> {
  const { facets, ...found } = await search(actor, filter, { ...asked, hasFacets: true }, now);
  if (!facets) throw new Error("facets were asked for");
  return { ...found, facets };
}

async function search(actor: Actor, filter: OfferFilter, asked: Asked & Pick<Part, "hasFacets">, now: Date) {
  readTag("internship", "structure", "commune", "commission", "skill");
  const { wish = wishOf(filter), limit } = asked;
  const sql = searchSql({ filter, wish, schools: schoolsOf(actor), now }, asked);
  const [row] = z.tuple([searchRow]).parse(await db().$queryRaw(sql));
  const last = row.offers.length > limit ? row.offers[limit - 1] : undefined;
  return {
    items: row.offers
      .slice(0, limit)
      .map(({ cost: _cost, ...offer }) => ({ ...offer, reasons: reasonsOf(offer, wish) })),
    total: row.total,
    next: last ? writeCursor([last.cost, last.applyBefore, last.id]) : null,
    corrected: row.corrected,
    facets: row.facets,
  };
}
