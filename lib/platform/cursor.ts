import { z } from "zod";

const UNREADABLE = "Reprenez tel quel le «\u202fnext\u202f» d’une réponse précédente.";

/**
 * A place in the walk of a whole list, as handed out in `next`: opaque to whoever follows it.
 * `position` says what it must hold once read.
 */
export function cursor<Position extends z.ZodType>(position: Position) {
  return (
    z
      .string()
      // Aborts: what compares parameters with each other must never see a text instead of a position.
      .max(200, { error: UNREADABLE, abort: true })
      .transform((text, context): z.output<Position> => {
        const read = position.safeParse(jsonOf(Buffer.from(text, "base64url").toString()));
        if (read.success) return read.data;
        context.addIssue({ code: "custom", message: UNREADABLE });
        return z.NEVER;
      })
  );
}

/** The text of a position. */
export function writeCursor(position: object): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
