import type { InternshipLevel } from "#lib/generated/prisma/enums";
import { LEVEL_LABELS } from "#lib/internships/labels";
import { fitsPeriod } from "#lib/internships/law";
import type { Wish } from "#lib/internships/search/rules";
import type { Day } from "#lib/platform/dates";
import { formatList } from "#lib/platform/french";
import { fold } from "#lib/platform/slug";
import { findCommune, kmBetween } from "#lib/territory/communes";
import type { OwnProfile } from "./queries.ts";

export interface Candidate {
  level: InternshipLevel | null;
  availableFrom: Day | null;
  availableTo: Day | null;
  skills: string[];
  /** Slug of their commune; null: unknown, or far. */
  town: string | null;
}

export interface Wanted {
  levels: InternshipLevel[];
  startsOn: Day;
  endsOn: Day;
  weeks: number;
  skills: string[];
  town: string | null;
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
  const [, from = ""] = [student.availableFrom, offer.startsOn].sort();
  const [to = ""] = [student.availableTo, offer.endsOn].sort();
  if (!fitsPeriod({ startsOn: from, endsOn: to, weeks: offer.weeks })) return null;
  const own = new Set(student.skills.map(fold));
  const shared = offer.skills.filter((skill) => own.has(fold(skill)));
  const [home, host] = [student.town, offer.town].map((town) => (town ? findCommune(town) : undefined));
  const kilometres = home && host ? kmBetween(home, host) : null;
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

/** What a profile hopes for, as the search of offers understands it; null where nothing is said. */
export function hopesOf(profile: OwnProfile | null): Wish | null {
  if (!profile?.level) return null;
  return {
    levels: [profile.level],
    from: profile.availableFrom ?? undefined,
    to: profile.availableTo ?? undefined,
    skills: profile.skills,
    city: profile.commune?.slug,
  };
}
