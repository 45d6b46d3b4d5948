import { z } from "zod";
import { handed } from "#lib/platform/fields";

/** How many records the API gives at most in one answer. */
export const PAGE_SIZE = 100;

/**
 * A page of the dataset `boamp` (DILA, Licence Ouverte 2.0) as Explore API v2.1 answers it. The records are
 * read one by one: a malformed one must not take the others with it.
 */
export const boampPage = z.object({
  total_count: z.number().int().min(0),
  results: z.array(z.unknown()).max(PAGE_SIZE),
});
export type BoampPage = z.output<typeof boampPage>;

/** A button of the board about one notice that was set aside. */
export const setAsideInput = z.object({ key: handed({ most: 200 }) });
