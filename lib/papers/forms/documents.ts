import type { ClubView } from "#lib/club/queries";
import { writePdf } from "#lib/pdf/document";
import { letterheadOf } from "#lib/pdf/letterhead";
import { type Day, formatDay } from "#lib/platform/dates";
import { formatNumber } from "#lib/platform/french";
import { CERTIFICATE_LABELS } from "../labels.ts";
import type { PapersView } from "../queries.ts";
import { BLANK, type Consultation, consultationBlocks, DRAFT_NOTE } from "./rules.ts";

/** A draft of the DC2 (déclaration du candidat individuel ou du membre du groupement), section by section. */
export function dc2Paper(
  club: ClubView,
  { papers, consultation, day }: { papers: PapersView; consultation: Consultation | null; day: Day },
) {
  const known = (value: string | null) => value || BLANK;
  const address = [papers.address, [papers.postalCode, papers.city].filter(Boolean).join(" ")].filter(Boolean);
  const figure = (value: number | null, unit = "") => (value === null ? BLANK : `${formatNumber(value)}${unit}`);
  const insurances = papers.certificates.filter(({ kind }) => kind === "insurance");
  const others = papers.certificates.filter(({ kind }) => kind !== "insurance");
  return writePdf({
    title: "Brouillon de DC2",
    day,
    letterhead: letterheadOf(club),
    blocks: [
      { note: DRAFT_NOTE },
      ...(papers.missing.length > 0 ? [{ heading: "Ce qui manque encore" }, { list: papers.missing }] : []),
      ...consultationBlocks(consultation),
      { heading: "C – Identification du candidat individuel ou du membre du groupement" },
      {
        facts: [
          { term: "Dénomination", value: papers.name },
          { term: "Forme juridique", value: known(papers.legalForm) },
          { term: "SIRET", value: known(papers.siret) },
          { term: "Numéro de TVA", value: known(papers.vatNumber) },
          { term: "Adresse", value: address.join(", ") || BLANK },
          { term: "Adresse e-mail", value: known(papers.email) },
          { term: "Téléphone", value: known(papers.phone) },
          {
            term: "Représentant",
            value: papers.representative ? `${papers.representative}, ${known(papers.capacity)}` : BLANK,
          },
        ],
      },
      { heading: "D – Nationalité du candidat" },
      { note: "À ne remplir que pour un marché de défense ou de sécurité." },
      { heading: "E – Aptitude à exercer l’activité professionnelle" },
      { facts: [{ term: "Immatriculation", value: known(papers.registration) }] },
      { heading: "F – Capacité économique et financière" },
      {
        table: {
          columns: ["Exercice", "Chiffre d’affaires hors taxes", "Effectif"],
          rows: papers.years.map(({ year, turnoverEuros, headcount }) => [
            String(year),
            figure(turnoverEuros, "\u00a0€"),
            figure(headcount),
          ]),
          numeric: [1, 2],
        },
      },
      { list: insurances.length > 0 ? insurances.map(certificateInWords) : ["Assurance\u202f: à compléter"] },
      { heading: "G – Capacité technique et professionnelle" },
      ...(papers.references.length > 0
        ? [
            {
              table: {
                columns: ["Année", "Client", "Prestation"],
                rows: papers.references.map(({ year, customer, work }) => [String(year), customer, work]),
              },
            },
          ]
        : [{ text: "Références des trois dernières années\u202f: à compléter." }]),
      ...(others.length > 0 ? [{ list: others.map(certificateInWords) }] : []),
      { heading: "H – Capacités d’autres opérateurs sur lesquels le candidat s’appuie" },
      { text: BLANK },
    ],
  });
}

function certificateInWords({
  kind,
  label,
  issuer,
  reference,
  validUntil,
}: PapersView["certificates"][number]): string {
  return [
    `${CERTIFICATE_LABELS[kind]}\u202f: ${label}`,
    issuer,
    reference && `n° ${reference}`,
    validUntil && `valable jusqu’au ${formatDay(validUntil)}`,
  ]
    .filter(Boolean)
    .join(", ");
}
