"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { renewSignInLinkAction } from "#lib/people/links/actions";

/** Another link to the same mailbox, without typing anything. */
export function RenewLinkForm({ secret }: { secret: string }) {
  const { formProps, errors, isPending } = useActionForm(renewSignInLinkAction, { id: "renouveler" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le message n’est pas parti" errors={errors} />
      <input type="hidden" name="secret" value={secret} />
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : "Recevoir un nouveau lien"}</Button>
    </form>
  );
}
