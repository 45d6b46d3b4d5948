"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { acceptApplicationAction } from "#lib/membership/applications/review/actions";

/** One button: the structure is a member. */
export function AcceptForm({ id }: { id: string }) {
  const { formProps, errors, isPending } = useActionForm(acceptApplicationAction, { id: "accepter" });
  return (
    <form {...formProps}>
      <ErrorSummary title="La demande n’est pas acceptée" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <Button disabled={isPending}>{isPending ? "Admission en cours…" : "Accepter la demande"}</Button>
    </form>
  );
}
