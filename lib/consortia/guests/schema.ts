import { z } from "zod";
import { emailAddress } from "#lib/platform/fields";

/** "Inviter cette personne à lire". */
export const inviteGuestInput = z.object({
  id: z.uuid(),
  email: emailAddress({ missing: "Saisissez l’adresse e-mail de la personne." }),
});
export type InviteGuestInput = z.infer<typeof inviteGuestInput>;

/** "Retirer l’accès". */
export const revokeGuestInput = z.object({ id: z.uuid(), guestId: z.uuid() });
export type RevokeGuestInput = z.infer<typeof revokeGuestInput>;
