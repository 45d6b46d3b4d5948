import { z } from "zod";

/** "Inviter cette personne à lire". */
export const inviteGuestInput = z.object({
  id: z.uuid(),
  email: z.email("Saisissez une adresse e-mail, comme nom@exemple.fr.").max(254).toLowerCase(),
});
export type InviteGuestInput = z.infer<typeof inviteGuestInput>;

/** "Retirer l’accès". */
export const revokeGuestInput = z.object({ id: z.uuid(), guestId: z.uuid() });
export type RevokeGuestInput = z.infer<typeof revokeGuestInput>;
