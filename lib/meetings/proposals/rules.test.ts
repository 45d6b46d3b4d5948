import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publicHolidayOn } from "#lib/calendar/public-holidays";
import { addDays, dayOf, formatTime, fromParis, toParis, weekdayOf } from "#lib/platform/dates";
import { NOTICE_DAYS, type ProposalFacts, proposeSlots, searchOf } from "./rules.ts";

const now = new Date("2026-11-24T10:00:00Z");
const room = { id: "a", name: "Salle A", capacity: 24, taken: [] };
const quiet: ProposalFacts = {
  pace: { lastOn: "2026-11-03", nextOn: null },
  habit: { weekday: 2, time: "18:00", minutes: 120 },
  expected: 9,
  engagements: [],
  rooms: [room],
  schoolHolidays: [{ name: "Noël", firstDay: "2026-12-19", lastDay: "2027-01-03" }],
};

function propose(facts: Partial<ProposalFacts> = {}, options: Partial<Parameters<typeof proposeSlots>[1]> = {}) {
  return proposeSlots({ ...quiet, ...facts }, { now, needsRoom: true, ...options });
}

function at(day: string, from: string, to: string) {
  return { day, until: day, startsAt: fromParis(day, from), endsAt: fromParis(day, to) };
}

describe("the first date proposed", () => {
  test("is on the usual day, at the usual hour, in the middle of the window, and says so", () => {
    const [first] = propose();
    expect(first?.startsAt).toEqual(fromParis("2026-12-15", "18:00"));
    expect(first?.endsAt).toEqual(fromParis("2026-12-15", "20:00"));
    expect(first?.reasons).toEqual([
      "Le mardi à 18\u00a0h, comme d’habitude",
      "42\u00a0jours après la réunion précédente, au milieu de la fenêtre",
      "Salle A (24\u00a0places)\u202f: libre à cette heure",
    ]);
  });

  test("goes elsewhere when half of the commission is expected elsewhere, and names what comes the same day", () => {
    const label = "«\u202fRéunion Gestion\u202f»";
    const proposals = propose({ engagements: [{ ...at("2026-12-15", "19:00", "21:00"), label, shared: 12 }] });
    expect(proposals.map(({ startsAt }) => startsAt)).not.toContainEqual(fromParis("2026-12-15", "18:00"));
    const onlyThatDay = [at("2026-11-24", "00:00", "23:00"), at("2026-12-16", "00:00", "23:00")].map(
      ({ startsAt }) => ({
        startsAt,
        endsAt: new Date(startsAt.getTime() + 21 * 86_400_000),
      }),
    );
    const [evening] = propose({
      engagements: [{ ...at("2026-12-15", "09:00", "10:00"), label, shared: 12 }],
      rooms: [{ ...room, taken: onlyThatDay }],
    });
    expect(evening?.reasons).toContain(`Le même jour que ${label}, où 12\u00a0personnes sont attendues aussi`);
  });

  test("ignores what nobody of the commission attends", () => {
    const [first] = propose({ engagements: [{ ...at("2026-12-15", "18:00", "20:00"), label: "x", shared: 0 }] });
    expect(first?.startsAt).toEqual(fromParis("2026-12-15", "18:00"));
  });

  test("moves to when a room is free, unless nobody needs one; touching another booking is allowed", () => {
    const taken = [at("2026-12-15", "10:00", "18:00")];
    expect(propose({ rooms: [{ ...room, taken }] })[0]?.startsAt).toEqual(fromParis("2026-12-15", "18:00"));
    const all = [{ startsAt: now, endsAt: new Date("2027-12-31T00:00:00Z") }];
    expect(propose({ rooms: [{ ...room, taken: all }] })).toEqual([]);
    expect(propose({ rooms: [{ ...room, taken: all }] }, { needsRoom: false })[0]?.room).toBeNull();
  });

  test("takes the smallest room that holds those who come, and says when it is small", () => {
    const rooms = [room, { ...room, id: "b", name: "Salle B", capacity: 10 }];
    expect(propose({ rooms })[0]?.room?.name).toBe("Salle B");
    expect(propose({ rooms, expected: 11 })[0]?.room?.name).toBe("Salle A");
    expect(propose({ rooms, expected: 60 })[0]?.reasons).toContain(
      "Salle A est libre, mais petite\u202f: 24\u00a0places pour 60\u00a0personnes la dernière fois",
    );
  });
});

test("a late commission is offered the days that come, the sooner the better", () => {
  const [first] = propose({ pace: { lastOn: "2026-08-01", nextOn: null } });
  expect(first?.startsAt).toEqual(fromParis("2026-12-08", "18:00"));
  expect(first?.reasons[1]).toMatch(/^La commission est en retard/);
});

test("a commission whose next date is fixed is offered the one after", () => {
  const [first] = propose({ pace: { lastOn: "2026-11-03", nextOn: "2026-12-15" } });
  expect(dayOf(first?.startsAt ?? now) > "2027-01-12").toBe(true);
});

test("school holidays, bridges and eves of holidays come after all the rest, and say why", () => {
  const spring: Partial<ProposalFacts> = {
    pace: { lastOn: "2027-03-24", nextOn: null },
    schoolHolidays: [{ name: "printemps", firstDay: "2027-04-17", lastDay: "2027-05-02" }],
  };
  const proposals = propose(spring, { now: new Date("2027-04-01T08:00:00Z"), most: 40 });
  const words = proposals.map(({ reasons }) => reasons.join(" "));
  const firstHoliday = words.findIndex((text) => text.includes("vacances scolaires (printemps"));
  expect(firstHoliday).toBeGreaterThan(3);
  expect(words.slice(0, 2).join()).not.toMatch(/vacances|pont|férié/);
});

const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) }).map((ms) => new Date(ms));
const stretch = (from: Date) =>
  fc
    .record({ start: fc.integer({ min: 0, max: 100 * 24 * 4 }), length: fc.integer({ min: 1, max: 64 }) })
    .map(({ start, length }) => {
      const startsAt = new Date(Math.ceil(from.getTime() / 900_000) * 900_000 + start * 900_000);
      return { startsAt, endsAt: new Date(startsAt.getTime() + length * 900_000) };
    });
const situation = instant.chain((at) =>
  fc.record({
    at: fc.constant(at),
    gone: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null }),
    weekday: fc.integer({ min: 1, max: 7 }),
    time: fc.constantFrom("18:00", "12:15", "08:30", "02:30"),
    expected: fc.nat(60),
    engagements: fc.array(fc.tuple(stretch(at), fc.nat(3)), { maxLength: 40 }),
    taken: fc.array(fc.array(stretch(at), { maxLength: 30 }), { maxLength: 3 }),
  }),
);

test("whatever the club’s year looks like, every date proposed keeps every rule, in order of merit", () => {
  fc.assert(
    fc.property(situation, ({ at: present, gone, weekday, time, expected, engagements, taken }) => {
      const facts: ProposalFacts = {
        pace: { lastOn: gone === null ? null : addDays(dayOf(present), -gone), nextOn: null },
        habit: { weekday, time, minutes: 120 },
        expected,
        engagements: engagements.map(([when, shared]) => ({
          ...when,
          day: dayOf(when.startsAt),
          until: dayOf(when.endsAt),
          shared,
          label: "x",
        })),
        rooms: taken.map((bookings, index) => ({
          id: `${index}`,
          name: `${index}`,
          capacity: 10 + index,
          taken: bookings,
        })),
        schoolHolidays: [],
      };
      const proposals = proposeSlots(facts, { now: present, needsRoom: true });
      const { window } = searchOf(facts.pace, dayOf(present));
      const days = proposals.map(({ startsAt }) => dayOf(startsAt));
      expect(new Set(days).size).toBe(days.length);
      for (const [index, { startsAt, endsAt, room: own, reasons, weight }] of proposals.entries()) {
        const day = dayOf(startsAt);
        expect(day >= window.from && day <= window.to && day >= addDays(dayOf(present), NOTICE_DAYS)).toBe(true);
        expect(weekdayOf(day)).toBeLessThan(6);
        expect(publicHolidayOn(day)).toBeNull();
        const meets = (other: { startsAt: Date; endsAt: Date }) => startsAt < other.endsAt && other.startsAt < endsAt;
        expect(facts.engagements.filter((one) => one.shared > 0).some(meets)).toBe(false);
        expect(facts.rooms.find(({ id }) => id === own?.id)?.taken.some(meets)).toBe(false);
        expect(reasons.length).toBeGreaterThan(1);
        expect(weight).toBeGreaterThanOrEqual(proposals[index - 1]?.weight ?? 0);
        expect(endsAt.getTime() - startsAt.getTime()).toBe(7_200_000);
      }
      expect(proposeSlots(facts, { now: present, needsRoom: true })).toEqual(proposals);
    }),
    { numRuns: 150 },
  );
});

test("hours are those of the wall on both sides of a clock change", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2024, max: 2040 }), fc.constantFrom("03-24", "10-20"), (year, from) => {
      const at = fromParis(`${year}-${from}`, "09:00");
      for (const { startsAt } of propose({ pace: { lastOn: null, nextOn: null } }, { now: at, most: 30 })) {
        expect([formatTime(startsAt), toParis(startsAt).minute]).toEqual([`18\u00a0h`, 0]);
      }
    }),
  );
});
