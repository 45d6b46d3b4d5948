import { z } from "zod";
import { StructureKind, StructureStatus } from "#lib/generated/prisma/enums";
import { pageParameter, type Query, readParameter, writeAddress } from "#lib/platform/address";
import { paragraphs } from "#lib/platform/fields";
import { paths } from "#lib/platform/paths";

export const REGISTER_SORTS = ["nom", "adhesion", "ville"] as const;

/** Which structures of the register; a value that means nothing is not kept. */
export interface RegisterFilter {
  q?: string;
  status?: StructureStatus;
  kind?: StructureKind;
  /** Slug of a commission. */
  commission?: string;
  /** Slug of a town. */
  city?: string;
}

/** The filter of an address, whatever was typed; what names no status or kind is left out. */
export function readRegisterFilter(query: Query): RegisterFilter {
  const [status, kind] = [readParameter(query, "statut"), readParameter(query, "type")];
  const filter = {
    q: readParameter(query, "q"),
    status: Object.values(StructureStatus).find((one) => one === status),
    kind: Object.values(StructureKind).find((one) => one === kind),
    commission: readParameter(query, "commission"),
    city: readParameter(query, "ville"),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Each choice has its address; `path` is any page that takes the register's filter. */
export function registerHref(
  { q, status, kind, commission, city }: RegisterFilter,
  { sort, page, path = paths.register }: { sort?: string; page?: number; path?: string } = {},
): string {
  return writeAddress(path, {
    q,
    statut: status,
    type: kind,
    commission,
    ville: city,
    tri: sort === "nom" ? undefined : sort,
    page: pageParameter(page),
  });
}

/** What a structure can become by a decision of the board; the dues alone make one lapse. */
export const SETTLED_STATUSES = ["active", "resigned", "removed"] as const;

export const settleInput = z.object({
  id: z.uuid(),
  status: z.enum(SETTLED_STATUSES, "Choisissez ce que devient la structure."),
  reason: paragraphs({
    most: 1_000,
    missing: "Dites pourquoi\u202f: la structure et le journal le garderont.",
  }).refine((text) => text.length >= 3, "Dites pourquoi, en quelques mots."),
});
export type SettleInput = z.output<typeof settleInput>;
