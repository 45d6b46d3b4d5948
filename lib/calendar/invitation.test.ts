import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import ICAL from "ical.js";
import { afterAll, describe, expect, test } from "vitest";
import { fromParis } from "#lib/platform/dates";
import { type CalendarEntry, uidOf } from "./entry.ts";
import { writeInvitation } from "./invitation.ts";

const now = new Date("2026-11-24T10:00:00Z");
const organizer = { name: "TacTic", email: "contact@club.example" };
const attendee = { name: "Benali, Nadia", email: "nadia@scarpe.example" };
const entry: CalendarEntry = {
  id: "01990000-0000-7000-8000-000000000002",
  title: "Réunion ; commission « réseaux »",
  description: "Ordre du jour\n1. Fibre",
  startsAt: fromParis("2026-12-01", "18:30"),
  endsAt: fromParis("2026-12-01", "20:00"),
  place: "CCI de l’Artois, salle A",
  path: "/agenda/reunion",
  sequence: 0,
  updatedAt: now,
  category: "Réseaux",
  status: "CONFIRMED",
};

function write(method: "REQUEST" | "CANCEL", changed: Partial<CalendarEntry> = {}): string {
  return writeInvitation({ entry: { ...entry, ...changed }, method, organizer, attendee }, now);
}

function read(text: string): { calendar: ICAL.Component; event: ICAL.Event } {
  const calendar = ICAL.Component.fromString(text);
  const [zone] = calendar.getAllSubcomponents("vtimezone");
  const [event, ...more] = calendar.getAllSubcomponents("vevent");
  if (!zone || !event || more.length > 0) throw new Error("not one event with its zone");
  ICAL.TimezoneService.register(zone);
  return { calendar, event: new ICAL.Event(event) };
}

describe("an invitation", () => {
  test("calls one person, in the club’s name, and says how to answer", () => {
    const { calendar, event } = read(write("REQUEST"));
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(event.uid).toBe(uidOf(entry));
    expect(event.organizer).toBe("mailto:contact@club.example");
    expect(event.attendees.map((one) => one.getFirstValue())).toEqual(["mailto:nadia@scarpe.example"]);
    const [invited] = event.attendees;
    expect(["cn", "partstat", "rsvp", "role"].map((name) => invited?.getParameter(name))).toEqual([
      "Benali, Nadia",
      "NEEDS-ACTION",
      "TRUE",
      "REQ-PARTICIPANT",
    ]);
    expect(event.component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2026-11-24T10:00:00Z");
  });

  test("that moves or is cancelled is the same event, a step further", () => {
    const moved = read(write("REQUEST", { sequence: 1, startsAt: fromParis("2026-12-08", "18:30") }));
    const cancelled = read(write("CANCEL", { sequence: 2 }));
    expect([moved.event.uid, cancelled.event.uid]).toEqual([uidOf(entry), uidOf(entry)]);
    expect([moved.event.sequence, cancelled.event.sequence]).toEqual([1, 2]);
    expect(cancelled.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(cancelled.event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  test("to a remote meeting carries its link", () => {
    const text = write("REQUEST", { videoUrl: "https://visio.example/salle?a=1,2" }).replaceAll("\r\n ", "");
    expect(text).toContain("\r\nCONFERENCE;FEATURE=VIDEO;VALUE=URI:https://visio.example/salle?a=1,2\r\n");
    expect(read(text).event.description).toContain("https://visio.example/salle?a=1,2");
  });

  test("cannot be given a line by whatever somebody typed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.constantFrom("\r\n", "\n", "\r", "\u2028"),
        (typed, end) => {
          const evil = `${typed}${end}BEGIN:VEVENT${end}ATTENDEE:mailto:x@y.example${end}${typed}"`;
          const text = writeInvitation(
            {
              entry: { ...entry, title: evil, description: evil, place: evil, category: evil },
              method: "REQUEST",
              organizer,
              attendee: { name: evil, email: "nadia@scarpe.example" },
            },
            now,
          );
          expect(read(text).event.attendees).toHaveLength(1);
          expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
        },
      ),
    );
  });

  test("is at the hour that the wall shows, and at the same instant, on any day of any year", () => {
    const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2037, 11, 31) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 600 }), (minute, length) => {
        const [startsAt, endsAt] = [new Date(minute * 60_000), new Date((minute + length) * 60_000)];
        const { event } = read(write("REQUEST", { startsAt, endsAt }));
        // The hour that comes twice in October is told once: a wall cannot say which of the two it is.
        const shown = event.startDate.toJSDate().getTime() - startsAt.getTime();
        expect([0, -3_600_000, 3_600_000]).toContain(shown);
        if (shown !== 0) expect(startsAt.toISOString()).toMatch(/-10-(2[5-9]|3[01])T0[01]:/);
      }),
      { numRuns: 300 },
    );
  });
});

const hasKhal = spawnSync("khal", ["--version"]).status === 0;

// Debian's own calendar client: `apt-get install khal`.
describe.skipIf(!hasKhal)("khal, where it is installed", () => {
  const folder = mkdtempSync(join(tmpdir(), "khal-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function khal(zone: string, ...args: string[]): string {
    const name = zone.replace("/", "-");
    const formats = ["timeformat=%H:%M", "dateformat=%Y-%m-%d", "longdateformat=%Y-%m-%d"]
      .concat(["datetimeformat=%Y-%m-%d %H:%M", "longdatetimeformat=%Y-%m-%d %H:%M"])
      .join("\n");
    const config = join(folder, `${name}.conf`);
    mkdirSync(join(folder, "club"), { recursive: true });
    writeFileSync(
      config,
      `[calendars]\n[[club]]\npath=${join(folder, "club")}\n[locale]\nlocal_timezone=${zone}\ndefault_timezone=${zone}\n${formats}\n[sqlite]\npath=${join(folder, `${name}.db`)}\n`,
    );
    const { status, stdout, stderr } = spawnSync("khal", ["-c", config, ...args], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
    expect(`${status} ${stderr}`).toBe("0 ");
    return stdout.trim();
  }

  function take(text: string): void {
    const file = join(folder, "invite.ics");
    writeFileSync(file, text);
    khal("Europe/Paris", "import", "--batch", "-a", "club", file);
  }

  // It writes a space after a status.
  const SHOWN = ["--format", "{start-long} {end-long} {title} [{status}] {uid}", "--day-format", ""];
  const on = (day: string, zone = "Europe/Paris") => khal(zone, "list", ...SHOWN, day, "1d");

  test("takes the date, moves it, and strikes it out", () => {
    take(write("REQUEST"));
    expect(on("2026-12-01")).toBe(
      `2026-12-01 18:30 2026-12-01 20:00 Réunion ; commission « réseaux » [CONFIRMED ] ${uidOf(entry)}`,
    );
    expect(on("2026-12-01", "America/Montreal")).toContain("2026-12-01 12:30");
    take(
      write("REQUEST", {
        sequence: 1,
        startsAt: fromParis("2027-06-08", "18:30"),
        endsAt: fromParis("2027-06-08", "20:00"),
      }),
    );
    expect(on("2026-12-01")).toBe("");
    expect(on("2027-06-08")).toContain("2027-06-08 18:30 2027-06-08 20:00");
    take(
      write("CANCEL", {
        sequence: 2,
        startsAt: fromParis("2027-06-08", "18:30"),
        endsAt: fromParis("2027-06-08", "20:00"),
      }),
    );
    expect(on("2027-06-08")).toContain("[CANCELLED ]");
  });
});
