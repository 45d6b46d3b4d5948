import communes from "./communes.json" with { type: "json" };

/**
 * A commune of the Artois. The same reference data as the table `commune`, at hand without a query:
 * the map is drawn on every page of the directory.
 */
export interface Commune {
  insee: string;
  slug: string;
  name: string;
  postalCodes: string[];
  /** Degrees, centre of the commune to about a kilometre. */
  lat: number;
  lon: number;
  population: number;
}

/** The communes that the portal knows, by INSEE code. Source: Etalab, découpage administratif 2026. */
export const COMMUNES: readonly Commune[] = communes;

const BY_SLUG = new Map(COMMUNES.map((commune) => [commune.slug, commune]));

/** The commune at this public address, if the portal knows it. */
export function findCommune(slug: string): Commune | undefined {
  return BY_SLUG.get(slug);
}
