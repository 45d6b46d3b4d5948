import { z } from "zod";
import { paragraphs } from "#lib/platform/fields";

/** A word about the other, once done. */
export const thanksInput = z.object({
  talkId: z.uuid(),
  text: paragraphs({ most: 400, missing: "Écrivez votre mot." }),
  agrees: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});
export type ThanksInput = z.output<typeof thanksInput>;

/** Whether one's side lets a word of the two be shown. */
export const agreementInput = z.object({
  talkId: z.uuid(),
  /** Whose word. */
  author: z.enum(["owner", "partner"]).transform((value) => value === "owner"),
  agrees: z.enum(["1", "0"]).transform((value) => value === "1"),
  /** When the word that the page showed was written. */
  writtenAt: z.iso.datetime("Rechargez cette page.").transform((value) => new Date(value)),
});
export type AgreementInput = z.output<typeof agreementInput>;
