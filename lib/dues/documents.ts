import type { ClubView } from "#lib/club/queries";
import type { FeePaymentMethod, ProRata } from "#lib/generated/prisma/enums";
import type { PdfBlock } from "#lib/pdf/blocks";
import { type PdfDocument, writePdf } from "#lib/pdf/document";
import { letterheadOf } from "#lib/pdf/letterhead";
import { type Day, dayOfColumn, formatDay, formatDays } from "#lib/platform/dates";
import { formatEuros, of } from "#lib/platform/french";
import { METHOD_LABELS } from "./labels.ts";
import { type ReportFacts, reportInWords, reportLines } from "./report/rules.ts";
import { daysOfYear, spacedIban, yearInWords } from "./rules.ts";

/** The columns of a call that its papers show. */
export const CALL_ON_PAPER = {
  id: true,
  reference: true,
  year: true,
  amountCents: true,
  basis: true,
  calledOn: true,
  dueOn: true,
  paidCents: true,
  balanceCents: true,
  structure: { select: { id: true, slug: true, name: true, address: true, postalCode: true, city: true } },
} as const;

export interface CallOnPaper {
  id: string;
  reference: string;
  year: number;
  amountCents: number;
  basis: string;
  calledOn: Date;
  dueOn: Date;
  paidCents: number;
  balanceCents: number;
  structure: {
    id: string;
    slug: string;
    name: string;
    address: string | null;
    postalCode: string | null;
    city: string | null;
  };
}

export interface PaymentOnPaper {
  receipt: string;
  amountCents: number;
  method: FeePaymentMethod;
  paidOn: Date;
  reference: string;
}

export interface ReportOnPaper {
  structure: { name: string };
  year: number;
  period: { first: Day; last: Day };
  firstMonth: number;
  facts: ReportFacts;
}

/** What the papers take from the settings. */
export interface PaperRules {
  firstMonth: number;
  proRata: ProRata;
  vatMention: string | null;
  iban: string | null;
  chequePayableTo: string | null;
  reminderDays: number[];
  lapseAfterDays: number;
}

/** The "appel à cotisation": a request to pay, neither an invoice nor a tax receipt. */
export function writeCall(call: CallOnPaper, rules: PaperRules, club: ClubView) {
  const { first, last } = daysOfYear(call.year, rules.firstMonth);
  return writePdf({
    ...frame(call, club),
    title: `Appel à cotisation ${yearInWords(call.year, rules.firstMonth)}`,
    reference: call.reference,
    day: dayOfColumn(call.calledOn),
    blocks: [
      {
        text: `La cotisation ${of(call.structure.name)} au club ${club.name}, pour la période allant ${formatDays(first, last)}, est appelée pour le montant suivant.`,
      },
      { total: { label: "Montant de la cotisation", value: formatEuros(call.amountCents) } },
      {
        facts: [
          { term: "Calcul", value: call.basis },
          { term: "À régler avant le", value: formatDay(dayOfColumn(call.dueOn)) },
        ],
      },
      { heading: "Comment régler" },
      { facts: waysToPay(call.reference, rules) },
      ...mentions(rules),
    ],
  });
}

/** The "reçu de cotisation": money was received, nothing is said of taxes. */
export function writeReceipt(call: CallOnPaper, payment: PaymentOnPaper, rules: PaperRules, club: ClubView) {
  const paidOn = dayOfColumn(payment.paidOn);
  return writePdf({
    ...frame(call, club),
    title: `Reçu de cotisation ${yearInWords(call.year, rules.firstMonth)}`,
    reference: payment.receipt,
    day: paidOn,
    blocks: [
      {
        text: `Le club ${club.name} a reçu ${of(call.structure.name)} le règlement suivant, au titre de sa cotisation.`,
      },
      { total: { label: "Montant reçu", value: formatEuros(payment.amountCents) } },
      {
        facts: [
          { term: "Reçu le", value: formatDay(paidOn) },
          { term: "Moyen de paiement", value: METHOD_LABELS[payment.method] },
          { term: "Référence du règlement", value: payment.reference },
          { term: "Appel à cotisation", value: `${call.reference}, ${formatEuros(call.amountCents)}` },
        ],
      },
      ...mentions(rules),
    ],
  });
}

/** "Ce que le club vous a apporté": the year's figures, as they are. */
export function writeReport({ structure, year, period, firstMonth, facts }: ReportOnPaper, club: ClubView, day: Day) {
  return writePdf({
    title: `Ce que le club vous a apporté, ${yearInWords(year, firstMonth)}`,
    day,
    letterhead: letterheadOf(club),
    addressee: [structure.name],
    blocks: [
      { text: `${structure.name}, ${formatDays(period.first, period.last)}.` },
      { text: reportInWords(facts) },
      { figures: reportLines(facts) },
    ],
  });
}

/** IBAN and cheque, as papers, letters and pages say them. */
export function waysToPay(reference: string, { iban, chequePayableTo }: PaperRules) {
  return [
    { term: "Par virement, IBAN", value: iban ? spacedIban(iban) : "À compléter" },
    { term: "Libellé du virement", value: reference },
    { term: "Par chèque, à l’ordre de", value: chequePayableTo ?? "À compléter" },
  ];
}

function frame({ structure }: CallOnPaper, club: ClubView): Pick<PdfDocument, "letterhead" | "addressee"> {
  const town = [structure.postalCode, structure.city].filter(Boolean).join(" ");
  return {
    letterhead: letterheadOf(club),
    addressee: [structure.name, structure.address, town].filter((line): line is string => Boolean(line)),
  };
}

/** An association that serves its members' business is not eligible for the tax cut of donors. */
function mentions({ vatMention }: PaperRules): PdfBlock[] {
  return [
    ...(vatMention ? [{ note: vatMention }] : []),
    { note: "Ce document n’est pas un reçu fiscal\u202f: la cotisation n’ouvre droit à aucune réduction d’impôt." },
  ];
}
