import ICAL from "ical.js";
import type { EventKind } from "#lib/generated/prisma/enums";
import { ZONE } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

export type { CalendarEntry } from "./entry.ts";

import { type CalendarEntry, escaped, newCalendar, textOf, writeEntry } from "./entry.ts";

/** What is needed of an event of the agenda. */
export interface CalendarEvent {
  id: string;
  slug: string;
  kind: EventKind;
  title: string;
  description: string;
  startsAt: Date;
  endsAt: Date;
  /** Null: to be announced. */
  place: string | null;
  sequence: number;
  updatedAt: Date;
  commission: { name: string } | null;
  /** Null: not cancelled. Its reason: null for whoever was not called. */
  cancellation: { reason: string | null } | null;
}

/** Hours between two looks at a feed that somebody subscribed to. Most clients choose their own. */
const REFRESH = "PT4H";

/**
 * A calendar to subscribe to or to open (RFC 5545, RFC 7986): hours on the wall of the Artois with
 * the rules of its zone, nobody named as attending.
 */
export function writeCalendar(name: string, entries: CalendarEntry[]): string {
  const calendar = newCalendar("PUBLISH");
  // The standard's name and the one that Apple and Google read.
  calendar.updatePropertyWithValue("name", escaped(name));
  calendar.updatePropertyWithValue("x-wr-calname", escaped(name));
  calendar.updatePropertyWithValue("x-wr-timezone", ZONE);
  calendar.addProperty(new ICAL.Property(["refresh-interval", {}, "duration", REFRESH]));
  calendar.addProperty(new ICAL.Property(["x-published-ttl", {}, "unknown", REFRESH]));
  // Stamped with the last change and not with this answer: an unchanged feed must be the same to the byte.
  for (const entry of entries) calendar.addSubcomponent(writeEntry(entry, entry.updatedAt));
  return textOf(calendar);
}

/** An event as an entry: its page in the agenda or among the assemblies, its cancellation told in its description. */
export function entryOf({ slug, kind, place, commission, cancellation, ...event }: CalendarEvent): CalendarEntry {
  const cancelled = cancellation ? ["Annulé", cancellation.reason].filter(Boolean).join("\u202f: ") : "";
  return {
    ...event,
    description: [cancelled, event.description].filter(Boolean).join("\n\n"),
    place: place ?? "Lieu à préciser",
    path: kind === "board_meeting" || kind === "general_assembly" ? paths.assembly(slug) : paths.event(slug),
    category: commission?.name ?? null,
    status: cancellation ? "CANCELLED" : "CONFIRMED",
  };
}
