import { PATIENCE, TREND_DAYS } from "../rules.ts";
import type { SynthesisFigures } from "./schema.ts";

type Part = keyof Omit<SynthesisFigures, "since" | "total">;

/** The lists of a synthesis, in order, on the page and on paper. */
export const SYNTHESIS_PARTS: { key: Part; title: string; none: string }[] = [
  { key: "top", title: "Les plus soutenues", none: "Aucune attente ouverte." },
  { key: "rising", title: "Celles qui montent", none: `Aucune voix nouvelle depuis ${TREND_DAYS} jours.` },
  { key: "fresh", title: "Nouvelles", none: "Aucune attente nouvelle." },
  { key: "unanswered", title: `Sans réponse depuis ${PATIENCE.lead} jours`, none: "Toutes ont reçu une réponse." },
  { key: "done", title: "Réalisées", none: "Rien de réalisé sur la période." },
];
