import { z } from "zod";
import { atMost, oneLine, optionalParagraphs, paragraphs } from "#lib/platform/fields";
import { EXPECTATION_STATES } from "../schema.ts";

/** A step of an expectation, with what whoever takes it had before their eyes. */
export const takeStepInput = z.object({
  id: z.uuid(),
  /** The place of this step in the history that was read: one more than its last. */
  position: z.coerce.number().int().min(1),
  state: z.enum(EXPECTATION_STATES, "Choisissez une suite."),
  reason: optionalParagraphs({ most: 2_000 }),
  /** "2026-INFRA-003". */
  decision: oneLine({ most: 40 }).optional(),
});
export type TakeStepInput = z.infer<typeof takeStepInput>;

/** "Réunir à": this one gives its voices to another. */
export const mergeInput = z.object({
  id: z.uuid(),
  targetId: z.uuid("Choisissez à quelle attente la réunir."),
});
export type MergeInput = z.infer<typeof mergeInput>;

/** The lead's own words to find it again, apart by commas. */
export const tagInput = z.object({
  id: z.uuid(),
  tags: oneLine({ most: 400 })
    .default("")
    .transform((text) => [
      ...new Set(
        text
          .toLowerCase()
          .split(",")
          .flatMap((tag) => tag.trim() || []),
      ),
    ])
    .refine((tags) => tags.length <= 8, "Huit mots-clés au plus.")
    .refine((tags) => tags.every((tag) => tag.length <= 40), atMost(40, "par mot-clé")),
});
export type TagInput = z.infer<typeof tagInput>;

/** "Mettre à l’ordre du jour". */
export const putOnAgendaInput = z.object({
  id: z.uuid(),
  meetingId: z.uuid("Choisissez une réunion."),
  durationMinutes: z.coerce
    .number("Une durée en minutes.")
    .int()
    .min(5, "Cinq minutes au moins.")
    .max(120, "Deux heures au plus.")
    .default(15),
});
export type PutOnAgendaInput = z.infer<typeof putOnAgendaInput>;

/** What the board tells the public. */
export const publishInput = z.object({
  id: z.uuid(),
  asked: paragraphs({ most: 600, missing: "Dites ce qui était demandé." }),
  done: paragraphs({ most: 1_200, missing: "Dites ce qui a été fait." }),
});
export type PublishInput = z.infer<typeof publishInput>;
