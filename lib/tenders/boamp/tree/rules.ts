/** Notices come in several schemas, XML turned into JSON: what is looked for is found by its name, wherever it is. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Nothing of ours lies deeper; a hostile record could. */
const DEEPEST = 40;

/** Whether a value has keys of its own: neither a list nor a plain value. */
export function isObject(value: Json | undefined): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every value under a key that is looked for, outermost first; what lies inside a value found is not looked at. */
export function collect(tree: Json, isWanted: (key: string) => boolean, depth = 0): Json[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(tree)) return tree.flatMap((each) => collect(each, isWanted, depth + 1));
  if (!isObject(tree)) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    isWanted(key) ? [value] : collect(value, isWanted, depth + 1),
  );
}

/** The text of a value: itself, or what XML's attributes stand beside. Null when there is none. */
export function textOf(value: Json | undefined): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value.replace(/\s+/g, " ").trim() || null;
  if (Array.isArray(value)) return textOf(value[0]);
  return isObject(value) ? textOf(value["#text"]) : null;
}

/** The first text under one of these names, in their order. */
export function textAt(tree: Json, names: string[]): string | null {
  for (const name of names) {
    for (const value of collect(tree, (key) => key === name)) {
      const text = textOf(value);
      if (text) return text;
    }
  }
  return null;
}

/** Lists arrive as lists, as one text, or not at all. */
export function asList(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each) => textOf(each) ?? []);
}
