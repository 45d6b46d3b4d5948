"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { showAmountAction } from "#lib/consortia/parts/actions";
import type { ShowAmountInput } from "#lib/consortia/parts/schema";
import { SHOWS_AMOUNT } from "./agreements.ts";

/** One's own structure lets the club read the amount, or no longer: at any time, before and after the result. */
export function AmountForm({ id, showsAmount }: ShowAmountInput) {
  const { fields, formProps, errors, isPending } = useActionForm<{ showsAmount: boolean }>(showAmountAction, {
    id: "montant",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre choix n’est pas enregistré" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <CheckboxGroup
        name={fields.showsAmount.name}
        id={fields.showsAmount.id}
        legend="Si la réponse est gagnée"
        options={[SHOWS_AMOUNT]}
        defaultValues={showsAmount ? ["on"] : []}
      />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer ce choix
      </Button>
    </form>
  );
}
