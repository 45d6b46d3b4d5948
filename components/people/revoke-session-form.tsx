"use client";

import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { revokeSessionAction } from "#lib/people/sessions/actions";

/** Ends one session. */
export function RevokeSessionForm({ id, device }: { id: string; device: string }) {
  const { formProps, isPending } = useActionForm(revokeSessionAction, { id: `fermer-${id}` });
  return (
    <form {...formProps}>
      <input type="hidden" name="id" value={id} />
      <Button kind="secondary" disabled={isPending}>
        Fermer<span className="sr-only"> la session {device}</span>
      </Button>
    </form>
  );
}
