"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { repeatRequestAction } from "#lib/people/links/actions";

/** The same message once more, to the same address. */
export function RepeatRequestForm() {
  const { formProps, errors, isPending } = useActionForm(repeatRequestAction, { id: "renvoyer" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le message n’est pas parti" errors={errors} />
      <Button kind="secondary" disabled={isPending}>
        {isPending ? "Envoi en cours…" : "Renvoyer le message"}
      </Button>
    </form>
  );
}
