"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { beginSecondFactorAction } from "#lib/people/second-factor/actions";

/** Draws a new secret for the application. */
export function BeginFactorForm({ isAgain = false }: { isAgain?: boolean }) {
  const { formProps, errors, isPending } = useActionForm(beginSecondFactorAction, { id: "commencer" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Rien n’a commencé" errors={errors} />
      <Button kind={isAgain ? "quiet" : "primary"} disabled={isPending}>
        {isAgain ? "Recommencer avec un autre dessin" : "Commencer"}
      </Button>
    </form>
  );
}
