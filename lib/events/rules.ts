import type { EventKind } from "#lib/generated/prisma/enums";

/**
 * What an event is, selected alike wherever one is read. Whom the reason of a cancellation is for, the reader says:
 * `publicCancellation`.
 */
export const EVENT_FACTS = {
  id: true,
  slug: true,
  kind: true,
  title: true,
  description: true,
  startsAt: true,
  endsAt: true,
  place: true,
  commission: { select: { slug: true, name: true } },
  cancellation: { select: { reason: true } },
} as const;

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
