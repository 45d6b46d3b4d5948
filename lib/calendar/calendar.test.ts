import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type CalendarEvent, entryOf, writeCalendar as writeEntries } from "./calendar.ts";
import { uidOf } from "./entry.ts";

const meeting: CalendarEvent = {
  id: "01990000-0000-7000-8000-000000000001",
  kind: "club_event" as const,
  slug: "reunion-de-mars",
  title: "Réunion ; commission « réseaux », n° 3",
  description: "Ordre du jour :\r\n1. Fibre, cuivre ; 2. Wi-Fi\n\\o/",
  startsAt: new Date("2027-03-25T17:30:00Z"),
  endsAt: new Date("2027-03-25T19:00:00Z"),
  place: "CCI de l’Artois, salle 2",
  sequence: 3,
  updatedAt: new Date("2027-01-02T03:04:05Z"),
  commission: { name: "Infrastructures, réseaux" },
  cancellation: null,
};

function writeCalendar(name: string, events: CalendarEvent[]): string {
  return writeEntries(name, events.map(entryOf));
}

/** As a client reads it: the zone's rules come from the file itself. */
function read(text: string): ICAL.Event[] {
  const calendar = ICAL.Component.fromString(text);
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}

function first(text: string): ICAL.Event {
  const [event] = read(text);
  if (!event) throw new Error("no event was written");
  return event;
}

describe("a calendar", () => {
  test("gives back every text as it was, whatever its punctuation", () => {
    const event = first(writeCalendar("TacTic", [meeting]));
    expect(event.summary).toBe(meeting.title);
    expect(event.location).toBe(meeting.place);
    expect(event.description).toContain("Ordre du jour :\n1. Fibre, cuivre ; 2. Wi-Fi\n\\o/");
    expect(event.component.getFirstPropertyValue("categories")).toBe("Infrastructures, réseaux");
  });

  test.each([
    ["the evening before summer time", "2027-03-27T17:30:00Z", "20270327T183000"],
    ["the evening after", "2027-03-28T16:30:00Z", "20270328T183000"],
    ["the last hour before the clocks go forward", "2027-03-28T00:59:00Z", "20270328T015900"],
    ["the first after", "2027-03-28T01:00:00Z", "20270328T030000"],
    ["the evening before winter time", "2027-10-30T16:30:00Z", "20271030T183000"],
    ["the evening after", "2027-10-31T17:30:00Z", "20271031T183000"],
  ])("keeps the hour on the wall and the instant, %s", (_, instant, wall) => {
    const startsAt = new Date(instant);
    const text = writeCalendar("TacTic", [{ ...meeting, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) }]);
    expect(text).toContain(`DTSTART;TZID=Europe/Paris:${wall}\r\n`);
    expect(first(text).startDate.toJSDate()).toEqual(startsAt);
  });

  test("has lines of 75 octets at most, cut between characters, ended by CRLF", () => {
    const text = writeCalendar("TacTic", [{ ...meeting, description: "éœ🙂—".repeat(60) }]);
    const lines = text.split("\r\n");
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text).not.toMatch(/[^\r]\n|\ufffd/);
    expect(first(text).description).toContain("éœ🙂—".repeat(60));
  });

  test("is known by its event's id, with a UTC stamp, its revision and the way back", () => {
    const { component } = first(writeCalendar("TacTic", [meeting]));
    expect(component.getFirstPropertyValue("uid")).toBe(uidOf(meeting));
    expect(uidOf(meeting)).toMatch(/^01990000-0000-7000-8000-000000000001@[^:/]+$/);
    expect(String(component.getFirstPropertyValue("dtstamp"))).toBe("2027-01-02T03:04:05Z");
    expect(component.getFirstPropertyValue("sequence")).toBe(3);
    expect(component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(component.getFirstPropertyValue("url")).toMatch(/\/agenda\/reunion-de-mars$/);
  });

  test("says that an event is cancelled, and why", () => {
    const event = first(writeCalendar("TacTic", [{ ...meeting, cancellation: { reason: "salle fermée" } }]));
    expect(event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(event.description).toContain("salle fermée");
  });

  test("names itself, says when to look again, and names nobody", () => {
    const text = writeCalendar("TacTic, réseaux", [meeting]);
    expect(text).toContain("\r\nX-WR-CALNAME:TacTic\\, réseaux\r\n");
    expect(text).toContain("\r\nNAME:TacTic\\, réseaux\r\n");
    expect(text).toContain("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n");
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER/);
  });

  test("cannot be given a property through a title or a place", () => {
    const text = writeCalendar("x\r\nBEGIN:VEVENT", [
      { ...meeting, title: "a\r\nATTENDEE:mailto:x@y", place: "b\u0000\rSTATUS:TENTATIVE" },
    ]);
    expect(text).not.toMatch(/^(ATTENDEE|STATUS:TENTATIVE)/m);
    expect(read(text)).toHaveLength(1);
  });

  test("without an event is a calendar all the same", () => {
    expect(read(writeCalendar("TacTic", []))).toEqual([]);
  });
});
