/** The query of an address as Next gives it. */
export type Query = Record<string, string | string[] | undefined>;

/** The longest value that is looked at. */
const LONGEST = 200;

/**
 * One parameter: the first when it is repeated, trimmed, bounded, without NUL (PostgreSQL has none).
 * Empty means not given.
 */
export function readParameter(query: Query, name: string): string | undefined {
  const value = query[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first?.replaceAll("\0", "").trim().slice(0, LONGEST) || undefined;
}

/** The page number, from 1; what is no number of a page is 1. `deepest` bounds what a list skips. */
export function readPage(query: Query, deepest = 1_000): number {
  const page = Number(readParameter(query, "page") ?? 1);
  return Number.isInteger(page) && page >= 1 ? Math.min(page, deepest) : 1;
}

/** What `readPage` reads back: nothing for the first page, whose address has no number. */
export function pageParameter(page = 1): string | undefined {
  return page > 1 ? String(page) : undefined;
}

/** `path` with these parameters, in this order, those without a value left out. */
export function writeAddress(path: string, values: Record<string, string | undefined>): string {
  const kept = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) kept.set(name, value);
  return kept.size > 0 ? `${path}?${kept}` : path;
}
