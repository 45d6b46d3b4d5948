import "server-only";
import { getClub } from "#lib/club/queries";
import type { PdfBlock } from "#lib/pdf/blocks";
import { writePdf } from "#lib/pdf/document";
import { letterheadOf } from "#lib/pdf/letterhead";
import { dayOf, formatDay, formatRange } from "#lib/platform/dates";
import { formatList } from "#lib/platform/french";
import type { Actor } from "#lib/policy/actor";
import { VERB_LABELS } from "../../labels.ts";
import { findMinutes } from "../queries.ts";
import { type Block, plainOf } from "../text/rules.ts";

/** Approved or published minutes as a document; null for whoever may not read them. */
export async function findMinutesPdf(actor: Actor, slug: string, now: Date) {
  const minutes = await findMinutes(actor, slug, now);
  if (!minutes) return null;
  const { event, attendance, decisions, actions, state, blocks } = minutes;
  const { present, excused, represented } = attendance;
  const day = dayOf(event.startsAt);
  const list = (names: string[]) => (names.length > 0 ? formatList(names) : "personne");
  const content = await writePdf({
    title: `Compte rendu\u202f: ${event.title}`,
    day,
    letterhead: letterheadOf(await getClub()),
    blocks: [
      {
        facts: [
          { term: "Date", value: formatRange(event.startsAt, event.endsAt) },
          { term: "Lieu", value: event.place ?? "non précisé" },
          { term: "Présents", value: list(present) },
          ...(excused.length > 0 ? [{ term: "Excusés", value: list(excused) }] : []),
          ...(represented.length > 0 ? [{ term: "Représentés", value: list(represented) }] : []),
        ],
      },
      ...(state === "published" ? [] : [{ note: "Approuvé, ouvert aux corrections\u202f: pas encore publié." }]),
      ...blocks.flatMap(pdfOf),
      ...(decisions.length > 0
        ? [
            { heading: "Décisions" },
            { table: { columns: ["Numéro", "Décision"], rows: decisions.map(({ number, title }) => [number, title]) } },
          ]
        : []),
      ...(actions.length > 0
        ? [
            { heading: "Actions" },
            {
              table: {
                columns: ["Action", "Qui", "Avant le"],
                rows: actions.map(({ text, owner, dueOn }) => [text, owner, formatDay(dueOn)]),
              },
            },
          ]
        : []),
    ],
  });
  return { name: `compte-rendu-${event.slug}`, content };
}

function pdfOf(block: Block): PdfBlock[] {
  switch (block.kind) {
    case "heading":
      return [{ heading: plainOf(block.content) }];
    case "paragraph":
      return [{ text: plainOf(block.content) }];
    case "verb":
      return [{ list: [`${VERB_LABELS[block.verb]}\u202f: ${plainOf(block.content)}`] }];
    case "list":
      return block.items.flatMap((item) => {
        const texts = item.flatMap((one) => ("content" in one ? [one] : []));
        const inner = item.flatMap((one) => ("content" in one ? [] : pdfOf(one)));
        return [
          ...texts.flatMap((one) => (one.kind === "verb" ? pdfOf(one) : [{ list: [plainOf(one.content)] }])),
          ...inner,
        ];
      });
    case "quote":
      return block.blocks.flatMap(pdfOf);
    case "code":
      return [{ text: block.text }];
    case "rule":
      return [];
  }
}
