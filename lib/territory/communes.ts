import { slugify } from "#lib/platform/slug";
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

/** The communes within `km` of this one, itself included, and how far each is as the crow flies; none where it is unknown. */
export function communesAround(slug: string, km: number): { insee: string; km: number }[] {
  const centre = findCommune(slug);
  if (!centre) return [];
  return COMMUNES.map((commune) => ({ insee: commune.insee, km: kmBetween(centre, commune) })).filter(
    (near) => near.km <= km,
  );
}

/** Haversine, on the mean radius of the Earth. */
export function kmBetween(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [dLat, dLon] = [radians(b.lat - a.lat), radians(b.lon - a.lon)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

const COMMUNES_BY_NAME = new Map(COMMUNES.map((commune) => [comparable(commune.name), commune]));

/** The commune that somebody means by this name, however they write it. */
export function communeNamed(name: string): Commune | undefined {
  return COMMUNES_BY_NAME.get(comparable(name));
}

/** "St Laurent Blangy" and "Saint-Laurent-Blangy", "Noeux" and "Nœux", "62008 ARRAS CEDEX" and "Arras". */
function comparable(name: string): string {
  return slugify(name.replace(/\bcedex\b.*$/i, "").replace(/^\s*\d{5}\s+/, "")).replace(/(^|-)st(e?)-/g, "$1saint$2-");
}

/** A town as it is kept: as written, with its address and, when the portal knows it, its commune. */
export function townColumns(city: string | null) {
  const commune = city ? communeNamed(city) : undefined;
  return {
    city,
    citySlug: city ? (commune?.slug ?? (slugify(city) || "ville")) : null,
    communeInsee: commune?.insee ?? null,
  };
}
