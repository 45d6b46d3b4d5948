import { z } from "zod";
import { handed } from "#lib/platform/fields";

/** One of the reader's own sessions. */
export const sessionInput = z.object({ id: z.uuid() });

/** Proving again who one is, by e-mail: where to come back to. */
export const proofByLinkInput = z.object({ next: handed({ most: 2_000 }) });

/** The same by password. */
export const proofInput = proofByLinkInput.extend({
  password: z.string("Saisissez votre mot de passe.").max(200, "Ce mot de passe est trop long."),
});
export type ProofInput = z.infer<typeof proofInput>;
