import { formatDayShort } from "#lib/platform/dates";
import { findCommune } from "#lib/territory/communes";
import { LEVEL_LABELS } from "../labels.ts";
import type { OfferFilter } from "./schema.ts";

/** What narrows a search, piece by piece. `trades` are the commissions, by slug. */
export function filterInWords(
  { q, commission, skill, level, from, to, city, km, isPaid }: OfferFilter,
  trades: { value: string; label: string }[],
): { name: keyof OfferFilter; words: string }[] {
  const trade = trades.find(({ value }) => value === commission)?.label ?? commission;
  const around = city && `${findCommune(city)?.name ?? city}, ${km}\u00a0km autour`;
  const pieces: [keyof OfferFilter, string | undefined][] = [
    ["q", q && `«\u202f${q}\u202f»`],
    ["level", level && levelLabel(level)],
    ["city", around],
    ["from", from && `à partir du ${formatDayShort(from)}`],
    ["to", to && `jusqu’au ${formatDayShort(to)}`],
    ["commission", trade],
    ["skill", skill],
    ["isPaid", isPaid && (isPaid === "oui" ? "Gratifiés" : "Non gratifiés")],
  ];
  return pieces.flatMap(([name, words]) => (words ? [{ name, words }] : []));
}

function levelLabel(level: string): string {
  return Object.entries(LEVEL_LABELS).find(([known]) => known === level)?.[1] ?? level;
}
