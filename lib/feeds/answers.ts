import { type CalendarEntry, type CalendarEvent, entryOf, writeCalendar } from "#lib/calendar/calendar";
import { conditional } from "#lib/platform/conditional";
import { type AtomFeed, writeAtom } from "./atom.ts";
import { type Column, writeCsv } from "./csv.ts";
import { type CardSubject, writeCard } from "./vcard.ts";

/** The most rows that a file holds: every list has a limit, this one is beyond what the club will be. */
export const MOST_ROWS = 10_000;

/** The most entries of what is fetched again and again. */
export const MOST_ENTRIES = 500;

/** A list as a file to keep; `fileName` without its ending. */
export function csvAnswer<Row>(request: Request, fileName: string, columns: Column<Row>[], rows: Row[]): Response {
  return conditional(request, writeCsv(columns, rows), file("text/csv", `${fileName}.csv`, "attachment"));
}

/** The same for one person's eyes: nothing to compare it with is kept. */
export function privateCsvAnswer<Row>(fileName: string, columns: Column<Row>[], rows: Row[]): Response {
  return new Response(writeCsv(columns, rows), { headers: file("text/csv", `${fileName}.csv`, "attachment") });
}

/** A calendar to subscribe to, or to open once. */
export function calendarAnswer(request: Request, fileName: string, name: string, events: CalendarEvent[]): Response {
  return conditional(
    request,
    writeCalendar(name, events.map(entryOf)),
    file("text/calendar", `${fileName}.ics`, "inline"),
  );
}

/** One person's own calendar: for the asker to keep, for no cache on the way, for no search engine. */
export function personalCalendarAnswer(request: Request, entries: CalendarEntry[]): Response {
  const answer = conditional(
    request,
    writeCalendar("TacTic · Mon agenda", entries),
    file("text/calendar", "mon-agenda.ics", "inline"),
  );
  answer.headers.set("Cache-Control", "private, no-store");
  answer.headers.set("X-Robots-Tag", "noindex");
  answer.headers.delete("Access-Control-Allow-Origin");
  return answer;
}

/** A feed to follow, or 304 when the asker has these very bytes. */
export function atomAnswer(request: Request, feed: AtomFeed): Response {
  return conditional(request, writeAtom(feed), { "Content-Type": "application/atom+xml; charset=utf-8" });
}

/** A member's card (vCard), saved under its slug. */
export function cardAnswer(request: Request, member: CardSubject): Response {
  return conditional(request, writeCard(member), file("text/vcard", `${member.slug}.vcf`, "attachment"));
}

function file(type: string, name: string, disposition: "inline" | "attachment") {
  return { "Content-Type": `${type}; charset=utf-8`, "Content-Disposition": `${disposition}; filename="${name}"` };
}
