"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { undoPaymentAction } from "#lib/dues/payments/actions";
import type { UndoPaymentInput } from "#lib/dues/schema";

/** Behind a first press, so that nothing is undone by one click. */
export function UndoPaymentForm({ receipt, slug }: { receipt: string; slug: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<UndoPaymentInput>(undoPaymentAction, {
    id: `annuler-${receipt}`,
  });
  return (
    <details className="disclosure" open={errors.length > 0 || undefined}>
      <summary>
        Annuler<span className="sr-only"> le règlement {receipt}</span>…
      </summary>
      <form {...formProps}>
        <ErrorSummary title="Le règlement n’est pas annulé" errors={errors} />
        <input type="hidden" name="receipt" value={receipt} />
        <input type="hidden" name="slug" value={slug} />
        <TextField
          {...fieldProps(fields.reason)}
          label="Pourquoi"
          hint="Une écriture contraire sera ajoutée et l’adhérent prévenu ; rien n’est effacé."
          required
        />
        <Button kind="secondary" disabled={isPending}>
          Annuler le règlement {receipt}
        </Button>
      </form>
    </details>
  );
}
