"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { stopDigestsAction } from "#lib/notices/actions";

export function StopDigestsForm({ token }: { token: string }) {
  const { formProps, errors, isPending } = useActionForm(stopDigestsAction, { id: "arret" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le résumé n’est pas arrêté" errors={errors} />
      <input type="hidden" name="token" value={token} />
      <Button disabled={isPending}>Ne plus recevoir le résumé</Button>
    </form>
  );
}
