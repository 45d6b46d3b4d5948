"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { METHOD_LABELS } from "#lib/dues/labels";
import { recordPaymentAction } from "#lib/dues/payments/actions";
import type { RecordPaymentInput } from "#lib/dues/schema";

type Props = {
  call: string;
  slug: string;
  /** What is still owed, as it would be typed. */
  owed: string;
  today: string;
};

/** What the treasurer reads on the bank's statement, noted for one call. */
export function RecordPaymentForm({ call, slug, owed, today }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<RecordPaymentInput>(recordPaymentAction, {
    id: `reglement-${call}`,
    defaultValue: { amount: owed, paidOn: today, method: "transfer" },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le règlement n’est pas enregistré" errors={errors} />
      <input type="hidden" name="call" value={call} />
      <input type="hidden" name="slug" value={slug} />
      <TextField
        {...fieldProps(fields.amount)}
        label="Montant reçu, en euros"
        hint="Une partie seulement, ou davantage : le solde suivra."
        inputMode="decimal"
        autoComplete="off"
        required
      />
      <SelectField
        {...fieldProps(fields.method)}
        label="Moyen de paiement"
        options={Object.entries(METHOD_LABELS).map(([value, label]) => ({ value, label }))}
        required
      />
      <TextField {...fieldProps(fields.paidOn, "date")} label="Reçu le" max={today} required />
      <TextField
        {...fieldProps(fields.reference)}
        label="Référence"
        hint="Le libellé du virement ou le numéro du chèque : le même règlement ne sera pas compté deux fois."
        autoComplete="off"
        required
      />
      <Button disabled={isPending}>Enregistrer le règlement et envoyer le reçu</Button>
    </form>
  );
}
