"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { extendPollAction } from "#lib/meetings/polls/actions";
import type { ExtendPollInput } from "#lib/meetings/polls/schema";

/** The answers of a closed poll open again, until another last day. */
export function ExtendPollForm({ pollId }: { pollId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<ExtendPollInput>(extendPollAction, { id: "rouvrir" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Les réponses ne sont pas rouvertes" errors={errors} />
      <input type="hidden" name="pollId" value={pollId} />
      <TextField
        {...fieldProps(fields.deadline, "date")}
        label="Nouveau dernier jour pour répondre"
        hint="Avant la première des dates qui restent."
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Rouvrir les réponses
      </Button>
    </form>
  );
}
