import type { Enhancement } from "./enhancements.ts";

/**
 * A public address whose answer is the same bytes for everybody: it may depend on its path and on
 * `params`, and on nothing else of the request.
 */
export interface PublicAddress {
  /** Next's notation; a `[slug]` is lower-case letters, digits and hyphens. */
  path: string;
  /** The query parameters that it reads, in the order they have in the cache's key. */
  params: readonly string[];
}

/** A public reading page. */
export interface PublicPage extends PublicAddress {
  /**
   * Whether the framework's scripts stay: only where a client component needs them. No page does today, and the
   * journeys hold each row to what it says: `false`, so that a client component that slips in is found dead there
   * and not by a visitor.
   */
  js: boolean;
  /** Our own small scripts that enhance it; the page works without. */
  scripts?: readonly Enhancement[];
  /** Worth rendering before the first visitor comes. */
  warm?: boolean;
}

/** What offers of internships may be searched by. */
const OFFERS = ["au", "competence", "du", "gratifie", "metier", "niveau", "q", "rayon", "ville"] as const;

/** Every reading page of the portal. A page that is not here is never cached. */
export const PUBLIC_PAGES: readonly PublicPage[] = [
  { path: "/", params: [], js: false, scripts: ["map-and-list"], warm: true },
  {
    path: "/annuaire",
    params: ["commission", "competence", "page", "q", "type", "ville"],
    js: false,
    scripts: ["live-results", "map-and-list"],
    warm: true,
  },
  { path: "/annuaire/[slug]", params: [], js: false },
  { path: "/commissions", params: [], js: false, warm: true },
  { path: "/commissions/[slug]", params: [], js: false },
  { path: "/agenda", params: ["commission", "page", "passe"], js: false, warm: true },
  { path: "/agenda/[slug]", params: [], js: false },
  { path: "/comptes-rendus", params: [], js: false },
  { path: "/comptes-rendus/[slug]", params: [], js: false },
  { path: "/stages", params: ["apres", ...OFFERS], js: false, scripts: ["live-results", "map-and-list"], warm: true },
  { path: "/stages/[slug]", params: [], js: false },
  { path: "/actualites", params: ["page"], js: false, warm: true },
  { path: "/actualites/[slug]", params: [], js: false },
  { path: "/le-club", params: [], js: false, warm: true },
  { path: "/vous-avez-dit", params: [], js: false },
  { path: "/adherer", params: [], js: false, warm: true },
  { path: "/mentions-legales", params: [], js: false },
  { path: "/confidentialite", params: [], js: false },
  { path: "/accessibilite", params: [], js: false },
];

const LIST = ["after", "page", "perPage"] as const;

/** The public data that programs read often. */
export const PUBLIC_DATA: readonly PublicAddress[] = [
  { path: "/api/v1/members", params: [...LIST, "city", "commission", "kind", "q", "skill"] },
  { path: "/api/v1/members/[slug]", params: [] },
  { path: "/api/v1/commissions", params: LIST },
  { path: "/api/v1/events", params: [...LIST, "commission", "period"] },
  { path: "/api/v1/internships", params: LIST },
  { path: "/agenda.ics", params: [] },
  { path: "/actualites.atom", params: [] },
  { path: "/stages.atom", params: OFFERS },
];

const PATTERNS = [...PUBLIC_PAGES, ...PUBLIC_DATA].map((address) => ({
  address,
  pattern: new RegExp(`^${address.path.replaceAll(".", "\\.").replace("[slug]", "[a-z0-9-]{1,120}")}$`),
}));

/** The public page or data at this path, if there is one. */
export function findPublicAddress(path: string): PublicAddress | PublicPage | undefined {
  return PATTERNS.find(({ pattern }) => pattern.test(path))?.address;
}

/** Whether it is a page for people, with a policy of its own, or data for programs. */
export function isPage(page: PublicAddress | PublicPage): page is PublicPage {
  return "js" in page;
}
