import ICAL from "ical.js";
import { absolute } from "#lib/platform/paths";
import { plainText } from "#lib/platform/plain-text";
import { type CalendarEntry, newCalendar, textOf, writeEntry } from "./entry.ts";

/** Somebody with a mailbox. */
export interface Party {
  name: string;
  email: string;
}

export interface InvitationMessage {
  entry: CalendarEntry;
  /** `REQUEST` calls, or tells of a change; `CANCEL` takes the date back (RFC 5546, 3.2). */
  method: "REQUEST" | "CANCEL";
  organizer: Party;
  /** The one who receives this message, and the only one named: addresses are nobody else's business. */
  attendee: Party;
  /** They have said so already: their calendar asks for no answer. */
  isComing?: boolean;
}

/**
 * An invitation to be sent by e-mail (RFC 5546, RFC 6047). What a calendar that already has the date
 * obeys is a greater SEQUENCE; `now` stamps this message.
 */
export function writeInvitation(
  { entry, method, organizer, attendee, isComing = false }: InvitationMessage,
  now: Date,
): string {
  const calendar = newCalendar(method);
  const event = writeEntry({ ...entry, status: method === "CANCEL" ? "CANCELLED" : entry.status }, now);
  // Gmail shows no buttons for an organizer that lacks its scheme.
  event.addProperty(new ICAL.Property(["organizer", { cn: commonName(organizer) }, "cal-address", mailto(organizer)]));
  const answer = isComing ? { partstat: "ACCEPTED", rsvp: "FALSE" } : { partstat: "NEEDS-ACTION", rsvp: "TRUE" };
  const role = { cn: commonName(attendee), role: "REQ-PARTICIPANT", ...answer };
  event.addProperty(new ICAL.Property(["attendee", role, "cal-address", mailto(attendee)]));
  calendar.addSubcomponent(event);
  return textOf(calendar);
}

/** A parameter can hold neither a quotation mark nor a line end (RFC 5545, 3.2). */
function commonName({ name }: Party): string {
  return plainText(name)
    .replace(/["\n]+/g, " ")
    .trim();
}

function mailto({ email }: Party): string {
  return `mailto:${email}`;
}

/** In whose name the club invites: the sender of its mail, so that an answer sent by a calendar reaches a mailbox. */
export function clubParty(): Party {
  const from = process.env.MAIL_FROM ?? `portail@${new URL(absolute("/")).hostname}`;
  const [, name, email] = /^\s*"?(.*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name || "TacTic", email: email ?? from.trim() };
}
