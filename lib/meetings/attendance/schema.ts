import { z } from "zod";
import { handed } from "#lib/platform/fields";

/** `none`: what was noted is taken back. */
const NOTES = ["present", "excused", "absent", "none"] as const;

/** One tap: "present:<person>". A form of one button per person and state. */
export const noteInput = z.object({
  meetingId: z.uuid(),
  note: z
    .string("Choisissez une personne.")
    .transform((text) => {
      const [state, personId] = text.split(":");
      return { state, personId };
    })
    .pipe(z.object({ state: z.enum(NOTES), personId: z.uuid() })),
});
export type NoteInput = z.infer<typeof noteInput>;

/** Somebody who was not called. */
export const addPresentInput = z.object({ meetingId: z.uuid(), personId: z.uuid("Choisissez une personne.") });

export const signInInput = z.object({ token: handed({ most: 300 }) });
