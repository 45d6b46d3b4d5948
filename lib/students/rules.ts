import type { InternshipLevel } from "#lib/generated/prisma/enums";
import { LEVEL_LABELS } from "#lib/internships/labels";
import { type Day, daysBetween } from "#lib/platform/dates";
import { formatList } from "#lib/platform/french";
import { fold } from "#lib/platform/slug";
import type { OwnProfile } from "./queries.ts";

interface Place {
  latitude: number;
  longitude: number;
}

export interface Candidate {
  level: InternshipLevel | null;
  availableFrom: Day | null;
  availableTo: Day | null;
  skills: string[];
  place: Place | null;
}

export interface Wanted {
  levels: InternshipLevel[];
  startsOn: Day;
  endsOn: Day;
  weeks: number;
  skills: string[];
  place: Place | null;
}

/** Why a student and an offer go together, in words; the greater `score`, the better. */
export interface Fit {
  score: number;
  reasons: string[];
}

/** Beyond, a distance is no reason any more. */
const NEAR_KILOMETRES = 25;

/**
 * How well a student and an offer go together. Null when they do not: another level, or no room for its
 * weeks in both periods. A skill in common counts as much as ten kilometres less.
 */
export function fitOf(student: Candidate, offer: Wanted): Fit | null {
  if (!student.level || !offer.levels.includes(student.level)) return null;
  if (!student.availableFrom || !student.availableTo) return null;
  const from = student.availableFrom > offer.startsOn ? student.availableFrom : offer.startsOn;
  const to = student.availableTo < offer.endsOn ? student.availableTo : offer.endsOn;
  // From a Monday to a Friday, a week has five days to come.
  if (daysBetween(from, to) < offer.weeks * 7 - 3) return null;
  const own = new Set(student.skills.map(fold));
  const shared = offer.skills.filter((skill) => own.has(fold(skill)));
  const kilometres = student.place && offer.place ? kilometresBetween(student.place, offer.place) : null;
  const isNear = kilometres !== null && kilometres <= NEAR_KILOMETRES;
  return {
    score: shared.length * 10 + (isNear ? NEAR_KILOMETRES - kilometres : 0),
    reasons: [
      `niveau ${LEVEL_LABELS[student.level]}`,
      "période qui convient",
      ...(shared.length > 0 ? [`${formatList(shared)} en commun`] : []),
      ...(isNear ? [kilometres < 1 ? "même commune" : `à ${Math.round(kilometres)}\u00a0km`] : []),
    ],
  };
}

/** As the crow flies: the ground is flat enough between two towns of the Artois. */
function kilometresBetween(a: Place, b: Place): number {
  const north = (a.latitude - b.latitude) * 111.2;
  const east = (a.longitude - b.longitude) * 111.2 * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** What the form of a profile is filled with: an empty one for somebody who has none. */
export function profileForm(profile: OwnProfile | null) {
  if (!profile) return {};
  return {
    diploma: profile.diploma,
    level: profile.level ?? undefined,
    schoolName: profile.schoolName ?? "",
    availableFrom: profile.availableFrom ?? "",
    availableTo: profile.availableTo ?? "",
    city: profile.commune?.name ?? "",
    skills: profile.skills.join(", "),
    links: profile.links.join("\n"),
    isVisible: profile.isVisible,
    keptLonger: profile.keptLonger,
  };
}
