import type { OwnOffer } from "#lib/internships/offers/queries";
import type { OfferForm } from "#lib/internships/offers/schema";
import { addDays, type Day, dayOfColumn } from "#lib/platform/dates";
import { typedEuros } from "#lib/platform/french";
import { COMMUNES } from "#lib/territory/communes";

export const TOWNS = COMMUNES.map(({ slug, name }) => ({ value: slug, label: name })).sort((a, b) =>
  a.label.localeCompare(b.label, "fr"),
);

/** An offer as its form begins: nothing known is an empty field. */
export function formOf(offer: OwnOffer): OfferForm {
  return {
    id: offer.id,
    version: offer.updatedAt.toISOString(),
    title: offer.title,
    missions: offer.missions,
    commission: offer.commission?.slug ?? "",
    skills: offer.skills.join("\n"),
    levels: offer.levels,
    curricula: offer.curricula.join(", "),
    startsOn: dayOfColumn(offer.startsOn),
    endsOn: dayOfColumn(offer.endsOn),
    weeks: offer.weeks,
    hoursPerWeek: offer.hoursPerWeek,
    city: offer.commune?.slug ?? "",
    remotePercent: offer.remotePercent,
    places: offer.places,
    stipend: offer.hourlyStipendCents === null ? "" : typedEuros(offer.hourlyStipendCents),
    tutorName: offer.tutorName ?? "",
    tutorRole: offer.tutorRole ?? "",
    applyBefore: dayOfColumn(offer.applyBefore),
    answerBy: dayOfColumn(offer.answerBy),
    shownFirstTo: offer.shownFirstTo,
    shownFirstUntil: offer.shownFirstUntil ? dayOfColumn(offer.shownFirstUntil) : "",
  };
}

/** Fifty-two weeks: the same days of the week a year later. */
const A_YEAR = 364;

/** The same offer for the next year: its dates a year later, shown to everybody at once. */
export function copyOf(offer: OwnOffer): Partial<OfferForm> {
  const { id, version: _version, shownFirstTo: _schools, shownFirstUntil: _until, ...kept } = formOf(offer);
  const later = (day: Day) => addDays(day, A_YEAR);
  return {
    ...kept,
    copiedFrom: id,
    startsOn: later(kept.startsOn),
    endsOn: later(kept.endsOn),
    applyBefore: later(kept.applyBefore),
    answerBy: later(kept.answerBy),
  };
}
