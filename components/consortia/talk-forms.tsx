"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { recordDecisionAction, writeMessageAction } from "#lib/consortia/talk/actions";
import type { DecisionInput, MessageInput } from "#lib/consortia/talk/schema";

export function MessageForm({ id }: { id: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<MessageInput>(writeMessageAction, { id: "message" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre message n’est pas parti" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextAreaField {...fieldProps(fields.body)} label="Votre message aux membres" rows={3} required />
      <Button kind="secondary" disabled={isPending}>
        Envoyer
      </Button>
    </form>
  );
}

export function DecisionForm({ id }: { id: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<DecisionInput>(recordDecisionAction, {
    id: "decision",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="La décision n’est pas notée" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextAreaField
        {...fieldProps(fields.text)}
        label="Ce que vous avez décidé"
        hint="Personne ne pourra la réécrire."
        rows={2}
        maxLength={1_000}
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Noter cette décision
      </Button>
    </form>
  );
}
