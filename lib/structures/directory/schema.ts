import { z } from "zod";
import { pageParameter, writeAddress } from "#lib/platform/address";
import { cursor } from "#lib/platform/cursor";
import { paths } from "#lib/platform/paths";

/** How deep numbered pages go; `after` walks further. */
export const DEEPEST_ROW = 1_000;
const DEFAULT_PER_PAGE = 24;

// Addresses are typed, mangled and attacked: NUL would stop PostgreSQL, length would cost it.
const words = z.string().transform((text) => text.replaceAll("\0", "").trim().slice(0, 200));
const optionalWords = words
  .transform((text) => text || undefined)
  .optional()
  .catch(undefined);

// What PostgreSQL's bigint holds: a longer one would be its error, not ours.
const bigint = z
  .string()
  .refine((text) => /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text));

/** Where the walk of a whole list goes on: after a rank, or after a place in a day's shuffle. */
const directoryCursor = z.union([
  z.object({ rank: z.number(), id: z.uuid() }),
  z.object({ day: z.iso.date(), lap: z.union([z.literal(0), z.literal(1)]), key: bigint, id: z.uuid() }),
]);

export type DirectoryCursor = z.infer<typeof directoryCursor>;

/** What the directory can be asked. Values that mean nothing are kept: they find nothing. */
export const directoryFilter = z.object({
  q: optionalWords,
  commission: optionalWords,
  city: optionalWords,
  skill: optionalWords,
  kind: optionalWords,
});
export type DirectoryFilter = z.infer<typeof directoryFilter>;

export const directoryPage = z.object({
  page: z.coerce.number().int().min(1).catch(1).default(1),
  perPage: z.coerce
    .number()
    .int()
    .catch(DEFAULT_PER_PAGE)
    .default(DEFAULT_PER_PAGE)
    .transform((count) => Math.min(Math.max(count, 1), 100)),
  after: cursor(directoryCursor).optional(),
});
export type DirectoryPage = z.infer<typeof directoryPage>;

/** The contract's French parameters of `/annuaire`, read once each (the first of repeated keys). */
export function readDirectoryAddress(params: Record<string, string | string[] | undefined>) {
  const one = (name: string) => {
    const value = params[name];
    return Array.isArray(value) ? value[0] : value;
  };
  return {
    filter: directoryFilter.parse({
      q: one("q"),
      commission: one("commission"),
      city: one("ville"),
      skill: one("competence"),
      kind: one("type"),
    }),
    page: directoryPage.parse({ page: one("page") }),
  };
}

/** The directory's address for these filters: French parameters, alphabetical, empty ones left out. */
export function directoryHref(filter: DirectoryFilter, page = 1, path: string = paths.directory): string {
  return writeAddress(path, {
    commission: filter.commission,
    competence: filter.skill,
    page: pageParameter(page),
    q: filter.q,
    type: filter.kind,
    ville: filter.city,
  });
}
