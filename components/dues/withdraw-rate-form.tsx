"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { withdrawRateAction } from "#lib/dues/schedule/actions";

/** Takes one line out; the calls already made keep their amount. */
export function WithdrawRateForm({ id, words }: { id: string; words: string }) {
  const { formProps, errors, isPending } = useActionForm(withdrawRateAction, { id: `retirer-${id}` });
  return (
    <details className="disclosure" open={errors.length > 0 || undefined}>
      <summary>
        Retirer<span className="sr-only"> {words}</span>…
      </summary>
      <form {...formProps}>
        <ErrorSummary title="La ligne n’est pas retirée" errors={errors} />
        <input type="hidden" name="id" value={id} />
        <p className="field-hint">Les appels déjà envoyés gardent leur montant.</p>
        <Button kind="secondary" disabled={isPending}>
          Retirer cette ligne
        </Button>
      </form>
    </details>
  );
}
