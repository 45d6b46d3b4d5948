"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { askCorrectionAction } from "#lib/meetings/minutes/corrections/actions";
import type { AskCorrectionInput } from "#lib/meetings/minutes/corrections/schema";

/** Somebody who was there says what is not right. */
export function CorrectionForm({ meetingId }: { meetingId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<AskCorrectionInput>(askCorrectionAction, {
    id: "correction",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre demande n’est pas partie" errors={errors} />
      <input type="hidden" name="meetingId" value={meetingId} />
      <TextAreaField
        {...fieldProps(fields.text)}
        label="Ce qu’il faut corriger"
        hint="Citez le passage, dites ce qu’il devrait dire. La personne qui a approuvé le compte rendu vous répondra ici."
        rows={4}
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Demander cette correction
      </Button>
    </form>
  );
}
