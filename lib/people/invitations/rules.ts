/** How long a link waits: long enough for a holiday, short enough for a mailbox that changes hands. */
const INVITATION_DAYS = 14;

/** The instant after which an invitation sent `now` is worth nothing. */
export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
}

export type InvitationState = "open" | "accepted" | "expired";

/** What an invitation is worth at the instant `now`; a revoked one is no more. */
export function stateOf(invitation: { acceptedAt: Date | null; expiresAt: Date }, now: Date): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  return invitation.expiresAt <= now ? "expired" : "open";
}
