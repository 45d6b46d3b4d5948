import type { ClubView } from "#lib/club/queries";
import type { PdfBlock } from "#lib/pdf/blocks";
import { writePdf } from "#lib/pdf/document";
import { letterheadOf } from "#lib/pdf/letterhead";
import { dayOf, formatInstant, formatRange } from "#lib/platform/dates";
import { count, formatList } from "#lib/platform/french";
import { KIND_LABELS, MAJORITY_LABELS, PRESENCE_LABELS, quorumInWords } from "./labels.ts";
import type { AssemblyView, ResolutionView } from "./queries.ts";

/** The sheet of results: who was there, what was voted on, what came of it, and where to sign. */
export function writeResults(assembly: AssemblyView, club: ClubView) {
  const { title, kind, startsAt, endsAt, place, quorum, voters, resolutions, state } = assembly;
  return writePdf({
    title: `Résultats des votes\u202f: ${title}`,
    day: dayOf(startsAt),
    letterhead: letterheadOf(club),
    blocks: [
      {
        facts: [
          { term: "Séance", value: KIND_LABELS[kind] },
          { term: "Quand", value: formatRange(startsAt, endsAt) },
          { term: "Où", value: place ?? "Lieu à préciser" },
          { term: "Présence à la clôture", value: quorumInWords(quorum) },
        ],
      },
      ...(state === "adjourned" ? [{ text: "Faute de quorum, la séance a été levée sans vote." }] : []),
      ...resolutions.flatMap(blocksOf),
      { heading: "Feuille de présence" },
      {
        table: {
          columns: ["Votant", "Présence", "Représenté par"],
          rows: voters.map(({ name, presence, holder }) => [
            name,
            PRESENCE_LABELS[presence],
            presence === "represented" ? (holder?.name ?? "") : "",
          ]),
        },
      },
      { heading: "Signatures" },
      { table: { columns: ["La présidence", "Le secrétariat"], rows: [[" ", " "]] } },
    ],
  });
}

function blocksOf({
  position,
  title,
  text,
  outcome,
  choices,
  isSecret,
  majority,
  seats,
  kind,
}: ResolutionView): PdfBlock[] {
  const heading = { heading: `${position}. ${title}` };
  if (!outcome) return [heading, { text: "N’a pas été mis au vote." }];
  const elected = choices.filter(({ isElected }) => isElected).map(({ label }) => label);
  return [
    heading,
    ...(text ? [{ text }] : []),
    {
      table: {
        columns: ["Réponse", "Voix"],
        rows: choices.map(({ label, votes }) => [label, String(votes ?? 0)]),
        numeric: [1],
      },
    },
    {
      text:
        kind === "election"
          ? elected.length > 0
            ? `Sont élus\u202f: ${formatList(elected)} (${count(seats, "siège")}).`
            : "Personne n’est élu."
          : outcome.isAdopted
            ? "La résolution est adoptée."
            : "La résolution est rejetée.",
    },
    {
      note: `${isSecret ? "Vote secret" : "Vote à main levée ou par appel"}, ${MAJORITY_LABELS[majority].toLowerCase()}. ${count(outcome.cast, "votant")}\u202f; ${count(outcome.present, "présent")}, ${count(outcome.represented, "représenté")}, quorum ${outcome.quorum} sur ${outcome.called}. Clos ${formatInstant(outcome.closedAt)}.`,
    },
  ];
}
