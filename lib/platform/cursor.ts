import { z } from "zod";

/**
 * A place in the walk of a whole list, as handed out in `next`: opaque to whoever follows it.
 * `position` says what it must hold once read.
 */
export function cursor<Position extends z.ZodType>(position: Position) {
  return z
    .string()
    .max(200, UNREADABLE)
    .transform((text, context) => {
      try {
        return JSON.parse(Buffer.from(text, "base64url").toString());
      } catch {
        context.addIssue({ code: "custom", message: UNREADABLE });
        return z.NEVER;
      }
    })
    .refine((value) => position.safeParse(value).success, UNREADABLE)
    .pipe(position);
}

const UNREADABLE = "Reprenez tel quel le «\u202fnext\u202f» d’une réponse précédente.";

/** The text of a position. */
export function writeCursor(position: object): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}
