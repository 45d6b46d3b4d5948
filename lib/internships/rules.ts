import type { InternshipClosing } from "#lib/generated/prisma/enums";
import { type Day, dayOf, dayOfColumn, fromParis } from "#lib/platform/dates";

/** `first`: published, and still for the schools that see it first. */
export type OfferState = "draft" | "first" | "open" | "expired" | InternshipClosing;

/** The columns of an offer that say where it stands. */
export interface OfferDates {
  publishedAt: Date | null;
  closedAt: Date | null;
  closedBecause: InternshipClosing | null;
  applyBefore: Date;
  shownFirstUntil: Date | null;
}

/** Where an offer stands on a day: it expires by itself, after the last day on which one may apply. */
export function stateOf(offer: OfferDates, today: Day): OfferState {
  if (!offer.publishedAt) return "draft";
  if (offer.closedAt) return offer.closedBecause ?? "withdrawn";
  if (dayOfColumn(offer.applyBefore) < today) return "expired";
  return offer.shownFirstUntil && dayOfColumn(offer.shownFirstUntil) >= today ? "first" : "open";
}

/** The first day of the school year in which a day lies. */
export function schoolYearOf(day: Day): Day {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < "09-01" ? 1 : 0);
  return `${year}-09-01`;
}

/** When the school year of an instant began. */
export function sinceSchoolYear(now: Date): Date {
  return fromParis(schoolYearOf(dayOf(now)), "00:00");
}
