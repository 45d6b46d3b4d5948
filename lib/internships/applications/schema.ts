import { z } from "zod";
import { optionalParagraphs } from "#lib/platform/fields";
import { isSlug } from "#lib/platform/slug";
import { inOrder, profileFields } from "#lib/students/schema";

const NO_MESSAGE = "Écrivez quelques lignes\u202f: ce qui vous attire dans ces missions.";

const message = optionalParagraphs({ most: 4_000 });

/** A first application carries the profile: both are asked on one page. */
export const beginInput = z
  .object({ ...profileFields, offer: z.string().refine(isSlug, "Cette offre n’existe pas."), message })
  .refine(inOrder.check, inOrder.error);
export type BeginInput = z.infer<typeof beginInput>;
export type BeginForm = z.input<typeof beginInput>;

/** A draft is kept as it is, or leaves. The button pressed says which. */
export const draftInput = z
  .object({ applicationId: z.uuid(), message, step: z.enum(["keep", "send"]).default("keep") })
  .refine(({ step, message: written }) => step === "keep" || written.length > 0, {
    path: ["message"],
    error: NO_MESSAGE,
  });
export type DraftInput = z.infer<typeof draftInput>;

export const applicationInput = z.object({ applicationId: z.uuid() });
export type ApplicationInput = z.infer<typeof applicationInput>;

export const sharingInput = applicationInput.extend({ isShared: z.stringbool() });

export const placeAnswerInput = applicationInput.extend({ answer: z.enum(["accept", "decline"]) });
