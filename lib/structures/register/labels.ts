import { formatList } from "#lib/platform/french";
import { KIND_LABELS, STATUS_LABELS } from "../labels.ts";
import type { RegisterFilter } from "./schema.ts";

/** "les structures au statut « adhérente », de la commission Monde de la gestion". */
export function filterInWords(
  { q, status, kind, commission, city }: RegisterFilter,
  commissions: { slug: string; name: string }[],
): string {
  const name = commissions.find(({ slug }) => slug === commission)?.name ?? commission;
  const parts = [
    status && `au statut «\u202f${STATUS_LABELS[status]}\u202f»`,
    kind && `du genre «\u202f${KIND_LABELS[kind]}\u202f»`,
    commission && `de la commission ${name}`,
    city && `de la ville «\u202f${city}\u202f»`,
    q && `qui répondent à «\u202f${q}\u202f»`,
  ].filter((part): part is string => Boolean(part));
  return parts.length > 0
    ? `toutes les personnes des structures ${formatList(parts)}`
    : "toutes les personnes du registre, quel que soit le statut de leur structure";
}
