import { z } from "zod";

export const CONSORTIUM_FORMS = ["joint", "joint_lead_several", "several"] as const;

/** A text that must say something, as its lines were typed. */
export const words = (missing: string, longest = 4_000) =>
  z.string(missing).trim().min(1, missing).max(longest, tooLong(longest)).transform(plainLines);

/** The same where nothing need be said. */
export const maybeWords = (longest = 4_000) =>
  z.string().trim().max(longest, tooLong(longest)).default("").transform(plainLines);

function tooLong(longest: number): string {
  return `Ce texte est trop long\u202f: ${longest} caractères au plus.`;
}

function plainLines(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\0", "");
}

/** The fingerprint of the terms that the page showed. */
export const termsRead = z.string("Rechargez cette page.").max(100, "Rechargez cette page.");

const terms = {
  form: z.enum(CONSORTIUM_FORMS, "Choisissez la forme du groupement."),
  justification: words("Écrivez pourquoi répondre ensemble\u202f: le droit de la concurrence le demande."),
};

/** "Ouvrir le groupement". */
export const openConsortiumInput = z.object({
  tenderId: z.uuid(),
  lots: z.array(z.uuid(), "Choisissez au moins un lot.").min(1, "Choisissez au moins un lot.").max(200),
  ...terms,
});
export type OpenConsortiumInput = z.infer<typeof openConsortiumInput>;

/** "Changer la forme ou les raisons". */
export const consortiumTermsInput = z.object({ id: z.uuid(), ...terms });
export type ConsortiumTermsInput = z.infer<typeof consortiumTermsInput>;

/** A button about one consortium. */
export const consortiumInput = z.object({ id: z.uuid() });
export type ConsortiumInput = z.infer<typeof consortiumInput>;
