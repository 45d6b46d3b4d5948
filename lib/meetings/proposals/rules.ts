import { publicHolidayOn } from "#lib/calendar/public-holidays";
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  formatTime,
  formatWeekday,
  fromParis,
  weekdayOf,
} from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { type Pace, RHYTHM, type Window, windowAfter } from "../rules.ts";

/** A stretch of time already taken, the end not included. */
interface Taken {
  startsAt: Date;
  endsAt: Date;
}

/** A date of the club where people of the commission are expected. */
export interface Engagement extends Taken {
  /** The days of its two ends. */
  day: Day;
  until: Day;
  label: string;
  /** How many of the commission's people. */
  shared: number;
}

/** What must be known to propose dates to one commission. */
export interface ProposalFacts {
  pace: Pace;
  /** How its last meetings were held; null when it never met. */
  habit: { weekday: number; time: string; minutes: number } | null;
  /** How many people came last time; 0: unknown. */
  expected: number;
  engagements: Engagement[];
  rooms: { id: string; name: string; capacity: number; taken: Taken[] }[];
  schoolHolidays: { name: string; firstDay: Day; lastDay: Day }[];
}

/** A date that can be proposed, the best first: why it stands where it stands is said in words. */
export interface Proposal extends Taken {
  /** The free room that suits best; null for a meeting that needs none. */
  room: { id: string; name: string; capacity: number } | null;
  reasons: string[];
  /** The sum of what speaks against it; smaller is better. */
  weight: number;
}

/** What is said of a date, and how much it speaks against it. */
interface Reason {
  words: string;
  weight: number;
}

/** Days that people have between hearing of a date and the date. */
export const NOTICE_DAYS = 8;
/** How far the search goes when the window is over, in days. */
const CATCH_UP_DAYS = 27;
/** The day after the last meeting that is neither early nor late: the middle of the window. */
const IDEAL_DAYS = (RHYTHM.earliest + RHYTHM.latest) / 2;
/** When people who work can meet. */
const TIMES = ["18:00", "12:15", "17:30", "18:30"];
/** Nobody is at two ends of the Artois at once. */
const TRAVEL_MINUTES = 30;
const MINUTES = 120;
const MOST_A_WEEK = 2;

/**
 * The dates to propose, ranked: at most one a day and two a week. None on a weekend or a public
 * holiday, none while one of the commission's people is expected elsewhere, none without a free room
 * when one is needed. School holidays, bridges and busy days come last.
 */
export function proposeSlots(
  facts: ProposalFacts,
  { now, needsRoom, most = 6 }: { now: Date; needsRoom: boolean; most?: number },
): Proposal[] {
  const search = searchOf(facts.pace, dayOf(now));
  const best = daysOf(search.window)
    .filter((day) => weekdayOf(day) <= 5 && !publicHolidayOn(day))
    .flatMap((day) => bestOf(candidatesOn(day, facts, search, needsRoom)))
    .sort((a, b) => a.weight - b.weight || a.startsAt.getTime() - b.startsAt.getTime());
  return atMostAWeek(best).slice(0, most);
}

interface Search {
  window: Window;
  /** The meeting that the rhythm is counted from. */
  base: Day | null;
  /** The window is over: the sooner the better. */
  isLate: boolean;
}

/** Where to look: the window, less the days too near; when it is over, the weeks that come. */
export function searchOf({ lastOn, nextOn }: Pace, today: Day): Search {
  const base = nextOn ?? lastOn;
  const earliest = addDays(today, NOTICE_DAYS);
  if (base === null) return { window: { from: earliest, to: addDays(earliest, CATCH_UP_DAYS) }, base, isLate: false };
  const { from, to } = windowAfter(base);
  if (to < earliest) return { window: { from: earliest, to: addDays(earliest, CATCH_UP_DAYS) }, base, isLate: true };
  return { window: { from: latestOf([from, earliest]), to }, base, isLate: false };
}

/** The last of these days. */
export function latestOf(days: [Day, ...Day[]]): Day {
  const [first, ...rest] = days;
  return rest.sort().findLast((day) => day > first) ?? first;
}

function daysOf({ from, to }: Window): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

function candidatesOn(day: Day, facts: ProposalFacts, search: Search, needsRoom: boolean): Proposal[] {
  const { habit } = facts;
  // One that began days before may still last.
  const engagements = facts.engagements.filter((one) => one.shared > 0 && one.day <= day && one.until >= day);
  const ofTheDay: Reason[] = [
    rhythm(day, search),
    ...schoolHoliday(day, facts),
    ...bridge(day),
    ...engagements.map(busy),
  ];
  const times = habit ? [habit.time, ...TIMES.filter((time) => time !== habit.time)] : TIMES;
  return times.flatMap((time) => {
    const startsAt = fromParis(day, time);
    const slot = { startsAt, endsAt: later(startsAt, habit?.minutes ?? MINUTES) };
    if (engagements.some((one) => meets(withTravel(slot), one))) return [];
    const free = facts.rooms.filter((room) => !room.taken.some((taken) => meets(slot, taken)));
    const room = needsRoom ? suitable(free, facts.expected) : null;
    if (needsRoom && !room) return [];
    const reasons = [
      usual(day, startsAt, time, habit),
      ...ofTheDay,
      ...(room ? [roomReason(room, free.length, facts.expected)] : []),
    ];
    const { id, name, capacity } = room ?? { id: "", name: "", capacity: 0 };
    return [
      {
        ...slot,
        room: room && { id, name, capacity },
        reasons: reasons.map(({ words }) => words),
        weight: reasons.reduce((sum, reason) => sum + reason.weight, 0),
      },
    ];
  });
}

function bestOf(candidates: Proposal[]): Proposal[] {
  const [best] = candidates.sort((a, b) => a.weight - b.weight);
  return best ? [best] : [];
}

/** A poll whose dates all fall in one week is no choice for whoever is away that week. */
function atMostAWeek(ranked: Proposal[]): Proposal[] {
  const weeks = new Map<Day, number>();
  return ranked.filter(({ startsAt }) => {
    const day = dayOf(startsAt);
    const monday = addDays(day, 1 - weekdayOf(day));
    const before = weeks.get(monday) ?? 0;
    weeks.set(monday, before + 1);
    return before < MOST_A_WEEK;
  });
}

function usual(day: Day, startsAt: Date, time: string, habit: ProposalFacts["habit"]): Reason {
  const weekday = formatWeekday(day);
  const hour = formatTime(startsAt);
  if (!habit) return { words: `Un ${weekday} à ${hour}`, weight: TIMES.indexOf(time) };
  const isDay = weekdayOf(day) === habit.weekday;
  const isTime = time === habit.time;
  if (isDay && isTime) return { words: `Le ${weekday} à ${hour}, comme d’habitude`, weight: 0 };
  if (isDay) return { words: `Le ${weekday} comme d’habitude, mais à ${hour}`, weight: 3 };
  if (isTime) return { words: `À ${hour} comme d’habitude, mais un ${weekday}`, weight: 2 };
  return { words: `Un ${weekday} à ${hour}\u202f: ni le jour ni l’heure habituels`, weight: 5 };
}

function rhythm(day: Day, { window, base, isLate }: Search): Reason {
  if (base === null || isLate) {
    const wait = daysBetween(window.from, day);
    const words = isLate
      ? `La commission est en retard\u202f: plus tôt vaut mieux (dans ${count(wait + NOTICE_DAYS, "jour")})`
      : `Première réunion de la commission, dans ${count(wait + NOTICE_DAYS, "jour")}`;
    return { words, weight: Math.floor(wait / 7) };
  }
  const elapsed = daysBetween(base, day);
  const weeksOff = Math.floor(Math.abs(elapsed - IDEAL_DAYS) / 7);
  const place = weeksOff === 0 ? "au milieu de la fenêtre" : elapsed < IDEAL_DAYS ? "plutôt tôt" : "plutôt tard";
  return { words: `${count(elapsed, "jour")} après la réunion précédente, ${place}`, weight: weeksOff };
}

function schoolHoliday(day: Day, { schoolHolidays }: ProposalFacts): Reason[] {
  const holiday = schoolHolidays.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  return holiday ? [{ words: `Pendant les vacances scolaires (${holiday.name}, zone B)`, weight: 12 }] : [];
}

/** A working day between a public holiday and a weekend, or the eve of one. */
function bridge(day: Day): Reason[] {
  const [before, after] = [publicHolidayOn(addDays(day, -1)), publicHolidayOn(addDays(day, 1))];
  const weekday = weekdayOf(day);
  if ((before && weekday === 5) || (after && weekday === 1)) {
    return [{ words: `Un jour de pont (${before ?? after})`, weight: 9 }];
  }
  return after ? [{ words: `La veille d’un jour férié (${after})`, weight: 3 }] : [];
}

function busy({ label, shared }: Engagement): Reason {
  const people = count(shared, "personne est attendue", "personnes sont attendues");
  return { words: `Le même jour que ${label}, où ${people} aussi`, weight: 4 };
}

/** The smallest that holds everybody, else the largest. */
function suitable<Room extends { capacity: number }>(free: Room[], expected: number): Room | null {
  const bySize = [...free].sort((a, b) => a.capacity - b.capacity);
  return bySize.find(({ capacity }) => capacity >= expected) ?? bySize.at(-1) ?? null;
}

function roomReason({ name, capacity }: { name: string; capacity: number }, free: number, expected: number): Reason {
  const places = count(capacity, "place");
  if (capacity < expected) {
    const words = `${name} est libre, mais petite\u202f: ${places} pour ${count(expected, "personne")} la dernière fois`;
    return { words, weight: 4 };
  }
  const others = free > 1 ? ` et ${count(free - 1, "autre salle", "autres salles")}` : "";
  return { words: `${name} (${places})${others}\u202f: libre à cette heure`, weight: 0 };
}

function meets(a: Taken, b: Taken): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

function withTravel({ startsAt, endsAt }: Taken): Taken {
  return { startsAt: later(startsAt, -TRAVEL_MINUTES), endsAt: later(endsAt, TRAVEL_MINUTES) };
}

function later(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
