import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { root } from "../scripts/process.ts";
import { listSources } from "./sources.ts";

/** What others answer us, what we answer, and what a file or the database holds: nobody's form. */
const NOT_POSTED = /^lib\/(api|generated)\/|#(registerAnswer|boampPage|figures)$/;

/** Kept as a hash; read again, person by person, by the whole form; an address, cleaned by `readParameter`. */
const CLEANED_ELSEWHERE = /\.password$|\.people\[\]|#offerFilter\./;

/** What may be typed or sent wherever text is taken, with the character that PostgreSQL has not. */
const TYPED = [
  "mot\0mot",
  "Un mot\0 dit plusieurs fois. ".repeat(3),
  "https://exemple.fr/\0",
  "nom\0@exemple.fr",
  "2026-12-01\0",
  "1\0",
];

const schemas = await Promise.all(
  listSources("schema.ts")
    .filter((path) => path.startsWith("lib/"))
    .map(async (path) => {
      const exported: Record<string, unknown> = await import(join(root, path));
      return Object.entries(exported).map(([name, value]) => [`${path}#${name}`, value] as const);
    }),
);
const fields = schemas
  .flat()
  .filter(([name, value]) => value instanceof z.ZodType && !NOT_POSTED.test(name))
  .flatMap(([name, value]) => textsOf(value as z.ZodType, name))
  .filter(([name]) => !CLEANED_ELSEWHERE.test(name));

describe("whatever is posted", () => {
  test("is looked at whole", () => {
    expect(fields.length).toBeGreaterThan(250);
  });

  test("reaches no query with a character that the database has not", () => {
    const through = fields.filter(([, schema]) =>
      TYPED.some((typed) => {
        const { data } = schema.safeParse(typed);
        return JSON.stringify(data ?? null)?.includes("\\u0000");
      }),
    );
    expect(through.map(([name]) => name)).toEqual([]);
  });
});

/** Every field of a schema that begins with a text, by its name. */
function textsOf(schema: z.ZodType, name: string): [string, z.ZodType][] {
  const below = (inner: unknown, part = "") => textsOf(inner as z.ZodType, `${name}${part}`);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, field]) => below(field, `.${key}`));
  }
  if (schema instanceof z.ZodArray) return below(schema.element, "[]");
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => below(option));
  if (schema instanceof z.ZodIntersection) return [...below(schema.def.left), ...below(schema.def.right)];
  if (beginsWithText(schema)) return [[name, schema]];
  if (schema instanceof z.ZodPipe) return below(schema.in);
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType ? below(innerType) : [];
}

function beginsWithText(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodPipe) return beginsWithText(schema.in as z.ZodType);
  const { type, innerType } = schema.def as { type: string; innerType?: z.ZodType };
  return innerType ? beginsWithText(innerType) : type === "string";
}
