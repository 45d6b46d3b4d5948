import type { FieldVisibility, StructureKind, StructureStatus } from "#lib/generated/prisma/enums";

/** The kinds of structures, as the directory calls them. */
export const KIND_LABELS: Record<StructureKind, string> = {
  reseller: "Revendeur",
  service: "Société de services",
  editor: "Éditeur de logiciels",
  agency: "Agence web",
  school: "École",
};

/** Where a structure stands with the club. */
export const STATUS_LABELS: Record<StructureStatus, string> = {
  applicant: "candidate",
  active: "adhérente",
  lapsed: "cotisation échue",
  resigned: "démissionnaire",
  removed: "radiée",
};

/** Where nobody knows the town, the territory is said. */
export function placeInWords(city: string | null): string {
  return city ?? "Artois";
}

/** Who sees a fact of the page: for whoever decides. */
export const VISIBILITY_CHOICES: { value: FieldVisibility; label: string }[] = [
  { value: "public", label: "Tout le monde" },
  { value: "members", label: "Les adhérents connectés" },
  { value: "hidden", label: "Personne, hors de la structure" },
];
