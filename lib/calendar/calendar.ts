import ICAL from "ical.js";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { toParis, ZONE } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import { foldLine } from "./fold.ts";

/** What a calendar tells of an event. */
export interface CalendarEvent {
  id: string;
  slug: string;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  /** Null: to be announced. */
  place: string | null;
  sequence: number;
  updatedAt: Date;
  commission: { name: string } | null;
  /** Null: not cancelled. */
  cancellation: { reason: string } | null;
}

/** Hours between two looks at a feed that somebody subscribed to. Most clients choose their own. */
const REFRESH = "PT4H";

/**
 * A calendar to subscribe to or to open (RFC 5545, RFC 7986): hours on the wall of the Artois with
 * the rules of its zone, nobody named as attending.
 */
export function writeCalendar(name: string, events: CalendarEvent[]): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//TacTic//Agenda//FR");
  calendar.updatePropertyWithValue("calscale", "GREGORIAN");
  calendar.updatePropertyWithValue("method", "PUBLISH");
  // The standard's name and the one that Apple and Google read.
  calendar.updatePropertyWithValue("name", escaped(name));
  calendar.updatePropertyWithValue("x-wr-calname", escaped(name));
  calendar.updatePropertyWithValue("x-wr-timezone", ZONE);
  calendar.addProperty(new ICAL.Property(["refresh-interval", {}, "duration", REFRESH]));
  calendar.addProperty(new ICAL.Property(["x-published-ttl", {}, "unknown", REFRESH]));
  calendar.addSubcomponent(zone());
  for (const event of events) calendar.addSubcomponent(writeEvent(event));
  // ical.js folds by UTF-16 units: lines with an emoji come out too long.
  const lines = calendar.toString().replaceAll("\r\n ", "").split("\r\n");
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** What an event is known by in every calendar, for ever: a new title or a new hour must find it. */
export function uidOf(event: { id: string }): string {
  return `${event.id}@${new URL(absolute("/")).hostname}`;
}

function writeEvent(event: CalendarEvent): ICAL.Component {
  const written = new ICAL.Component("vevent");
  written.updatePropertyWithValue("uid", uidOf(event));
  // Of the last change and not of this answer: an unchanged feed must be the same to the byte.
  written.updatePropertyWithValue("dtstamp", utc(event.updatedAt));
  written.updatePropertyWithValue("last-modified", utc(event.updatedAt));
  written.updatePropertyWithValue("sequence", event.sequence);
  addWall(written, "dtstart", event.startsAt);
  addWall(written, "dtend", event.endsAt);
  written.updatePropertyWithValue("summary", plain(event.title));
  const url = absolute(paths.event(event.slug));
  written.updatePropertyWithValue("description", plain(descriptionOf(event, url)));
  written.updatePropertyWithValue("location", plain(event.place ?? "Lieu à préciser"));
  written.updatePropertyWithValue("url", url);
  if (event.commission) written.updatePropertyWithValue("categories", plain(event.commission.name));
  written.updatePropertyWithValue("status", event.cancellation ? "CANCELLED" : "CONFIRMED");
  return written;
}

function descriptionOf(event: CalendarEvent, url: string): string {
  const cancelled = event.cancellation ? `Annulé\u202f: ${event.cancellation.reason}` : "";
  return [cancelled, event.description, url].filter(Boolean).join("\n\n");
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
function escaped(text: string): string {
  return plain(text)
    .replace(/[\\,;]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** One kind of line end, and none of the control characters that the format forbids (RFC 5545, 3.1). */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}
