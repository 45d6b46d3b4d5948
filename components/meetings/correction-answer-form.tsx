"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { answerCorrectionAction } from "#lib/meetings/minutes/corrections/actions";
import type { AnswerCorrectionInput } from "#lib/meetings/minutes/corrections/schema";

/** Accepts or declines what somebody asked to be corrected. */
export function CorrectionAnswerForm({ correctionId, by }: { correctionId: string; by: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<AnswerCorrectionInput>(answerCorrectionAction, {
    id: `reponse-${correctionId}`,
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre réponse n’est pas enregistrée" errors={errors} />
      <input type="hidden" name="correctionId" value={correctionId} />
      <TextField {...fieldProps(fields.answer)} label="Votre réponse" hint="Nécessaire pour refuser." />
      <div className="intentions">
        <Button kind="secondary" name="verdict" value="accept" disabled={isPending}>
          Accepter<span className="sr-only"> la correction de {by}</span>
        </Button>
        <Button kind="quiet" name="verdict" value="decline" disabled={isPending}>
          Refuser<span className="sr-only"> la correction de {by}</span>
        </Button>
      </div>
    </form>
  );
}
