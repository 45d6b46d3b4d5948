import type { EventKind } from "#lib/generated/prisma/enums";

/**
 * What everybody may know of a cancellation: of a rendez-vous open to all, why; of a meeting, no more than that it
 * does not take place, for whoever takes it back writes to those they called.
 */
export function publicCancellation(
  kind: EventKind,
  cancellation: { reason: string } | null,
): { reason: string | null } | null {
  return cancellation && { reason: kind === "club_event" ? cancellation.reason : null };
}
