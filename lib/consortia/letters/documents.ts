import type { ClubView } from "#lib/club/queries";
import type { ConsortiumForm } from "#lib/generated/prisma/enums";
import { BLANK, type Consultation, consultationBlocks, DRAFT_NOTE } from "#lib/papers/forms/rules";
import type { PdfBlock } from "#lib/pdf/blocks";
import { writePdf } from "#lib/pdf/document";
import { letterheadOf } from "#lib/pdf/letterhead";
import { type Day, formatInstant } from "#lib/platform/dates";
import { of } from "#lib/platform/french";
import { FORM_LABELS, FORM_MEANINGS } from "../labels.ts";
import { formatShare } from "../rules.ts";

export interface Signatory {
  id: string;
  name: string;
  siret: string | null;
  address: string | null;
  postalCode: string | null;
  city: string | null;
}

/** A consortium as its papers show it: no price is ever on them. */
export interface ConsortiumOnPaper {
  consultation: Consultation;
  form: ConsortiumForm;
  justification: string;
  lead: Signatory;
  others: Signatory[];
  lots: { number: number; title: string; parts: { structureId: string; shareBasisPoints: number }[] }[];
  subcontractors: { lot: number; name: string; work: string; declaredBy: string }[];
  /** Before it can be submitted. */
  missing: string[];
}

interface Paper {
  club: ClubView;
  day: Day;
  consortium: ConsortiumOnPaper;
}

/** The members' letter to the buyer: who speaks for them, for what, and how each is bound. */
export function mandateLetter({ club, day, consortium }: Paper) {
  const { consultation, form, lead, others } = consortium;
  return writePdf({
    title: "Habilitation du mandataire",
    day,
    letterhead: letterheadOf(club),
    addressee: [consultation.buyer],
    blocks: [
      {
        facts: [
          { term: "Consultation", value: consultation.subject },
          { term: "Référence", value: consultation.reference ?? BLANK },
          { term: "Remise avant le", value: formatInstant(consultation.respondBefore) },
          { term: "Forme du groupement", value: FORM_LABELS[form] },
        ],
      },
      { text: "Les entreprises soussignées, membres du groupement momentané d’entreprises\u202f:" },
      { list: others.map(inWords) },
      { text: `habilitent ${inWords(lead)}, mandataire du groupement, à\u202f:` },
      {
        list: [
          "les représenter auprès de l’acheteur pendant la consultation, et pour l’exécution du marché s’il leur est attribué\u202f;",
          "signer en leur nom la candidature, l’offre et, le cas échéant, le marché et ses modifications\u202f;",
          "recevoir et transmettre les questions, les réponses et les notifications.",
        ],
      },
      { text: FORM_MEANINGS[form] },
      {
        note: "Code de la commande publique, articles R2142-19 à R2142-27. Nul n’est mandataire de plus d’un groupement pour un même marché (R2142-23).",
      },
      { heading: "Signatures" },
      {
        table: {
          columns: ["Membre", "Représenté par (nom et qualité)", "Date et signature"],
          rows: [...others, lead].map(({ name }) => [name, BLANK, ""]),
        },
      },
    ],
  });
}

/** Who does how much of each lot: the annex of the deed of commitment. */
export function partsTable({ club, day, consortium }: Paper) {
  const { consultation, form, justification, subcontractors } = consortium;
  return writePdf({
    title: "Tableau des parts",
    day,
    letterhead: letterheadOf(club),
    blocks: [
      {
        facts: [
          { term: "Acheteur", value: consultation.buyer },
          { term: "Consultation", value: consultation.subject },
          { term: "Forme du groupement", value: FORM_LABELS[form] },
          { term: "Mandataire", value: consortium.lead.name },
        ],
      },
      ...partsBlocks(consortium),
      { heading: "Sous-traitants déclarés" },
      ...(subcontractors.length > 0
        ? [
            {
              table: {
                columns: ["Lot", "Sous-traitant", "Prestation", "Déclaré par"],
                rows: subcontractors.map(({ lot, name, work, declaredBy }) => [String(lot), name, work, declaredBy]),
              },
            },
          ]
        : [{ text: "Aucun à ce jour. Chacun se déclare par un formulaire DC4." }]),
      { heading: "Pourquoi répondre ensemble" },
      { text: justification },
    ],
  });
}

/** A draft of the DC1 (lettre de candidature, désignation du mandataire), section by section. */
export function dc1Paper({ club, day, consortium }: Paper) {
  const { consultation, form, lead, others, lots } = consortium;
  return writePdf({
    title: "Brouillon de DC1",
    day,
    letterhead: letterheadOf(club),
    blocks: [
      { note: DRAFT_NOTE },
      ...missingBlocks(consortium),
      ...consultationBlocks(consultation),
      { heading: "C – Objet de la candidature" },
      { list: lots.map(({ number, title }) => `Lot ${number}\u202f: ${title}`) },
      { heading: "D – Présentation du candidat" },
      { text: `Groupement d’entreprises\u202f: ${FORM_LABELS[form].toLowerCase()}.` },
      { heading: "E – Membres du groupement et répartition des prestations" },
      { list: [lead, ...others].map(inWords) },
      ...partsBlocks(consortium),
      { heading: "F – Engagements de chaque membre du groupement" },
      {
        text: "Chaque membre déclare sur l’honneur n’entrer dans aucun des cas d’exclusion prévus aux articles L2141-1 à L2141-5 et L2141-7 à L2141-10 du code de la commande publique.",
      },
      { heading: "G – Désignation du mandataire" },
      {
        facts: [
          { term: "Mandataire", value: inWords(lead) },
          { term: "Habilitation", value: "Lettre jointe, signée des membres" },
        ],
      },
    ],
  });
}

/** What the draft could not be filled with, each as a line to act on. */
function missingBlocks({ consultation, lead, others, missing }: ConsortiumOnPaper): PdfBlock[] {
  const lines = [
    ...(consultation.reference ? [] : ["La référence de la consultation."]),
    ...[lead, ...others].flatMap(({ name, siret, address, city }) => [
      ...(siret ? [] : [`Le SIRET ${of(name)}.`]),
      ...(address && city ? [] : [`L’adresse du siège ${of(name)}.`]),
    ]),
    ...missing,
  ];
  return lines.length > 0 ? [{ heading: "Ce qui manque encore" }, { list: lines }] : [];
}

function partsBlocks({ lots, lead, others }: ConsortiumOnPaper): PdfBlock[] {
  const names = new Map([lead, ...others].map(({ id, name }) => [id, name]));
  return lots.flatMap(({ number, title, parts }): PdfBlock[] => [
    { text: `Lot ${number}\u202f: ${title}` },
    {
      table: {
        columns: ["Membre", "Part"],
        rows: parts.map(({ structureId, shareBasisPoints }) => [
          names.get(structureId) ?? "",
          formatShare(shareBasisPoints),
        ]),
        numeric: [1],
      },
    },
  ]);
}

function inWords({ name, siret, address, postalCode, city }: Signatory): string {
  const town = [postalCode, city].filter(Boolean).join(" ");
  return [name, siret ? `SIRET ${siret}` : `SIRET ${BLANK.toLowerCase()}`, address, town].filter(Boolean).join(", ");
}
