"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { remindAction } from "#lib/dues/reminders/actions";

/** One button: a reminder leaves now. */
export function RemindForm({ call, slug }: { call: string; slug: string }) {
  const { formProps, errors, isPending } = useActionForm(remindAction, { id: `relancer-${call}` });
  return (
    <form {...formProps}>
      <ErrorSummary title="La relance n’est pas partie" errors={errors} />
      <input type="hidden" name="call" value={call} />
      <input type="hidden" name="slug" value={slug} />
      <Button kind="secondary" disabled={isPending}>
        Relancer maintenant<span className="sr-only"> pour {call}</span>
      </Button>
    </form>
  );
}
