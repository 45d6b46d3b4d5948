import { z } from "zod";
import { paragraphs } from "#lib/platform/fields";
import { applicationInput } from "../schema.ts";

export const noteInput = applicationInput.extend({ text: paragraphs({ most: 4_000, missing: "Écrivez votre note." }) });

/** One refusal or many: whom, in which words; seen first, or sent. */
export const refusalInput = z.object({
  internshipId: z.uuid(),
  applicationIds: z.array(z.uuid()).min(1, "Choisissez au moins une candidature.").max(200),
  text: paragraphs({ most: 4_000, missing: "Écrivez votre réponse." }),
  step: z.enum(["preview", "send"]),
});
export type RefusalInput = z.infer<typeof refusalInput>;
