import { InternshipLevel } from "#lib/generated/prisma/enums";
import { type Day, formatMonth } from "#lib/platform/dates";
import { fold } from "#lib/platform/slug";
import { LEVEL_LABELS } from "../labels.ts";
import { fitsPeriod } from "../law.ts";
import type { OfferFilter } from "./schema.ts";

/** What somebody hopes for: a visitor's search, or a student's own diploma, period, skills and town. */
export interface Wish {
  levels: InternshipLevel[];
  from?: Day | undefined;
  to?: Day | undefined;
  skills: string[];
  /** Slug of a commune. */
  city?: string | undefined;
}

/** What a search says of its author. */
export function wishOf({ level, from, to, skill, city }: OfferFilter): Wish {
  return {
    levels: Object.values(InternshipLevel).filter((known) => known === level),
    from,
    to,
    skills: skill ? [skill] : [],
    city,
  };
}

interface Fitting {
  levels: InternshipLevel[];
  startsOn: Day;
  endsOn: Day;
  weeks: number;
  skills: string[];
  /** How far from where one is; null: nobody asked, or nobody knows. */
  km: number | null;
}

/** Why an offer comes where it does, in words: "BUT 2", "à 6 km", "commence en avril". */
export function reasonsOf(offer: Fitting, wish: Wish): string[] {
  const level = wish.levels.find((own) => offer.levels.includes(own));
  const wanted = wish.skills.map(fold);
  const skills = offer.skills.filter((skill) => wanted.includes(fold(skill)));
  return [
    ...(level ? [LEVEL_LABELS[level]] : []),
    ...(offer.km === null ? [] : [offer.km < 1 ? "sur place" : `à ${Math.round(offer.km)}\u00a0km`]),
    ...periodReasons(offer, wish),
    ...skills.slice(0, 3),
  ];
}

function periodReasons(offer: Fitting, { from, to }: Wish): string[] {
  if (!from && !to) return [];
  const start = from && from > offer.startsOn ? from : offer.startsOn;
  const end = to && to < offer.endsOn ? to : offer.endsOn;
  const [month = ""] = formatMonth(start).split(" ");
  const starts = `commence en ${month}`;
  const isFree = fitsPeriod({ startsOn: start, endsOn: end, weeks: offer.weeks });
  return [isFree ? starts : `${starts}, ${offer.weeks}\u00a0semaines à caler avec vos dates`];
}
