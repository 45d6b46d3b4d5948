import { z } from "zod";

/** "Proposer le rôle de mandataire"; nobody: the proposal is taken back. */
export const offerLeadInput = z.object({ id: z.uuid(), structureId: z.uuid().optional() });
export type OfferLeadInput = z.infer<typeof offerLeadInput>;
