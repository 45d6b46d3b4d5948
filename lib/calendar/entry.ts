import ICAL from "ical.js";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { toParis, ZONE } from "#lib/platform/dates";
import { absolute } from "#lib/platform/paths";
import { plainText } from "#lib/platform/plain-text";
import { foldLine } from "./fold.ts";

/** A date as calendars are told of it, whatever it is in the club. */
export interface CalendarEntry {
  /** Of the row that it comes from: for ever, so that a new title or a new hour finds it. */
  id: string;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  /** Of its page: a path of this site. */
  path: string;
  /** RFC 5545 SEQUENCE. */
  sequence: number;
  updatedAt: Date;
  category: string | null;
  status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  /** For those invited only. */
  videoUrl?: string | null;
}

/** What an entry is known by in every calendar. */
export function uidOf({ id }: { id: string }): string {
  return `${id}@${new URL(absolute("/")).hostname}`;
}

/** A calendar without its entries: who wrote it, what is to be done with it (RFC 5546), the zone's rules. */
export function newCalendar(method: "PUBLISH" | "REQUEST" | "CANCEL"): ICAL.Component {
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//TacTic//Agenda//FR");
  calendar.updatePropertyWithValue("calscale", "GREGORIAN");
  calendar.updatePropertyWithValue("method", method);
  calendar.addSubcomponent(zone());
  return calendar;
}

/** `stamp`: when the information was written (RFC 5545, 3.8.7.2). */
export function writeEntry(entry: CalendarEntry, stamp: Date): ICAL.Component {
  const written = new ICAL.Component("vevent");
  written.updatePropertyWithValue("uid", uidOf(entry));
  written.updatePropertyWithValue("dtstamp", utc(stamp));
  written.updatePropertyWithValue("last-modified", utc(entry.updatedAt));
  written.updatePropertyWithValue("sequence", entry.sequence);
  addWall(written, "dtstart", entry.startsAt);
  addWall(written, "dtend", entry.endsAt);
  written.updatePropertyWithValue("summary", plainText(entry.title));
  const url = absolute(entry.path);
  const video = entry.videoUrl ? `Visioconférence\u202f: ${entry.videoUrl}` : "";
  written.updatePropertyWithValue(
    "description",
    plainText([entry.description, video, url].filter(Boolean).join("\n\n")),
  );
  written.updatePropertyWithValue("location", plainText(entry.place));
  written.updatePropertyWithValue("url", url);
  if (entry.category) written.updatePropertyWithValue("categories", plainText(entry.category));
  // RFC 7986, 5.11.
  if (entry.videoUrl)
    written.addProperty(new ICAL.Property(["conference", { feature: "VIDEO" }, "uri", entry.videoUrl]));
  written.updatePropertyWithValue("status", entry.status);
  return written;
}

/** The calendar as it is sent. */
export function textOf(calendar: ICAL.Component): string {
  // ical.js folds by UTF-16 units: lines with an emoji come out too long.
  const lines = calendar.toString().replaceAll("\r\n ", "").split("\r\n");
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** The zone's own rules travel with the calendar: a client may not know it. */
function zone(): ICAL.Component {
  const block = [tzlib_get_ical_block(ZONE)].flat()[0];
  return ICAL.Component.fromString(String(block));
}

function addWall(event: ICAL.Component, name: string, instant: Date): void {
  const { year, month, day, hour, minute, second } = toParis(instant);
  const time = new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone);
  event.addPropertyWithValue(name, time).setParameter("tzid", ZONE);
}

function utc(instant: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(instant, true);
}

/** For properties that ical.js does not know, and would leave as they are. */
export function escaped(text: string): string {
  return plainText(text)
    .replace(/[\\,;]/g, "\\$&")
    .replaceAll("\n", "\\n");
}
