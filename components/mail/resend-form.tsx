"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { resendMailAction } from "#lib/mail/actions";

/** One button: the message goes back into the queue. */
export function ResendForm({ id, subject }: { id: string; subject: string }) {
  const { formProps, errors, isPending } = useActionForm(resendMailAction, { id: `renvoyer-${id}` });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le message n’est pas reparti" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <Button kind="secondary" disabled={isPending}>
        Renvoyer<span className="sr-only"> « {subject} »</span>
      </Button>
    </form>
  );
}
