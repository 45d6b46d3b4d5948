"use client";

import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { revokeOtherSessionsAction } from "#lib/people/sessions/actions";

/** Ends every session but this one. */
export function RevokeOthersForm() {
  const { formProps, isPending } = useActionForm(revokeOtherSessionsAction, { id: "fermer-les-autres" });
  return (
    <form {...formProps}>
      <Button kind="secondary" disabled={isPending}>
        Fermer toutes les autres sessions
      </Button>
    </form>
  );
}
