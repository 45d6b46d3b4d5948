"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { agreeToPartsAction } from "#lib/consortia/parts/actions";
import { SHOWS_AMOUNT } from "./agreements.ts";

type Props = { id: string; terms: string; hasAgreed: boolean; showsAmount: boolean };

/** One's agreement to one's parts as they are, and to showing the amount once it is won. */
export function AgreeForm({ id, terms, hasAgreed, showsAmount }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ showsAmount: boolean }>(agreeToPartsAction, {
    id: "accord",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre accord n’est pas enregistré" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="terms" value={terms} />
      <CheckboxGroup
        name={fields.showsAmount.name}
        id={fields.showsAmount.id}
        legend="Et si la réponse est gagnée"
        options={[SHOWS_AMOUNT]}
        defaultValues={showsAmount ? ["on"] : []}
      />
      <Button kind={hasAgreed ? "secondary" : "primary"} disabled={isPending}>
        {hasAgreed ? "Confirmer votre accord" : "Donner l’accord de votre structure"}
      </Button>
    </form>
  );
}
