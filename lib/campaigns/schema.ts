import { z } from "zod";
import { handed, oneLine, paragraphs } from "#lib/platform/fields";

export const campaignInput = z.object({
  /** A draft that is written over; none: a new one. */
  id: z.uuid().optional(),
  kind: z.enum(["service", "newsletter"], "Dites s’il s’agit d’un message de service ou de la lettre."),
  subject: oneLine({ most: 150, missing: "Donnez un objet." }).refine(
    (text) => text.length >= 3,
    "Donnez un objet de quelques mots.",
  ),
  body: paragraphs({ most: 10_000, missing: "Écrivez votre message." }).refine(
    (text) => text.length >= 10,
    "Écrivez au moins une phrase.",
  ),
  /** The register's filter, as its address says it. */
  audience: handed({ most: 1_000 }).default(""),
});
export type CampaignInput = z.output<typeof campaignInput>;

/** The buttons of a draft: a copy to oneself, and to everybody. */
export const campaignButton = z.object({ id: z.uuid() });
