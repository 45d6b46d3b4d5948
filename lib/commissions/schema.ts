import { z } from "zod";

/** The buttons "Rejoindre" and "Quitter". */
export const membershipInput = z.object({ slug: z.string("Choisissez une commission.").max(100) });
