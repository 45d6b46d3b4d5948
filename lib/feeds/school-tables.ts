import { dayOf, dayOfColumn } from "#lib/platform/dates";
import type { CohortLine } from "#lib/schools/cohort/queries";
import { STAGE_LABELS } from "#lib/schools/labels";
import type { Column } from "./csv.ts";

/** A school's own list of its students: for whoever follows them. */
export const cohortColumns: Column<CohortLine>[] = [
  ["Nom", ({ lastName }) => lastName],
  ["Prénom", ({ firstName }) => firstName],
  ["Adresse e-mail", ({ email }) => email],
  ["Diplôme", ({ diploma }) => diploma],
  ["État", ({ stage }) => STAGE_LABELS[stage]],
  ["Candidatures envoyées", ({ sent }) => sent],
  ["Dernière le", ({ lastSentAt }) => lastSentAt && dayOf(lastSentAt)],
  ["Libre à partir du", ({ availableFrom }) => availableFrom && dayOfColumn(availableFrom)],
  ["Entreprise", ({ host, foundElsewhereAt }) => host ?? (foundElsewhereAt && "Hors du club")],
  ["Relancé le", ({ wokenAt }) => wokenAt && dayOf(wokenAt)],
];
