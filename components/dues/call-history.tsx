import type { ReactNode } from "react";
import { DataTable, NOTHING } from "#components/ui/data-table";
import { METHOD_LABELS } from "#lib/dues/labels";
import type { CallSheet } from "#lib/dues/queries";
import { formatDayShort } from "#lib/platform/dates";
import { formatEuros } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

type Props = {
  call: CallSheet;
  /** What may be done to a payment that stands. */
  actionsOf?: (receipt: string) => ReactNode;
};

/** What was received for a call: payments, and the counter-rows that undid some. */
export function CallHistory({ call, actionsOf }: Props) {
  if (call.payments.length === 0) return <p className="text-ardoise">Aucun règlement enregistré.</p>;
  return (
    <DataTable
      caption={`Règlements de l’appel ${call.reference}`}
      rows={call.payments}
      rowKey={(payment) => payment.id}
      columns={[
        { label: "Date", cell: (payment) => formatDayShort(payment.paidOn) },
        {
          label: "Règlement",
          cell: (payment) => (
            <>
              {payment.receipt ? METHOD_LABELS[payment.method] : "écriture contraire"}, {payment.reference}
              {payment.isUndone && <strong> (annulé)</strong>}
            </>
          ),
        },
        { label: "Montant", isNumeric: true, cell: (payment) => formatEuros(payment.amountCents) },
        {
          label: "Reçu",
          cell: ({ receipt, isUndone }) =>
            receipt && !isUndone ? (
              <>
                <a href={paths.feeReceiptPdf(receipt)}>{receipt} (PDF)</a>
                {actionsOf?.(receipt)}
              </>
            ) : (
              NOTHING
            ),
        },
      ]}
    />
  );
}
