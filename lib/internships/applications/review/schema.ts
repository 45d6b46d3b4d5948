import { z } from "zod";
import { applicationInput } from "../schema.ts";

const words = (missing: string) =>
  z
    .string(missing)
    .transform((typed) => typed.replaceAll("\0", "").trim())
    .refine((typed) => typed.length > 0, missing)
    .refine((typed) => typed.length <= 4_000, "Raccourcissez\u202f: 4\u202f000 caractères au plus.");

export const noteInput = applicationInput.extend({ text: words("Écrivez votre note.") });

/** One refusal or many: whom, in which words; seen first, or sent. */
export const refusalInput = z.object({
  internshipId: z.uuid(),
  applicationIds: z.array(z.uuid()).min(1, "Choisissez au moins une candidature.").max(200),
  text: words("Écrivez votre réponse."),
  step: z.enum(["preview", "send"]),
});
export type RefusalInput = z.infer<typeof refusalInput>;
