import { z } from "zod";

export const campaignInput = z.object({
  /** A draft that is written over; none: a new one. */
  id: z.uuid().optional(),
  kind: z.enum(["service", "newsletter"], "Dites s’il s’agit d’un message de service ou de la lettre."),
  subject: z
    .string("Donnez un objet.")
    .trim()
    .min(3, "Donnez un objet de quelques mots.")
    .max(150, "Au plus 150 caractères."),
  body: z
    .string("Écrivez votre message.")
    .trim()
    .min(10, "Écrivez au moins une phrase.")
    .max(10_000, "Au plus 10 000 caractères."),
  /** The register's filter, as its address says it. */
  audience: z.string().max(1_000).default(""),
});
export type CampaignInput = z.output<typeof campaignInput>;

/** The buttons of a draft: a copy to oneself, and to everybody. */
export const campaignButton = z.object({ id: z.uuid() });
