"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { agreeToPartsAction } from "#lib/consortia/parts/actions";

type Props = { id: string; terms: string; hasAgreed: boolean };

/** One's agreement to one's parts as they are. */
export function AgreeForm({ id, terms, hasAgreed }: Props) {
  const { formProps, errors, isPending } = useActionForm(agreeToPartsAction, { id: "accord" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre accord n’est pas enregistré" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="terms" value={terms} />
      <Button kind={hasAgreed ? "secondary" : "primary"} disabled={isPending}>
        {hasAgreed ? "Confirmer votre accord" : "Donner l’accord de votre structure"}
      </Button>
    </form>
  );
}
