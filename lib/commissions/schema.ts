import { z } from "zod";
import { handed } from "#lib/platform/fields";

/** The buttons "Rejoindre" and "Quitter". */
export const membershipInput = z.object({ slug: handed({ most: 100, missing: "Choisissez une commission." }) });
