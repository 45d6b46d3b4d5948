/**
 * A public address made from a name: "Nœux-les-Mines" → "noeux-les-mines".
 *
 * Gives an empty string when nothing of the name can be kept.
 */
export function slugify(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80)
    .replace(/-+$/, "");
}

/** Whether something of the club could have this address: what is asked of the database never holds a NUL. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,100}$/.test(text);
}

/** Case, accents and ligatures folded: how names are compared, as `plain()` does in the database. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("’", "'")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "");
}
