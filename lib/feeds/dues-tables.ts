import type { CallLine } from "#lib/dues/calls/queries";
import { CALL_STATE_LABELS, METHOD_LABELS } from "#lib/dues/labels";
import type { Entry } from "#lib/dues/payments/queries";
import type { Column } from "./csv.ts";

/** The year's calls, as on the treasurer's page. */
export const callColumns: Column<CallLine>[] = [
  ["Adhérent", ({ structure }) => structure.name],
  ["Appel", (call) => call.reference],
  ["Appelé le", (call) => call.calledOn],
  ["Échéance", (call) => call.dueOn],
  ["Montant", (call) => ({ cents: call.amountCents })],
  ["Reçu", (call) => ({ cents: call.paidCents })],
  ["Reste", (call) => ({ cents: call.balanceCents })],
  ["État", (call) => CALL_STATE_LABELS[call.state]],
  ["Dernière relance", (call) => call.remindedOn],
  ["Calcul", (call) => call.basis],
];

/** What the accountant copies: one line a payment, counter-rows negative. */
export const entryColumns: Column<Entry>[] = [
  ["Date", (entry) => entry.paidOn],
  ["Pièce", (entry) => entry.receipt ?? entry.reverses?.receipt ?? null],
  ["Adhérent", ({ feeCall }) => feeCall.structure.name],
  ["SIRET", ({ feeCall }) => feeCall.structure.siret],
  ["Appel", ({ feeCall }) => feeCall.reference],
  ["Libellé", ({ receipt, reference }) => (receipt ? reference : `Annulation\u202f: ${reference}`)],
  ["Moyen", (entry) => METHOD_LABELS[entry.method]],
  ["Montant", (entry) => ({ cents: entry.amountCents })],
];
