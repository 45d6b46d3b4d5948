import "server-only";
import { getClub } from "#lib/club/queries";
import { writePdf } from "#lib/pdf/document";
import { letterheadOf } from "#lib/pdf/letterhead";
import { dayOf, formatRange } from "#lib/platform/dates";
import type { Actor } from "#lib/policy/actor";
import { findMeetingSheet } from "../queries.ts";

/** The call to a meeting as a document to print: when, where, what about; null for whoever is not of it. */
export async function findConvocationPdf(actor: Actor, slug: string, now: Date) {
  const meeting = await findMeetingSheet(actor, slug, now);
  if (!meeting || meeting.event.cancellation) return null;
  const { event, items, papers, videoUrl } = meeting;
  const documents = [...papers, ...items.flatMap((item) => item.papers)];
  const content = await writePdf({
    title: `Convocation\u202f: ${event.title}`,
    day: dayOf(now),
    letterhead: letterheadOf(await getClub()),
    blocks: [
      { text: "Vous êtes invité à la réunion suivante." },
      {
        facts: [
          { term: "Quand", value: formatRange(event.startsAt, event.endsAt) },
          { term: "Où", value: event.place ?? "lieu à préciser" },
          ...(videoUrl ? [{ term: "Visioconférence", value: videoUrl }] : []),
        ],
      },
      ...(event.description ? [{ text: event.description }] : []),
      { heading: "Ordre du jour" },
      items.length === 0
        ? { text: "L’ordre du jour n’est pas encore fixé." }
        : {
            table: {
              columns: ["Point", "Présenté par", "Durée"],
              rows: items.map(({ title, owner, durationMinutes }, index) => [
                `${index + 1}. ${title}`,
                owner ?? "",
                `${durationMinutes} min`,
              ]),
              numeric: [2],
            },
          },
      ...(documents.length > 0 ? [{ heading: "Documents" }, { list: documents.map(({ name }) => name) }] : []),
    ],
  });
  return { name: `convocation-${event.slug}`, content };
}
