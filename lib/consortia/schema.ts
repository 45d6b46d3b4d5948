import { z } from "zod";
import { handed, paragraphs } from "#lib/platform/fields";

export const CONSORTIUM_FORMS = ["joint", "joint_lead_several", "several"] as const;

/** The fingerprint of the terms that the page showed. */
export const termsRead = handed({ most: 100 });

const terms = {
  form: z.enum(CONSORTIUM_FORMS, "Choisissez la forme du groupement."),
  justification: paragraphs({
    most: 4_000,
    missing: "Écrivez pourquoi répondre ensemble\u202f: le droit de la concurrence le demande.",
  }),
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
