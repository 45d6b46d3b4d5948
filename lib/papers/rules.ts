import type { CertificateKind } from "#lib/generated/prisma/enums";
import { addDays, type Day, daysBetween, formatDay } from "#lib/platform/dates";

/** Days ahead at which the end of a certificate is announced. */
const SOON_DAYS = 60;
const NOW_DAYS = 15;

export type Validity = "valid" | "soon" | "now" | "over";

/** How near its end a certificate is: each stage is told once. */
export function validityOf(validUntil: Day | null, today: Day): Validity {
  if (!validUntil) return "valid";
  const left = daysBetween(today, validUntil);
  if (left < 0) return "over";
  if (left <= NOW_DAYS) return "now";
  return left <= SOON_DAYS ? "soon" : "valid";
}

/** Last days before which somebody may have to be told. */
export function lastDayToWatch(today: Day): Day {
  return addDays(today, SOON_DAYS);
}

/** The three financial years that buyers ask for: the ones that are over. */
export function yearsAsked(today: Day): number[] {
  const last = Number(today.slice(0, 4)) - 1;
  return [last, last - 1, last - 2];
}

export interface PapersFacts {
  siret: string | null;
  address: string | null;
  legalForm: string;
  registration: string;
  vatNumber: string;
  representative: string;
  capacity: string;
  years: { year: number; turnoverEuros: number | null; headcount: number | null }[];
  certificates: { kind: CertificateKind; label: string; validUntil: Day | null }[];
  references: unknown[];
}

/** What a buyer would find missing or out of date in the papers, each as a line to act on. */
export function missingPapers(facts: PapersFacts, today: Day): string[] {
  const asked = yearsAsked(today);
  const without = (figure: "turnoverEuros" | "headcount") =>
    asked.filter((year) => !facts.years.some((row) => row.year === year && row[figure] !== null));
  const line = (isMissing: boolean, words: string) => (isMissing ? [words] : []);
  const years = (missing: number[], words: string) => missing.map((year) => `${words} ${year}.`);
  const isInsured = facts.certificates.some(
    ({ kind, validUntil }) => kind === "insurance" && validityOf(validUntil, today) !== "over",
  );
  return [
    ...line(!facts.siret, "Le SIRET."),
    ...line(!facts.address, "L’adresse, sur votre fiche."),
    ...line(!facts.legalForm, "La forme juridique."),
    ...line(!facts.registration, "L’immatriculation."),
    ...line(!facts.representative || !facts.capacity, "La personne qui signe, et sa qualité."),
    ...years(without("turnoverEuros"), "Le chiffre d’affaires de"),
    ...years(without("headcount"), "L’effectif de"),
    ...line(!isInsured, "Une assurance responsabilité civile professionnelle à jour."),
    ...line(facts.references.length === 0, "Une référence au moins, sur votre fiche."),
    ...facts.certificates.flatMap(({ label, validUntil }) =>
      validUntil && validityOf(validUntil, today) === "over"
        ? [`«\u202f${label}\u202f» n’est plus valable depuis le ${formatDay(validUntil)}.`]
        : [],
    ),
  ];
}
