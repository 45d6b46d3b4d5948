import { z } from "zod";
import { type Query, readParameter, writeAddress } from "#lib/platform/address";
import { cursor } from "#lib/platform/cursor";
import { paths } from "#lib/platform/paths";

/** How far around a town one may look, in kilometres. */
export const RADII = [10, 25, 50] as const;
const USUAL_RADIUS = 25;

/** Of this century: PostgreSQL knows no year 0. */
const someDay = z.iso.date().refine((typed) => typed >= "2000-01-01" && typed < "2100-01-01");
const day = someDay.optional().catch(undefined);

/** What the list of offers can be asked. Values that mean nothing are kept: they find nothing. */
export const offerFilter = z.object({
  q: z.string().optional(),
  /** Slug of the commission whose trade it is. */
  commission: z.string().optional(),
  /** Label of a skill. */
  skill: z.string().optional(),
  level: z.string().optional(),
  /** When one is free: offers that have days in common. */
  from: day,
  to: day,
  /** Slug of a commune, and how far around it. */
  city: z.string().optional(),
  km: z.coerce
    .number()
    .refine((km) => RADII.some((radius) => radius === km))
    .catch(USUAL_RADIUS),
  isPaid: z.enum(["oui", "non"]).optional().catch(undefined),
});
export type OfferFilter = z.infer<typeof offerFilter>;

/** Where a walk of the list goes on: after a cost, a deadline and an offer. */
const position = z.tuple([z.int32(), someDay, z.uuid()]);
export type OfferPosition = z.infer<typeof position>;

/** The French parameters of `/stages` and of what lists the same offers elsewhere. */
const PARAMETERS = {
  q: "q",
  commission: "metier",
  skill: "competence",
  level: "niveau",
  from: "du",
  to: "au",
  city: "ville",
  km: "rayon",
  isPaid: "gratifie",
} as const satisfies Record<keyof OfferFilter, string>;

/** The search of an address, whatever was typed, and the offer after which its page begins. */
export function readOfferAddress(query: Query): { filter: OfferFilter; after: OfferPosition | undefined } {
  const typed = Object.entries(PARAMETERS).map(([name, french]) => [name, readParameter(query, french)]);
  return {
    filter: offerFilter.parse(Object.fromEntries(typed)),
    after: cursor(position).optional().catch(undefined).parse(readParameter(query, "apres")),
  };
}

/** The address of this search: French parameters, alphabetical, those that change nothing left out. */
export function offersHref(filter: Partial<OfferFilter>, after?: string, path: string = paths.internships): string {
  return writeAddress(path, {
    apres: after,
    au: filter.to,
    competence: filter.skill,
    du: filter.from,
    gratifie: filter.isPaid,
    metier: filter.commission,
    niveau: filter.level,
    q: filter.q,
    rayon: filter.city && filter.km && filter.km !== USUAL_RADIUS ? String(filter.km) : undefined,
    ville: filter.city,
  });
}

/** The search alone, as it is kept: "niveau=but2&ville=lens". */
export function searchOf(filter: OfferFilter): string {
  return offersHref(filter).split("?")[1] ?? "";
}

/** The search that was kept. */
export function filterOf(search: string): OfferFilter {
  return readOfferAddress(Object.fromEntries(new URLSearchParams(search))).filter;
}
