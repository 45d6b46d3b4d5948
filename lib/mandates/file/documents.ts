import type { ClubView } from "#lib/club/queries";
import { STATE_LABELS } from "#lib/expectations/labels";
import type { PdfBlock } from "#lib/pdf/blocks";
import { writePdf } from "#lib/pdf/document";
import { letterheadOf } from "#lib/pdf/letterhead";
import { type Day, formatDay, formatDayShort, formatDays, formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import type { MandateFile } from "./queries.ts";

/** What the next lead needs on the first day: what is open, what is due, what was decided, who to write to. */
export function writeHandover(file: MandateFile, club: ClubView, day: Day) {
  const { commission, lead, successor, rhythm, due, expectations, polls, decisions, meetings, contacts } = file;
  return writePdf({
    title: `Passation\u202f: ${commission.name}`,
    day,
    letterhead: letterheadOf(club),
    blocks: [
      { text: commission.mission },
      {
        facts: [
          { term: "Responsable", value: lead ? `${lead.name}, depuis le ${formatDay(lead.startsOn)}` : "personne" },
          { term: "Fin du mandat", value: lead?.endsOn ? formatDay(lead.endsOn) : "non fixée" },
          {
            term: "La suite",
            value: successor ? `${successor.name}, le ${formatDay(successor.startsOn)}` : "à désigner",
          },
          {
            term: "Prochaine réunion",
            value: rhythm?.nextOn
              ? formatDay(rhythm.nextOn)
              : rhythm?.window
                ? `à fixer ${formatDays(rhythm.window.from, rhythm.window.to)}`
                : "à fixer",
          },
        ],
      },
      ...part("À faire", due, "Rien n’attend."),
      ...part(
        "Attentes en cours",
        expectations.map(
          ({ title, state, voices }) => `${title} (${count(voices, "voix", "voix")}, ${STATE_LABELS[state]})`,
        ),
        "Aucune attente n’est ouverte.",
      ),
      ...part(
        "Sondages en cours",
        polls.map(({ title, deadline }) => `${title}, réponses jusqu’au ${formatInstant(deadline)}`),
        "Aucun sondage n’est ouvert.",
      ),
      ...part(
        "Dernières décisions",
        decisions.map(({ number, title, decidedOn }) => `${number}, ${formatDayShort(decidedOn)}\u202f: ${title}`),
        "Aucune décision.",
      ),
      ...part(
        "Réunions du mandat",
        meetings.map(
          ({ day: held, title, hasMinutes }) =>
            `${formatDayShort(held)}\u202f: ${title}${hasMinutes ? "" : " (compte rendu à publier)"}`,
        ),
        "Aucune réunion.",
      ),
      { heading: "Le groupe" },
      {
        table: {
          columns: ["Structure", "Nom", "Adresse"],
          rows: contacts.map(({ structure, name, email }) => [structure, name, email]),
        },
      },
      {
        note: "Document réservé au responsable, à son successeur et au comité directeur\u202f: il porte des adresses personnelles.",
      },
    ],
  });
}

function part(heading: string, list: string[], none: string): PdfBlock[] {
  return [{ heading }, list.length > 0 ? { list } : { text: none }];
}
